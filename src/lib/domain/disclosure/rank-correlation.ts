/** How two scores go together, by their ranks, and how well several measure one thing. */
import { TOLERANCE } from '#lib/domain/scoring/rounding.ts';

/** Ranks from 1, equal values (to `TOLERANCE`) sharing the mean of their places. */
export function ranksOf(values: readonly number[]): number[] {
	// Typed arrays sort numbers by themselves, several times as fast as with a comparison.
	const ascending = Float64Array.from(values).sort();
	const ranks = new Map<number, number>();
	for (let start = 0; start < ascending.length;) {
		const least = ascending[start] ?? 0;
		let end = start + 1;
		while (end < ascending.length && (ascending[end] ?? 0) - least <= TOLERANCE) end++;
		for (const value of ascending.subarray(start, end)) ranks.set(value, (start + 1 + end) / 2);
		start = end;
	}
	return values.map((value) => ranks.get(value) ?? 0);
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** How far each value of a list lies from their mean, and the root of the sum of the squares. */
interface Deviations {
	values: Float64Array;
	length: number;
}

/** A list is compared with many others, and never changes. */
const deviationsOfLists = new WeakMap<readonly number[], Deviations>();

function deviationsOf(list: readonly number[]): Deviations {
	const known = deviationsOfLists.get(list);
	if (known) return known;
	const middle = mean(list);
	const values = Float64Array.from(list, (value) => value - middle);
	const deviations = { values, length: Math.sqrt(productOf(values, values)) };
	deviationsOfLists.set(list, deviations);
	return deviations;
}

function productOf(a: Float64Array, b: Float64Array): number {
	let sum = 0;
	for (let index = 0; index < a.length; index++) sum += (a[index] as number) * (b[index] as number);
	return sum;
}

/** The variance of a list times its length. */
function variation(list: readonly number[]): number {
	const { values } = deviationsOf(list);
	return productOf(values, values);
}

/** Spearman's correlation from ranks (`ranksOf`) of as many, −1 … 1; undefined where one of the lists has all values alike. */
export function correlationOfRanks(a: readonly number[], b: readonly number[]): number | undefined {
	const [first, second] = [deviationsOf(a), deviationsOf(b)];
	const spread = first.length * second.length;
	return spread > 0 ? productOf(first.values, second.values) / spread : undefined;
}

/**
 * Cronbach's α of several lists of scores of the same municipalities, at most 1; undefined where their sum does not vary, or
 * there are fewer than two lists.
 */
export function cronbachAlpha(lists: readonly (readonly number[])[]): number | undefined {
	const [first] = lists;
	if (!first || lists.length < 2) return undefined;
	const sums = first.map((_, index) => lists.reduce((sum, list) => sum + (list[index] ?? 0), 0));
	const whole = variation(sums);
	if (whole <= TOLERANCE) return undefined;
	const parts = lists.reduce((sum, list) => sum + variation(list), 0);
	return (lists.length / (lists.length - 1)) * (1 - parts / whole);
}
