import { expect, test } from 'vitest';
import { isScore, NO_SCORE, NOT_APPLICABLE, scoreOrNull } from './score.ts';

test('a score is told from the marks that stand for none', () => {
	expect([1, 2.5, 5, NO_SCORE, NOT_APPLICABLE].map(isScore)).toEqual([true, true, true, false, false]);
	expect([1, 2.5, 5, NO_SCORE, NOT_APPLICABLE].map(scoreOrNull)).toEqual([1, 2.5, 5, null, null]);
});
