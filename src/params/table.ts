import type { ParamMatcher } from '@sveltejs/kit';

/** The kinds of files in which the cells of a release can be taken away. */
export const match = ((param): param is 'csv' | 'xlsx' => /^(csv|xlsx)$/.test(param)) satisfies ParamMatcher;
