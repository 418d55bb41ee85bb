/** The words of a review (journey 7): what is rated, opened, said and recommended. */
import type { Level } from '#lib/domain/answering/rating.ts';

/** A level as the evidence shows it, or that it shows none. */
export type BlindLevel = Level | 'notShown';

/** How the municipality's levels of a criterion came into sight: after rating all its items, or without. */
export const OPENED_HOW = ['rated', 'givenUp'] as const;
export type OpenedHow = (typeof OPENED_HOW)[number];

export const SIDES = ['consultant', 'municipality'] as const;
export type Side = (typeof SIDES)[number];

export const RECOMMENDATION_STATES = ['proposed', 'taken', 'declined'] as const;
export type RecommendationState = (typeof RECOMMENDATION_STATES)[number];

/** How far a review has come. */
export const REVIEW_STATES = ['granted', 'rating', 'open', 'handedIn', 'answered'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** What is known of a review that tells its state. */
export interface ReviewFacts {
	/** criteria of the round, and those of them whose levels are in sight */
	criteria: number;
	opened: number;
	/** whether any item has been rated */
	rated: boolean;
	handedInOn: string | null;
	answeredOn: string | null;
}

export function reviewState({ criteria, opened, rated, handedInOn, answeredOn }: ReviewFacts): ReviewState {
	if (answeredOn !== null) return 'answered';
	if (handedInOn !== null) return 'handedIn';
	if (opened >= criteria) return 'open';
	return rated || opened > 0 ? 'rating' : 'granted';
}

/** Whether a recommendation may become an action: not twice, but still after it was declined. */
export function mayTake({ state }: { state: RecommendationState }): boolean {
	return state !== 'taken';
}
