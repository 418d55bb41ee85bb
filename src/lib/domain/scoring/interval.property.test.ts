import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadIntervals } from './interval.ts';
import { mulberry32 } from '#lib/domain/random.ts';
import type { Level } from '#lib/domain/answering/rating.ts';
import { roundedOutward, TOLERANCE } from './rounding.ts';
import { scoreAssessment } from './scoring.ts';
import { anyExtent, anyTeam, instrument } from '../../../../tests/support/any-assessment.ts';

test('M11: an interval lies in 1–5, there is one exactly where a team of eight has a score, and it is shown no narrower', () => {
	fc.assert(
		fc.property(anyExtent, anyTeam(6, 12), fc.nat(), (extent, respondents, seed) => {
			const intervals = spreadIntervals(instrument, { ...extent, respondents }, mulberry32(seed));
			const { dimensions } = scoreAssessment(instrument, { ...extent, mode: 'team', respondents, consensus: {} });
			const scored = Object.entries(dimensions).filter(([, { score }]) => score !== null && respondents.length >= 8);
			expect(Object.keys(intervals)).toEqual(scored.map(([id]) => id));
			for (const [lower, upper] of Object.values(intervals)) {
				const [shownLower, shownUpper] = roundedOutward([lower, upper]);
				const ascending = [1, shownLower, lower + TOLERANCE, upper + 2 * TOLERANCE, shownUpper + 3 * TOLERANCE];
				expect(ascending).toEqual(ascending.toSorted((a, b) => a - b));
				expect(shownUpper).toBeLessThanOrEqual(5);
			}
		}),
		{ numRuns: 40 }
	);
});

test('M11: a higher level lowers no end of an interval', () => {
	const anyRaised = fc.record({ person: fc.nat(11), by: fc.integer({ min: 1, max: 4 }) });
	fc.assert(
		fc.property(anyExtent, anyTeam(8, 12), anyRaised, fc.nat(), (extent, team, { person, by }, seed) => {
			const raised = team.map((one, index) => ({
				...one,
				ratings: Object.fromEntries(
					Object.entries(one.ratings).map(([id, rating]) => [
						id,
						index === person && typeof rating === 'number' ? (Math.min(5, rating + by) as Level) : rating
					])
				)
			}));
			const before = spreadIntervals(instrument, { ...extent, respondents: team }, mulberry32(seed));
			const after = spreadIntervals(instrument, { ...extent, respondents: raised }, mulberry32(seed));
			expect(Object.keys(after)).toEqual(Object.keys(before));
			for (const [index, [lower, upper]] of Object.values(after).entries()) {
				const [lowerBefore, upperBefore] = Object.values(before)[index] ?? [5, 5];
				expect(lower).toBeGreaterThanOrEqual(lowerBefore - TOLERANCE);
				expect(upper).toBeGreaterThanOrEqual(upperBefore - TOLERANCE);
			}
		}),
		{ numRuns: 40 }
	);
});
