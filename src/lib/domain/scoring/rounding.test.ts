import { expect, test } from 'vitest';
import { percentOf, roundedLevel, roundedOutward, shownScore } from './rounding.ts';

test.each([
	[2.45, 2.5],
	[2.4499, 2.4],
	[2.449999999999999, 2.5],
	[1, 1],
	[5, 5],
	[4.95, 5],
	[1.05, 1.1],
	[(2 + 2 + 3) / 3, 2.3]
])('M6: %d is shown as %d', (score, shown) => {
	expect(shownScore(score)).toBe(shown);
});

test.each([
	[1, 0],
	[5, 100],
	[3.18, 55],
	[1.02, 1],
	[1.019, 0],
	[2.1, 28],
	[2.0999999999999996, 28]
])('M6: %d is %d percent', (score, percent) => {
	expect(percentOf(score)).toBe(percent);
});

test.each([
	[1.4999, 1],
	[1.5, 2],
	[1.4999999999999998, 2],
	[4.5, 5],
	[5, 5]
])('M7: the level nearest to %d is %d', (result, level) => {
	expect(roundedLevel(result)).toBe(level);
});

test('M11: an interval is shown no narrower than it is, and not wider where it is exact', () => {
	expect(roundedOutward([2.91, 3.11])).toEqual([2.9, 3.2]);
	expect(roundedOutward([2.9, 3.1])).toEqual([2.9, 3.1]);
	expect(roundedOutward([2.9000000000000004, 3.0999999999999996])).toEqual([2.9, 3.1]);
	expect(roundedOutward([2.8999999999999995, 3.1000000000000005])).toEqual([2.9, 3.1]);
});
