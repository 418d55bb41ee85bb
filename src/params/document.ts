import type { ParamMatcher } from '@sveltejs/kit';
import { GRANTED_DOCUMENTS, type GrantedDocument } from '#lib/domain/review/granted.ts';

/** A document that a grant gives, by the last part of its address: `report.pdf`. */
export const match = ((param): param is GrantedDocument =>
	(GRANTED_DOCUMENTS as readonly string[]).includes(param)) satisfies ParamMatcher;
