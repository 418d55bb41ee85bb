import fc from 'fast-check';
import { expect, test } from 'vitest';
import { correlationOfRanks, cronbachAlpha, ranksOf } from './rank-correlation.ts';

const spearman = (a: number[], b: number[]) => correlationOfRanks(ranksOf(a), ranksOf(b));

test('equal values share the mean of their ranks', () => {
	expect(ranksOf([3, 1, 2, 2])).toEqual([4, 1, 2.5, 2.5]);
	expect(ranksOf([0.1 + 0.2, 0.3, 1])).toEqual([1.5, 1.5, 3]);
	expect(ranksOf([])).toEqual([]);
});

test('a correlation of ranks as textbooks have it', () => {
	// IQ and hours of television: 1 − 6 · 194 / (10 · 99).
	const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
	const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
	expect(spearman(iq, hours)).toBeCloseTo(-29 / 165, 12);
});

test('only the order counts, and it lies between −1 and 1', () => {
	expect(spearman([1, 2, 3, 4], [1, 1.1, 3, 90])).toBeCloseTo(1, 12);
	expect(spearman([1, 2, 3, 4], [9, 8, 7, -2])).toBeCloseTo(-1, 12);
	const pairs = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })), { minLength: 2 });
	fc.assert(
		fc.property(pairs, (some) => {
			const rho = spearman(
				some.map(([a]) => a),
				some.map(([, b]) => b)
			);
			expect(Math.abs(rho ?? 0)).toBeLessThanOrEqual(1 + 1e-9);
		})
	);
});

test('where all are alike there is no correlation', () => {
	expect(spearman([2, 2, 2], [1, 2, 3])).toBeUndefined();
});

test("Cronbach's α is 1 for lists that are alike, and as the formula has it for others", () => {
	const list = [1, 2, 3, 4, 5];
	expect(cronbachAlpha([list, list, list])).toBeCloseTo(1, 12);
	// Variances 2.5 and 2.5, of the sum 9: 2 · (1 − 5 / 9).
	expect(cronbachAlpha([list, [2, 1, 4, 3, 5]])).toBeCloseTo(8 / 9, 12);
});

test('there is no α for one list, nor for a sum that is the same everywhere', () => {
	expect(cronbachAlpha([[1, 2, 3]])).toBeUndefined();
	expect(
		cronbachAlpha([
			[1, 2, 3],
			[3, 2, 1]
		])
	).toBeUndefined();
});
