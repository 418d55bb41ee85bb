/** What became of a recommendation, in a word. */
import type { RecommendationState } from '#lib/domain/review/review.ts';
import * as m from '#lib/paraglide/messages.js';

export const recommendationStates: Record<RecommendationState, () => string> = {
	proposed: m.review_recommendation_proposed,
	taken: m.review_recommendation_taken,
	declined: m.review_recommendation_declined
};
