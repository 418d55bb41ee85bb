/** D7: how many municipalities differ between two lists, for everybody and for each holder. */
import type { Holder, Tally } from './disclosure.ts';
import { sameScore } from './participant.ts';

/** Counts these municipalities: all of them, then, holder by holder, those that the holder does not know. */
export function tallyOf(ids: Iterable<string>, holders: readonly Holder[]): Tally {
	const tally: [number, ...number[]] = [0, ...holders.map(() => 0)];
	for (const id of ids) {
		tally[0]++;
		holders.forEach((holder, index) => {
			if (!holder.has(id)) tally[index + 1] = (tally[index + 1] ?? 0) + 1;
		});
	}
	return tally;
}

/** Those who entered, who left, or of whom `markOf` tells another number. */
export function countChanges<One>(
	now: ReadonlyMap<string, One>,
	then: ReadonlyMap<string, One>,
	markOf: (one: One) => number | null | undefined,
	holders: readonly Holder[]
): Tally {
	const changed = new Set([...then.keys()].filter((id) => !now.has(id)));
	for (const [id, one] of now) {
		const before = then.get(id);
		if (!before || !sameScore(markOf(one) ?? 0, markOf(before) ?? 0)) changed.add(id);
	}
	return tallyOf(changed, holders);
}
