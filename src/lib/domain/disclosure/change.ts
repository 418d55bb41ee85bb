/** D7: how many municipalities differ between two lists, for everybody and for each holder. */
import type { Holder, Tally } from './disclosure.ts';
import { sameScore } from './participant.ts';

/** For each municipality the positions of the holders who know it; the same list of holders is asked about thousands. */
const indexes = new WeakMap<readonly Holder[], ReadonlyMap<string, readonly number[]>>();

function knowersOf(holders: readonly Holder[]): ReadonlyMap<string, readonly number[]> {
	const known = indexes.get(holders);
	if (known) return known;
	const index = new Map<string, number[]>();
	holders.forEach((holder, position) => {
		for (const id of holder) {
			const some = index.get(id);
			if (some) some.push(position);
			else index.set(id, [position]);
		}
	});
	indexes.set(holders, index);
	return index;
}

/** Counts municipalities one by one: all of them and, holder by holder, those that the holder does not know. */
export class Counter {
	#all = 0;
	readonly #known: number[];
	readonly #knowers: ReadonlyMap<string, readonly number[]>;

	constructor(holders: readonly Holder[]) {
		this.#known = holders.map(() => 0);
		this.#knowers = knowersOf(holders);
	}

	count(id: string): void {
		this.#all++;
		for (const position of this.#knowers.get(id) ?? []) this.#known[position] = (this.#known[position] ?? 0) + 1;
	}

	tally(): Tally {
		return [this.#all, ...this.#known.map((known) => this.#all - known)];
	}
}

/** Counts these municipalities: all of them, then, holder by holder, those that the holder does not know. */
export function tallyOf(ids: Iterable<string>, holders: readonly Holder[]): Tally {
	const counter = new Counter(holders);
	for (const id of ids) counter.count(id);
	return counter.tally();
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
