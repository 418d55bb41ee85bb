/** D6: sums of the form "a published group minus published groups that lie wholly inside it, disjoint from each other". */
import { areDisjoint, columnsOf, liesInside, subtract, type Bits } from './bits.ts';
import type { Crowd } from './crowd.ts';

/** More steps than that are not searched: the answer is then "found", since what is not known to be safe is withheld. */
const MOST_STEPS = 50_000;

export interface InsideSearch {
	/** for each table the rows of the search that stand in it */
	rows: readonly Bits[];
	/** whether subtracting a table can make a difference */
	matters: (position: number) => boolean;
	/**
	 * `found`: what is left of the group gives something away. `hopeless`: no choice among the tables that are still open can
	 * make it do so. `open`: neither.
	 */
	judge: (rest: Bits, open: readonly number[]) => 'found' | 'hopeless' | 'open';
}

/** Looks through all such sums; with `last`, those in which the last table takes part. */
export function findInside(crowd: Crowd, { rows, matters, judge }: InsideSearch, which: 'every' | 'last'): boolean {
	const positions = crowd.groups.map((_, position) => position);
	const last = positions.length - 1;
	const traces = crowd.classes.flatMap((one) => one.traces.flatMap(({ now, then }) => [now, then]));
	const marks = columnsOf(traces, positions.length);
	const isInside = remembering(marks, liesInside);
	const isBeside = remembering(marks, areDisjoint);
	const sizes = sizesOf(crowd);
	const rests: Bits[] = [];
	let steps = 0;

	function descend(rest: Bits, open: readonly number[], depth: number): boolean {
		if (++steps > MOST_STEPS) return true;
		const judged = judge(rest, open);
		if (judged !== 'open') return judged === 'found';
		for (let index = 0; index < open.length; index++) {
			const position = open[index] as number;
			const still: number[] = [];
			for (let next = index + 1; next < open.length; next++)
				if (isBeside(position, open[next] as number)) still.push(open[next] as number);
			if (descend(without(rest, position, depth), still, depth + 1)) return true;
		}
		return false;
	}

	/** One place to write for each depth: what is above it in the search is read again. */
	function without(whole: Bits, position: number, depth: number): Bits {
		const rest = (rests[depth] ??= new Uint32Array(whole.length));
		subtract(whole, rows[position] as Bits, rest);
		return rest;
	}

	return positions.some((whole) => {
		if (which === 'last' && whole !== last && !isInside(last, whole)) return false;
		const inside = positions
			.filter((part) => part !== whole && matters(part) && isInside(part, whole))
			.sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0));
		const all = rows[whole] as Bits;
		if (which === 'every' || whole === last) return descend(all, inside, 0);
		if (!inside.includes(last)) return false;
		const others = inside.filter((part) => part !== last && isBeside(part, last));
		return descend(without(all, last, 0), others, 1);
	});
}

/** The municipalities of each table. */
function sizesOf({ groups, classes }: Crowd): number[] {
	const sizes = groups.map(() => 0);
	for (const { traces, count } of classes) {
		const own = traces.length === 1 ? (traces[0]?.now ?? []) : new Set(traces.flatMap(({ now }) => now));
		for (const position of own) sizes[position] = (sizes[position] ?? 0) + count;
	}
	return sizes;
}

/** Asks about each two tables once. */
function remembering(marks: readonly Bits[], holds: (one: Bits, other: Bits) => boolean) {
	const known = new Int8Array(marks.length ** 2);
	return (one: number, other: number): boolean => {
		const at = one * marks.length + other;
		if (known[at] === 0) known[at] = holds(marks[one] as Bits, marks[other] as Bits) ? 1 : -1;
		return known[at] === 1;
	};
}
