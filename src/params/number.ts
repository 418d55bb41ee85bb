import type { ParamMatcher } from '@sveltejs/kit';

/** A whole number from 1 on, as it numbers releases. */
export const match = ((param): param is `${number}` => /^[1-9]\d{0,8}$/.test(param)) satisfies ParamMatcher;
