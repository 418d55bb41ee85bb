/** D7: whether a set that is not published, but reached by sums in two releases, changed by too few municipalities. */
import { changedEnough as isEnough, changedTooLittle as isLittle } from './disclosure.ts';
import { valueIn, type Class, type Crowd, type Sum } from './crowd.ts';
import { changeOf } from './drift-count.ts';
import { driftsLittleInGrid } from './drift-grid.ts';
import { gridOf } from './grid.ts';
import { findInside } from './inside.ts';

/**
 * D7: whether a reader reaches a set in both releases that differs by 1 … 4 municipalities, or as few unknown to a holder.
 *
 * @param crowd seen through tables that stand in both releases
 */
export function driftsLittle(crowd: Crowd): boolean {
	return driftsLittleInGrid(gridOf(crowd)) || driftsLittleInside(crowd);
}

/** Positions as bits, 32 to a word: looked at in every step of the search. */
type Bits = Uint32Array;

function bitsOf(positions: Iterable<number>, words: number): Bits {
	const bits = new Uint32Array(words);
	for (const position of positions) bits[position >> 5] = (bits[position >> 5] as number) | (1 << (position & 31));
	return bits;
}

function meet(one: Bits, other: Bits): boolean {
	for (let word = 0; word < one.length; word++)
		if (((one[word] as number) & (other[word] as number)) !== 0) return true;
	return false;
}

/** Whether a municipality stands in other tables than before, so that a sum can count it otherwise. */
const moves = ({ traces }: Class) => traces.some(({ now, then }) => now.join() !== then.join());

function driftsLittleInside(crowd: Crowd): boolean {
	const words = Math.ceil(crowd.groups.length / 32);
	const moving = crowd.classes.filter(moves).map((one) => ({
		...one,
		touched: bitsOf(
			one.traces.flatMap(({ now, then }) => [...now, ...then]),
			words
		)
	}));
	const hasChanged = ({ traces }: Class, sum: Sum) => {
		for (const { now, then } of traces) if (valueIn(now, sum) !== valueIn(then, sum)) return true;
		return false;
	};
	return findInside(
		crowd,
		{
			matters: (position) => moving.some(({ touched }) => meet(touched, bitsOf([position], words))),
			// A table minus disjoint tables inside it is a set in any case.
			isFound: (sum) => isLittle(changeOf(moving, (one) => hasChanged(one, sum))),
			isHopeless: (sum, open) => {
				const still = bitsOf(open, words);
				return isEnough(changeOf(moving, (one) => !meet(one.touched, still) && hasChanged(one, sum)));
			}
		},
		'every'
	);
}
