import { toReview } from '#lib/domain/plan/action-review.ts';
import type { Action } from '#lib/domain/plan/action.ts';
import type { Round } from '#lib/server/rounds/rounds.ts';

/** The actions of which nobody has said yet what became of them after this closed round. */
export function asked(actions: readonly Action[], { id, createdOn, closedOn = createdOn }: Round): Action[] {
	return toReview(actions, { id, closedOn });
}
