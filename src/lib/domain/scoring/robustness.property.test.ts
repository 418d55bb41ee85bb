/** M14 for every assessment that has three dimension scores. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DIMENSIONS } from '#lib/domain/instrument/instrument.ts';
import { mulberry32 } from '#lib/domain/random.ts';
import type { Level } from '#lib/domain/answering/rating.ts';
import type { AssessmentResult } from './result.ts';
import { weightRobustness } from './robustness.ts';
import { WEIGHT_DRAWS } from './weight-draws.ts';
import { scoreAssessment, soloInput } from './scoring.ts';
import { anyAssessment, anyRatings, instrument } from '../../../../tests/support/any-assessment.ts';

const scoresOf = ({ dimensions }: AssessmentResult) => DIMENSIONS.map((id) => dimensions[id]?.score ?? NaN);

test('M14: a share of whole draws, of the dimensions that are weakest and strongest with equal weights', () => {
	fc.assert(
		fc.property(anyAssessment, fc.nat(), (input, seed) => {
			const result = scoreAssessment(instrument, input);
			const robustness = weightRobustness(instrument, input, result, mulberry32(seed));
			expect(robustness === null).toBe(result.overall === null);
			if (!robustness) return;
			const { weakest, strongest, share } = robustness;
			expect(Number.isInteger(Math.round(share * WEIGHT_DRAWS * 1e6) / 1e6)).toBe(true);
			expect(share >= 0 && share <= 1).toBe(true);
			const scores = scoresOf(result);
			expect(result.dimensions[weakest]?.score).toBeCloseTo(Math.min(...scores), 12);
			expect(result.dimensions[strongest]?.score).toBeCloseTo(Math.max(...scores), 12);
			expect(weightRobustness(instrument, input, result, mulberry32(seed))).toEqual(robustness);
		})
	);
});

test('M14: read from the other end of the scale, weakest and strongest change places and the share stays', () => {
	fc.assert(
		fc.property(anyRatings, fc.nat(), (ratings, seed) => {
			const mirrored = Object.entries(ratings).map(([id, rating]) => [
				id,
				typeof rating === 'number' ? ((6 - rating) as Level) : rating
			]);
			const [result, other] = [ratings, Object.fromEntries(mirrored) as typeof ratings].map((said) =>
				scoreAssessment(instrument, soloInput({ variant: 'full' }, said))
			) as [AssessmentResult, AssessmentResult];
			fc.pre(result.overall !== null && new Set(scoresOf(result).map((score) => score.toFixed(9))).size === 3);
			const there = weightRobustness(instrument, { variant: 'full' }, result, mulberry32(seed));
			const back = weightRobustness(instrument, { variant: 'full' }, other, mulberry32(seed));
			expect(back).toEqual({ weakest: there?.strongest, strongest: there?.weakest, share: there?.share });
		})
	);
});
