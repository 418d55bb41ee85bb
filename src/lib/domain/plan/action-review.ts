/** After a round has been closed: what became of the actions of before. */
import { isPending, type Action, type ActionStatus } from './action.ts';

/** What is said of an action: it has been done, goes on as it is, or has been given up. */
export const REVIEWS = ['done', 'goesOn', 'dropped'] as const;
export type Review = (typeof REVIEWS)[number];

interface ClosedRound {
	id: string;
	/** day */
	closedOn: string;
}

/** The actions that are asked about: begun before the round was closed, still pending, and nothing said of them since. */
export function toReview<A extends Pick<Action, 'status' | 'createdOn' | 'goesOnAfter'>>(
	actions: readonly A[],
	{ id, closedOn }: ClosedRound
): A[] {
	return actions.filter((action) => isPending(action) && action.createdOn < closedOn && action.goesOnAfter !== id);
}

/** What a review changes of an action. @param round id of the closed round */
export function reviewed(review: Review, round: string): { status: ActionStatus } | { goesOnAfter: string } {
	return review === 'goesOn' ? { goesOnAfter: round } : { status: review };
}
