import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agreementOf, agreementWord } from './agreement.ts';
import type { Level } from '#lib/domain/answering/rating.ts';
import { anyLevel } from '../../../../tests/support/any-assessment.ts';

const anyLevels = fc.array(anyLevel, { minLength: 2, maxLength: 30 });

test('M12: agreement lies in 0–1, is 1 only where all are alike, and has no favourite end of the scale', () => {
	fc.assert(
		fc.property(anyLevels, (levels) => {
			const agreement = agreementOf(levels) ?? NaN;
			expect(agreement).toBeGreaterThanOrEqual(0);
			expect(agreement).toBeLessThanOrEqual(1);
			expect(agreement === 1).toBe(new Set(levels).size === 1);
			const mirrored = levels.map((level) => (6 - level) as Level);
			expect(agreementOf(mirrored)).toBeCloseTo(agreement, 12);
			expect(agreementWord(mirrored)).toBe(agreementWord(levels));
		})
	);
});

test('M12: who answered first changes neither agreement nor word, nor does the height of the levels', () => {
	const anyShift = fc.array(fc.constantFrom<Level>(1, 2, 3, 4), { minLength: 2, maxLength: 30 }).chain((levels) =>
		fc.tuple(
			fc.constant(levels),
			fc.shuffledSubarray(levels, { minLength: levels.length }).map((list) => list.map((level) => (level + 1) as Level))
		)
	);
	fc.assert(
		fc.property(anyShift, ([levels, shifted]) => {
			expect(agreementOf(shifted)).toBeCloseTo(agreementOf(levels) ?? NaN, 12);
			expect(agreementWord(shifted)).toBe(agreementWord(levels));
		})
	);
});

test('M12: the word is that of the variance in whole numbers', () => {
	fc.assert(
		fc.property(anyLevels, (levels) => {
			const n = levels.length;
			const sum = levels.reduce((total: number, level) => total + level, 0);
			const squares = levels.reduce((total: number, level) => total + level * level, 0);
			// s² = numerator / (n (n − 1)); r_wg ≥ 0.7 where s² ≤ 0.6, and ≥ 0.5 where s² ≤ 1
			const numerator = n * squares - sum * sum;
			const close = Math.max(...levels) - Math.min(...levels) <= 1;
			const strong = 5 * numerator <= 3 * n * (n - 1) && (n >= 8 || close);
			const word = strong ? 'strong' : numerator <= n * (n - 1) ? 'moderate' : 'weak';
			expect(agreementWord(levels)).toBe(n >= 5 ? word : undefined);
		}),
		{ numRuns: 1000 }
	);
});
