/** What a consultant recommends: a proposed action, which a municipality takes into its plan or declines with a reason. */
import { z } from 'zod';
import { TITLE_MAXIMUM, type ActionEntry } from '#lib/domain/plan/action.ts';
import { POST_MAXIMUM } from './limits.ts';
import type { RecommendationState } from './review.ts';

export const TypedRecommendation = z.object({
	/** an item or criterion of the round, or empty */
	item: z
		.string()
		.trim()
		.transform((id) => id || null),
	title: z.string().trim().min(1).max(TITLE_MAXIMUM),
	text: z.string().trim().max(POST_MAXIMUM)
});
export type RecommendationEntry = z.infer<typeof TypedRecommendation>;

export interface Recommendation extends RecommendationEntry {
	id: string;
	state: RecommendationState;
	/** why it was declined; empty otherwise */
	reason: string;
	/** what it became in the plan; null where it did not, or was deleted */
	actionId: string | null;
	/** counts up from 1 */
	revision: number;
}

/** The action that it becomes; who does it by when is for the municipality to say. */
export function actionFromRecommendation({ item, title, text }: RecommendationEntry): ActionEntry {
	return {
		...{ title, items: item === null ? [] : [item], owner: '', dueOn: null, status: 'open', effort: null },
		...{ effect: null, budgetProduct: '', notes: text, hurdles: [] }
	};
}
