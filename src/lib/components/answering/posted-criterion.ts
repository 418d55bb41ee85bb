import type { CriterionAnswer, ItemAnswer } from '#lib/domain/answering/rating.ts';

/** What comes back of a posted criterion that was not taken as it was. */
export interface PostedCriterion {
	/** nothing is taken any more */
	closed?: boolean;
	/** questions whose fields hold what they cannot hold */
	wrong?: string[];
	/** M1: "does not apply" without its reason */
	withoutReason?: string[];
	/** questions for which something else was stored meanwhile */
	conflicts?: { questionId: string }[];
	/** everything on the page, as it was posted */
	typed?: { questionId: string; value: ItemAnswer | CriterionAnswer }[];
	/** why the storage has refused it */
	storage?: string;
}
