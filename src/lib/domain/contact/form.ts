/** D10: what the form of a contact holds, apart from the schema that reads it, which would be a burden for a browser. */
import { HIGHEST_STAGE, LOWEST_STAGE } from '#lib/domain/scoring/stage.ts';

/** Characters for the name of a contact point. */
export const CONTACT_POINT_MAXIMUM = 100;

/** What a municipality may state about itself, lowest first. */
export const STATED_STAGES = Array.from(
	{ length: HIGHEST_STAGE - LOWEST_STAGE + 1 },
	(_, index) => LOWEST_STAGE + index
);

/** An offer as a form holds it: text, and named like its fields. */
export interface TypedOffer {
	criterion: string;
	/** a function; addresses are refused */
	contactPoint: string;
	/** 1–5, or empty */
	stage: string;
}
export type OfferField = keyof TypedOffer;

export const EMPTY_OFFER: TypedOffer = { criterion: '', contactPoint: '', stage: '' };
