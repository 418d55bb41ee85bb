/** The states of a review in words. */
import type { ReviewState } from '#lib/domain/review/review.ts';
import * as m from '#lib/paraglide/messages.js';

export const stateWords: Record<ReviewState, () => string> = {
	granted: m.review_state_granted,
	rating: m.review_state_rating,
	open: m.review_state_open,
	handedIn: m.review_state_handedIn,
	answered: m.review_state_answered
};
