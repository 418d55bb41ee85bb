import type { ParamMatcher } from '@sveltejs/kit';

/** The kinds of files that a result can be taken away in. */
export const match = ((param): param is 'json' | 'csv' | 'xlsx' =>
	/^(json|csv|xlsx)$/.test(param)) satisfies ParamMatcher;
