import { expect, test } from 'vitest';
import { dimensionScore, weightedMean } from './dimension-score.ts';
import { overallScore } from './overall-score.ts';
import { NO_SCORE as NO, NOT_APPLICABLE as NA } from './score.ts';

const EQUAL = [1, 1, 1, 1, 1, 1];
const all = { from: 0, to: 6 };

test.each<[string, number[], number]>([
	['six scores', [1, 2, 3, 4, 5, 3], 3],
	['four of six, exactly two thirds', [1, 2, 3, 4, NO, NO], 2.5],
	['three of six', [1, 2, 3, NO, NO, NO], NO],
	['two of three that apply', [2, 3, NO, NA, NA, NA], 2.5],
	['one of two that apply', [2, NO, NA, NA, NA, NA], NO],
	['the only one that applies', [2, NA, NA, NA, NA, NA], 2],
	['nothing that applies', [NA, NA, NA, NA, NA, NA], NA]
])('M4: a dimension with %s', (_, criteria, expected) => {
	expect(dimensionScore(criteria, EQUAL, all)).toBe(expected);
});

test('M4: criteria weigh in the mean, but are counted for the two thirds', () => {
	expect(dimensionScore([1, 5, 5, 5, NO, NO], [3, 1, 1, 1, 9, 9], all)).toBe(3);
	expect(dimensionScore([1, 5, 5, NO, NO, NO], [9, 9, 9, 1, 1, 1], all)).toBe(NO);
});

test('M4: only the criteria of the dimension count', () => {
	expect(dimensionScore([1, 4, 5, 1], [1, 1, 1, 1], { from: 1, to: 3 })).toBe(4.5);
});

test('a mean of nothing does not apply', () => {
	expect(weightedMean([NO, NA], [1, 1], { from: 0, to: 2 })).toBe(NA);
});

test.each<[number[], number | null, number | null]>([
	[[1, 2, 4.5], 2.5, 3.5],
	[[1, 2, NO], null, null],
	[[1, 2, NA], null, null],
	[[3], null, null]
])('M5: dimensions %j have the overall score %s and the span %s', (dimensions, overall, span) => {
	expect(overallScore(dimensions)).toEqual({ overall, span });
});
