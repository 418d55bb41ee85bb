/** D7: when the table of a group may be renewed, and what stands in a release. */
import type { Holder, Withheld } from './disclosure.ts';
import type { Cell } from './disclosure-cell.ts';
import { CHANGE_MINIMUM } from './disclosure-minimum.ts';
import { TOLERANCE } from './rounding.ts';

/** Municipality → its score (1.0–5.0) in one group and measure. */
export type Scores = ReadonlyMap<string, number>;

/** One measure of one group as it stands in a release; what is homogeneous was withheld but counts as published (D6). */
export interface Standing {
	scores: Scores;
	shown: Cell | Withheld;
}

/** Whether two scores count as the same; a changed score makes another member. */
export function sameScore(a: number | undefined, b: number | undefined): boolean {
	if (a === undefined || b === undefined) return a === b;
	return Math.abs(a - b) <= TOLERANCE;
}

/** D7: the municipalities that entered, left, or have another score. */
export function changedIds(now: Scores, then: Scores): string[] {
	const changed = [...now.keys()].filter((id) => !sameScore(now.get(id), then.get(id)));
	return [...changed, ...[...then.keys()].filter((id) => !now.has(id))];
}

/** D7: whether so few municipalities changed that a reader, or a holder who knows some of them, could work them out. */
export function changedTooLittle(changed: readonly string[], holders: readonly Holder[]): boolean {
	if (changed.length === 0) return false;
	if (changed.length < CHANGE_MINIMUM) return true;
	return holders.some((holder) => changed.filter((id) => !holder.has(id)).length < CHANGE_MINIMUM);
}

/** D7: a table is renewed if it differs from every earlier one of its group by nobody or by enough municipalities. */
export function mayRenew(now: Scores, earlier: readonly Scores[], holders: readonly Holder[]): boolean {
	return earlier.every((then) => !changedTooLittle(changedIds(now, then), holders));
}
