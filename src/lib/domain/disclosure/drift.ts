/** D7: whether a set that is not published, but reached by sums in two releases, changed by too few municipalities. */
import { changedEnough as isEnough, changedTooLittle as isLittle } from './disclosure.ts';
import { valueIn, type Class, type Crowd, type Sum } from './crowd.ts';
import { addTo, nobodyOf } from './drift-count.ts';
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

/** The tables that take part in a sum. */
function bitsOfSum(sum: Sum, words: number): Bits {
	const bits = new Uint32Array(words);
	for (let position = 0; position < sum.length; position++)
		if (sum[position] !== 0) bits[position >> 5] = (bits[position >> 5] as number) | (1 << (position & 31));
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
			judge: (sum, open) => {
				const [counted, still] = [bitsOfSum(sum, words), bitsOf(open, words)];
				const [changed, decided] = [nobodyOf(moving), nobodyOf(moving)];
				for (const one of moving) {
					if (!meet(one.touched, counted) || !hasChanged(one, sum)) continue;
					addTo(changed, one);
					if (meet(one.touched, still)) continue;
					addTo(decided, one);
					if (isEnough(decided)) return 'hopeless';
				}
				return isLittle(changed) ? 'found' : 'open';
			}
		},
		'every'
	);
}
