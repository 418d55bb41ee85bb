import { expect, test } from 'vitest';
import { criterionItems, criterionScore } from './criterion-score.ts';
import { NO_SCORE, NOT_APPLICABLE } from './score.ts';

const scoreOf = (results: number[]) => criterionScore(criterionItems(results, { from: 0, to: results.length }));

test.each<[string, number[], number]>([
	['three results', [2, 3, 5], 10 / 3],
	['two of three results, exactly two thirds', [2, NO_SCORE, 5], 3.5],
	['one of three results', [NO_SCORE, NO_SCORE, 5], NO_SCORE],
	['one of two results, the third does not apply', [NOT_APPLICABLE, NO_SCORE, 5], NO_SCORE],
	['one result where nothing else applies', [NOT_APPLICABLE, NOT_APPLICABLE, 5], 5],
	['no result', [NO_SCORE, NOT_APPLICABLE, NOT_APPLICABLE], NO_SCORE],
	['nothing that applies', [NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE], NOT_APPLICABLE],
	['the core item alone', [4], 4],
	['no item in this variant', [], NOT_APPLICABLE]
])('M3: a criterion with %s', (_, results, expected) => {
	expect(scoreOf(results)).toBe(expected);
});

test('M3: only the items of the criterion count', () => {
	expect(criterionItems([1, 4, NO_SCORE, NOT_APPLICABLE, 1], { from: 1, to: 4 })).toEqual({
		applicable: 2,
		rated: 1,
		sum: 4
	});
});
