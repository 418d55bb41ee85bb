import { expect, test } from 'vitest';
import { countedOnce, itemResult, tallyOf, type Respondent } from './item-result.ts';
import type { Decision, Rating } from '#lib/domain/answering/rating.ts';
import { NO_SCORE, NOT_APPLICABLE } from './score.ts';

function people(...ratings: (Rating | undefined)[]): Respondent[] {
	return ratings.map((rating, index) => ({ id: `r${index}`, role: null, ratings: { 'D1.1': rating } }));
}

const resultOf = (ratings: (Rating | undefined)[], decision?: Decision) =>
	itemResult(tallyOf(people(...ratings), 'D1.1'), decision);

test('M1: only a level is a value; unknown and missing never count as level 1', () => {
	expect(tallyOf(people('unknown', undefined, 4, 'notApplicable'), 'D1.1')).toEqual({
		levels: 1,
		sum: 4,
		notApplicable: 1
	});
	expect(resultOf(['unknown'])).toBe(NO_SCORE);
	expect(resultOf([undefined])).toBe(NO_SCORE);
});

test.each<[string, (Rating | undefined)[], number]>([
	['(a) the level of the only person', [3], 3],
	['(b) the mean of all who gave a level', [1, 2, 2, 'unknown'], 5 / 3],
	['nobody', [], NO_SCORE],
	['half of those who decided say it does not apply: it applies', ['notApplicable', 5], 5],
	['more than half say it does not apply', ['notApplicable', 'notApplicable', 5], NOT_APPLICABLE],
	['unknown and missing do not count among those who decided', ['notApplicable', 'unknown', undefined], NOT_APPLICABLE],
	['two of five say it does not apply', ['notApplicable', 'notApplicable', 4, 4, 5], 13 / 3]
])('M2: %s', (_, ratings, expected) => {
	expect(resultOf(ratings)).toBe(expected);
});

test.each<[string, (Rating | undefined)[], Decision, number]>([
	['a level replaces the mean', [1, 2], 5, 5],
	['a level replaces "does not apply"', ['notApplicable'], 2, 2],
	['a level stands where nobody knew', ['unknown'], 1, 1],
	['"does not apply" replaces the mean', [5, 5], 'notApplicable', NOT_APPLICABLE]
])('M2 (c): as a decision, %s', (_, ratings, decision, expected) => {
	expect(resultOf(ratings, decision)).toBe(expected);
});

test('M2: masked levels are no value, but still outweigh "does not apply"', () => {
	expect(itemResult({ levels: 4, sum: null, notApplicable: 1 })).toBe(NO_SCORE);
	expect(itemResult({ levels: 1, sum: null, notApplicable: 2 })).toBe(NOT_APPLICABLE);
	expect(itemResult({ levels: 4, sum: null, notApplicable: 1 }, 3)).toBe(3);
});

test('M2: every respondent counts once, with what was submitted last, in the order of the ids', () => {
	const [first, second] = people(1, 2) as [Respondent, Respondent];
	const again: Respondent = { ...first, ratings: { 'D1.1': 5 } };
	expect(countedOnce([second, first, again])).toEqual([again, second]);
	expect(countedOnce([again, second, first])).toEqual([first, second]);
});
