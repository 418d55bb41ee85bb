import { toReview } from '#lib/domain/action-review.ts';
import type { Action } from '#lib/domain/action.ts';
import type { Round } from '#lib/server/rounds.ts';

/** The actions of which nobody has said yet what became of them after this closed round. */
export function asked(actions: readonly Action[], { id, createdOn, closedOn = createdOn }: Round): Action[] {
	return toReview(actions, { id, closedOn });
}
