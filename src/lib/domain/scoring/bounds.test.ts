import { expect, test } from 'vitest';
import { BEST, criterionBound, lowerBound, upperBound, WORST } from './bounds.ts';
import { layoutOf } from './layout.ts';
import type { Rating } from '#lib/domain/answering/rating.ts';
import { NO_SCORE, NOT_APPLICABLE } from './score.ts';
import { scoreAssessment, soloInput } from './scoring.ts';
import { currentInstrument } from '#lib/instruments/index.ts';

const { instrument } = currentInstrument();

test.each([
	['every item has a result', { applicable: 3, rated: 3, sum: 9 }, 3, 3],
	['one item of three has none', { applicable: 3, rated: 2, sum: 6 }, 7 / 3, 11 / 3],
	['no item has one, whatever M3 demands', { applicable: 2, rated: 0, sum: 0 }, 1, 5],
	['no item applies', { applicable: 0, rated: 0, sum: 0 }, NOT_APPLICABLE, NOT_APPLICABLE]
])('M10: the bounds of a criterion where %s', (_, items, lower, upper) => {
	expect(criterionBound(items, WORST)).toBe(lower);
	expect(criterionBound(items, BEST)).toBe(upper);
});

test('M10: a bound never lies on the wrong side of a score; without a score it stands alone', () => {
	expect([lowerBound(3, 3.5), lowerBound(3, 2.5), lowerBound(NO_SCORE, 2.5)]).toEqual([3, 2.5, 2.5]);
	expect([upperBound(3, 2.5), upperBound(3, 3.5), upperBound(NO_SCORE, 3.5)]).toEqual([3, 3.5, 3.5]);
});

/** The budget alone, in the ratings of each criterion's items. */
function budget(...criteria: Rating[][]) {
	const { items } = layoutOf(instrument, 'full', 'budget');
	const ratings = Object.fromEntries(criteria.flat().map((rating, index) => [items[index], rating]));
	return scoreAssessment(instrument, soloInput({ variant: 'full', scope: 'budget' }, ratings)).dimensions.budget;
}

const ALL_LOW: Rating[] = [1, 1, 1];
const ALL_HIGH: Rating[] = [5, 5, 5];
const NONE: Rating[] = ['notApplicable', 'notApplicable', 'notApplicable'];

test('M10: where M4 leaves out a criterion that can only be better, the score itself is the lower bound', () => {
	const high: Rating[] = [5, 'unknown', 'unknown'];
	expect(budget(ALL_LOW, ALL_LOW, ALL_LOW, ALL_LOW, high, high)).toMatchObject({ score: 1, lower: 1, upper: 14 / 6 });
});

test('M10: where it can only be worse, the score is the upper bound', () => {
	const low: Rating[] = [1, 'unknown', 'unknown'];
	const result = budget(ALL_HIGH, ALL_HIGH, ALL_HIGH, ALL_HIGH, low, low);
	expect(result).toMatchObject({ score: 5, upper: 5 });
	expect(result?.lower).toBeCloseTo(22 / 6, 12);
});

test('M10: a criterion that does not apply bounds nothing', () => {
	const open: Rating[] = ['unknown', 'unknown', 'unknown'];
	expect(budget(open, NONE, NONE, NONE, NONE, NONE)).toMatchObject({ score: null, lower: 1, upper: 5 });
	expect(budget(NONE, NONE, NONE, NONE, NONE, NONE)).toMatchObject({ score: null, lower: null, upper: null });
});

test('M10: bounds speak about all answers together: part of them can lead past a bound, as M4 leaves the rest out', () => {
	const fours = [1, 2, 3, 4].map((): Rating[] => [4, 4, 4]);
	const low: Rating[] = [1, 'unknown', 'unknown'];
	const before = budget(...fours, [5, 'unknown', 'unknown'], low);
	expect(before?.upper).toBeCloseTo((16 + 5 + 11 / 3) / 6, 12);
	const partly = budget(...fours, [5, 5, 5], low);
	expect(partly?.score).toBeCloseTo(21 / 5, 12);
	expect(partly?.score).toBeGreaterThan(before?.upper ?? 5);
	expect(budget(...fours, [5, 5, 5], [1, 5, 5])?.score).toBeCloseTo(before?.upper ?? 0, 12);
});
