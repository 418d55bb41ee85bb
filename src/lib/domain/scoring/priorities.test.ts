import { expect, test } from 'vitest';
import { meanImportance, NEUTRAL_IMPORTANCE } from '#lib/domain/answering/importance.ts';
import { nextLevel, prioritiesOf } from './priorities.ts';

const one = (criterion: string, score: number | null, importance: number, target?: 1 | 2 | 3 | 4 | 5) => ({
	criterion,
	score,
	importance,
	target
});

const order = (...criteria: ReturnType<typeof one>[]) => prioritiesOf(criteria).map(({ criterion }) => criterion);

test('M9: a priority is the gap to the target times the importance', () => {
	expect(prioritiesOf([one('D1', 2.5, 4, 4)])).toEqual([
		{ criterion: 'D1', score: 2.5, target: 4, set: true, gap: 1.5, importance: 4, priority: 6 }
	]);
});

test('M9: a target that is reached leaves no gap', () => {
	expect(prioritiesOf([one('D1', 4.5, 4, 3)])[0]).toMatchObject({ target: 3, gap: 0, priority: 0 });
});

test.each([
	[1, 2],
	[2.99, 3],
	[3, 4],
	[2.9999999999999996, 4],
	[4.2, 5],
	[5, 5]
])('M9: without a target, the target of a score of %d is %d', (score, target) => {
	expect(nextLevel(score)).toBe(target);
	expect(prioritiesOf([one('D1', score, 1)])[0]).toMatchObject({ target, set: false });
});

test.each<[string, ReturnType<typeof one>[], string[]]>([
	['the higher priority first', [one('D1', 3, 1, 4), one('D2', 3, 2, 4)], ['D2', 'D1']],
	['the lower score first where priorities are equal', [one('D1', 4, 2, 5), one('D2', 3, 2, 4)], ['D2', 'D1']],
	['instrument order where both are equal', [one('D1', 3, 2, 4), one('D2', 3, 2, 4)], ['D1', 'D2']],
	['a priority equal but for its last digit', [one('D1', 3.7, 3, 4), one('D2', 3.1, 1, 4)], ['D2', 'D1']],
	['no criterion without a score', [one('D1', null, 4, 5), one('D2', 3, 1)], ['D2']]
])('M9: %s', (_, criteria, expected) => {
	expect(order(...criteria)).toEqual(expected);
});

test('M9: importance is the mean of the ratings, in the middle where nobody rated', () => {
	expect(meanImportance([1, 0, 0, 3])).toBe(13 / 4);
	expect(meanImportance([0, 0, 0, 0])).toBe(NEUTRAL_IMPORTANCE);
	expect(meanImportance(undefined)).toBe(2.5);
});
