import { expect, test } from 'vitest';
import type { DimensionLayout } from './layout.ts';
import { NO_SCORE as NO, NOT_APPLICABLE as NA } from './score.ts';
import { itemsShort, stageOf } from './stage.ts';

/** A dimension with so many items and criteria. */
function dimension(items: number, criteria: number): DimensionLayout {
	return { id: 'budget', items: { from: 0, to: items }, criteria: { from: 0, to: criteria } };
}

function stage(results: number[], criteria: number[]): number {
	return stageOf(results, criteria, dimension(results.length, criteria.length));
}

const repeat = (count: number, value: number) => Array.from({ length: count }, () => value);

test.each<[string, number[], number[], number]>([
	['all at 5', repeat(5, 5), [5], 5],
	['exactly 80 % at 4', [4, 4, 4, 4, 3], [3.8], 4],
	['one item less than 80 % at 4', [4, 4, 4, 4, 3, 3], [3.7], 3],
	['nobody above 1', repeat(6, 1), [1], 1],
	['12 of 15 at 3', [...repeat(12, 3), ...repeat(3, 2)], [2.8], 3],
	['14 of 18 at 3', [...repeat(14, 3), ...repeat(4, 2)], [2.8], 2],
	['results that round up', [3.5, 3.5, 3.5, 3.5, 3.4], [3.48], 4],
	['items without a result do not count', [4, 4, 4, 4, 3, NO, NA], [3.8], 4]
])('M7 (i): %s', (_, results, criteria, expected) => {
	expect(stage(results, criteria)).toBe(expected);
});

test.each<[string, number[], number]>([
	['one criterion a whole stage below', [4, 5, 5], 5],
	['one criterion just below that', [3.999, 5, 5], 4],
	['a criterion that misses it by less than doubles can tell', [3.9999999999, 5, 5], 5],
	['a criterion at the very bottom', [1, 5, 5], 2],
	['a criterion without a score', [NO, NA, 5], 5]
])('M7 (ii): %s', (_, criteria, expected) => {
	expect(stage(repeat(9, 5), criteria)).toBe(expected);
});

test('M7: shares are compared in integers', () => {
	for (let rated = 1; rated <= 54; rated++)
		for (let reached = 0; reached <= rated; reached++) {
			const results = [...repeat(reached, 4), ...repeat(rated - reached, 1)];
			const short = itemsShort(results, { from: 0, to: rated }, 4);
			expect(5 * (reached + short)).toBeGreaterThanOrEqual(4 * rated);
			if (short > 0) expect(5 * (reached + short - 1)).toBeLessThan(4 * rated);
		}
});
