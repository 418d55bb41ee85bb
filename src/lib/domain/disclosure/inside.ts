/** D6: sums of the form "a published group minus published groups that lie wholly inside it, disjoint from each other". */
import type { Crowd, Sum } from './crowd.ts';

/** More steps than that are not searched: the answer is then "found", since what is not known to be safe is withheld. */
const MOST_STEPS = 50_000;

export interface InsideSearch {
	/** whether subtracting a table can make a difference */
	matters: (position: number) => boolean;
	/**
	 * `found`: the sum gives something away. `hopeless`: no choice among the tables that are still open can make it do so.
	 * `open`: neither.
	 */
	judge: (sum: Sum, open: readonly number[]) => 'found' | 'hopeless' | 'open';
}

/** Looks through all such sums; with `last`, those in which the last table takes part. */
export function findInside(crowd: Crowd, search: InsideSearch, which: 'every' | 'last'): boolean {
	const positions = crowd.groups.map((_, position) => position);
	const sizes = positions.map((position) => sizeOf(crowd, position));
	const marks = marksOf(crowd);
	const areDisjoint = (one: number, other: number) => everyWord(marks, one, other, (a, b) => (a & b) === 0);
	const liesInside = (part: number, whole: number) => everyWord(marks, part, whole, (a, b) => (a & ~b) === 0);
	const last = positions.length - 1;
	const sum = new Int8Array(positions.length);
	let steps = 0;

	function descend(open: readonly number[]): boolean {
		if (++steps > MOST_STEPS) return true;
		const judged = search.judge(sum, open);
		if (judged !== 'open') return judged === 'found';
		return open.some((position, index) => {
			sum[position] = -1;
			const found = descend(open.slice(index + 1).filter((other) => areDisjoint(position, other)));
			sum[position] = 0;
			return found;
		});
	}

	return positions.some((whole) => {
		if (which === 'last' && whole !== last && !liesInside(last, whole)) return false;
		const inside = positions
			.filter((part) => part !== whole && search.matters(part) && liesInside(part, whole))
			.sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0));
		sum.fill(0);
		sum[whole] = 1;
		if (which === 'every' || whole === last) return descend(inside);
		if (!inside.includes(last)) return false;
		sum[last] = -1;
		return descend(inside.filter((part) => part !== last && areDisjoint(part, last)));
	});
}

function sizeOf({ classes }: Crowd, position: number): number {
	return classes.reduce((sum, one) => sum + (one.traces.some(({ now }) => now.includes(position)) ? one.count : 0), 0);
}

/** For each table a bit for each trace that it holds, in this release and in the earlier one, 32 to a word. */
function marksOf({ groups, classes }: Crowd): Uint32Array[] {
	const rows = classes.flatMap(({ traces }) => traces.flatMap(({ now, then }) => [now, then]));
	const marks = groups.map(() => new Uint32Array(Math.ceil(rows.length / 32)));
	rows.forEach((positions, row) => {
		for (const position of positions) {
			const words = marks[position];
			if (words) words[row >> 5] = (words[row >> 5] ?? 0) | (1 << (row & 31));
		}
	});
	return marks;
}

function everyWord(
	marks: readonly Uint32Array[],
	one: number,
	other: number,
	holds: (a: number, b: number) => boolean
): boolean {
	return marks[one]?.every((word, index) => holds(word, marks[other]?.[index] ?? 0)) ?? true;
}
