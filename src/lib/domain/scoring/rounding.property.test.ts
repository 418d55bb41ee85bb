/** M6 and M7 against whole numbers, for every mean that scores can be: sum / count in 1–5. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentOf, roundedLevel, roundedOutward, shownScore } from './rounding.ts';

/** Up to the 54 items of 400 people. */
const anyMean = fc
	.integer({ min: 1, max: 54 * 400 })
	.chain((count) => fc.tuple(fc.integer({ min: count, max: 5 * count }), fc.constant(count)));

/** Half up to whole steps, so many of which make one. */
const halfUp = (sum: number, count: number, steps: number) => Math.floor((2 * sum * steps + count) / (2 * count));

test('M6, M7: a mean is shown as the fraction it stands for, rounded half up', () => {
	fc.assert(
		fc.property(anyMean, ([sum, count]) => {
			expect(shownScore(sum / count)).toBe(halfUp(sum, count, 10) / 10);
			expect(percentOf(sum / count)).toBe(halfUp(sum - count, count, 25));
			expect(roundedLevel(sum / count)).toBe(halfUp(sum, count, 1));
		}),
		{ numRuns: 5000 }
	);
});

/** The same number, as sums and means of doubles can miss it. */
const missed = (exact: number) => [
	exact,
	exact - 1e-15,
	exact + 1e-15,
	exact / 7 + (6 * exact) / 7,
	exact * 3 - 2 * exact
];

test('M6, M7: a mean that lies exactly between two steps goes up, in whichever way it was calculated', () => {
	for (let tenth = 10; tenth < 50; tenth++)
		for (const score of missed((2 * tenth + 1) / 20)) expect(shownScore(score)).toBe((tenth + 1) / 10);
	for (let percent = 0; percent < 100; percent++)
		for (const score of missed(1 + (2 * percent + 1) / 50)) expect(percentOf(score)).toBe(percent + 1);
	for (let level = 1; level < 5; level++)
		for (const result of missed(level + 0.5)) expect(roundedLevel(result)).toBe(level + 1);
});

test('M6: rounding keeps the order, stays on the scale and moves by half a step at most', () => {
	const anyScore = fc.double({ min: 1, max: 5, noNaN: true });
	fc.assert(
		fc.property(anyScore, anyScore, (a, b) => {
			const [low, high] = [Math.min(a, b), Math.max(a, b)];
			for (const round of [shownScore, percentOf, roundedLevel]) expect(round(low)).toBeLessThanOrEqual(round(high));
			expect(shownScore(a)).toBeGreaterThanOrEqual(1);
			expect(shownScore(a)).toBeLessThanOrEqual(5);
			expect(Math.abs(shownScore(a) - a)).toBeLessThan(0.05 + 2e-9);
			expect(Math.abs(roundedLevel(a) - a)).toBeLessThan(0.5 + 2e-9);
		})
	);
});

test('M11: rounding outward contains the interval, adds less than a tenth at each end, and is done once', () => {
	const anyScore = fc.double({ min: 1, max: 5, noNaN: true });
	fc.assert(
		fc.property(anyScore, anyScore, (a, b) => {
			const [low, high] = [Math.min(a, b), Math.max(a, b)];
			const [lower, upper] = roundedOutward([low, high]);
			expect(low - lower).toBeGreaterThan(-2e-9);
			expect(upper - high).toBeGreaterThan(-2e-9);
			expect(Math.max(low - lower, upper - high)).toBeLessThan(0.1);
			expect(roundedOutward([lower, upper])).toEqual([lower, upper]);
		})
	);
});
