/** How two scores go together, by their ranks, and how well several measure one thing. */
import { TOLERANCE } from '#lib/domain/scoring/rounding.ts';

/** Ranks from 1, equal values (to `TOLERANCE`) sharing the mean of their places. */
export function ranksOf(values: readonly number[]): number[] {
	const order = values.map((_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
	const ranks = values.map(() => 0);
	for (let start = 0; start < order.length;) {
		const least = values[order[start] ?? 0] ?? 0;
		let end = start + 1;
		while (end < order.length && (values[order[end] ?? 0] ?? 0) - least <= TOLERANCE) end++;
		for (const index of order.slice(start, end)) ranks[index] = (start + 1 + end) / 2;
		start = end;
	}
	return ranks;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The sum of the products of two lists' distances from their means; of a list with itself, its variance times its length. */
function coproduct(a: readonly number[], b: readonly number[]): number {
	const [meanA, meanB] = [mean(a), mean(b)];
	return a.reduce((sum, value, index) => sum + (value - meanA) * ((b[index] ?? meanB) - meanB), 0);
}

/** Spearman's correlation from ranks (`ranksOf`), −1 … 1; undefined where one of the lists has all values alike. */
export function correlationOfRanks(a: readonly number[], b: readonly number[]): number | undefined {
	const spread = Math.sqrt(coproduct(a, a)) * Math.sqrt(coproduct(b, b));
	return spread > 0 ? coproduct(a, b) / spread : undefined;
}

/**
 * Cronbach's α of several lists of scores of the same municipalities, at most 1; undefined where their sum does not vary, or
 * there are fewer than two lists.
 */
export function cronbachAlpha(lists: readonly (readonly number[])[]): number | undefined {
	const [first] = lists;
	if (!first || lists.length < 2) return undefined;
	const sums = first.map((_, index) => lists.reduce((sum, list) => sum + (list[index] ?? 0), 0));
	const whole = coproduct(sums, sums);
	if (whole <= TOLERANCE) return undefined;
	const parts = lists.reduce((sum, list) => sum + coproduct(list, list), 0);
	return (lists.length / (lists.length - 1)) * (1 - parts / whole);
}
