import { expect, test } from 'vitest';
import { agreementOf, agreementWord, rangeOf } from './agreement.ts';
import type { Level } from '#lib/domain/answering/rating.ts';

test.each<[Level[], number]>([
	[[3, 3], 1],
	[[3, 4], 0.75],
	[[1, 2, 3], 0.5],
	[[1, 5], 0],
	[[2, 4], 0],
	[[1, 1, 5, 5], 0]
])('M12: levels %j agree to %d', (levels, expected) => {
	expect(agreementOf(levels)).toBe(expected);
});

test('M12: fewer than two levels do not agree or disagree', () => {
	expect([agreementOf([]), agreementOf([4])]).toEqual([null, null]);
});

test.each<[string, Level[], string | undefined]>([
	['four levels, too few for a word', [3, 3, 3, 3], undefined],
	['five alike', [3, 3, 3, 3, 3], 'strong'],
	['five neighbours', [3, 3, 3, 3, 4], 'strong'],
	['seven that reach 0.7, but two levels apart', [3, 3, 3, 3, 3, 3, 5], 'moderate'],
	['eight that reach 0.7, two levels apart', [3, 3, 3, 3, 3, 3, 3, 5], 'strong'],
	['eleven at exactly 0.7', [2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4], 'strong'],
	['fifteen at 0.7, which doubles miss by a hair', [1, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4], 'strong'],
	['five at exactly 0.5', [2, 2, 3, 4, 4], 'moderate'],
	['five below 0.5', [1, 2, 3, 4, 4], 'weak']
])('M12: %s', (_, levels, word) => {
	expect(agreementWord(levels)).toBe(word);
});

test('the range is the highest minus the lowest level', () => {
	expect([rangeOf([2, 5, 3]), rangeOf([4]), rangeOf([])]).toEqual([3, 0, 0]);
});
