import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyLevel } from '../../../../tests/support/any-assessment.ts';
import type { Level } from '#lib/domain/answering/rating.ts';
import { LEVELS } from '#lib/domain/answering/rating.ts';
import { mulberry32 } from '#lib/domain/random.ts';
import {
	agreementRange,
	kappaWord,
	raterAgreement,
	squaredDistance,
	weightedKappa,
	type Pair
} from './weighted-kappa.ts';

const kappa = (pairs: Pair<Level>[]) => weightedKappa(pairs, LEVELS, squaredDistance);
const times = <T>(count: number, value: T) => Array.from({ length: count }, () => value);
const anyPairs = fc.array(fc.tuple(anyLevel, anyLevel), { minLength: 10, maxLength: 54 });
const agreementOf = (pairs: Pair<Level>[]) => raterAgreement(pairs, mulberry32(1));

describe('weighted kappa', () => {
	test('gives what Cohen (1968, table 1) gives: 200 diagnoses, 1 − 0.90 ÷ 1.38 = 0.348', () => {
		const table = [
			['personality', 'personality', 88],
			['personality', 'neurosis', 14],
			['personality', 'psychosis', 18],
			['neurosis', 'personality', 10],
			['neurosis', 'neurosis', 40],
			['neurosis', 'psychosis', 10],
			['psychosis', 'personality', 2],
			['psychosis', 'neurosis', 6],
			['psychosis', 'psychosis', 12]
		] as const;
		const weights: Record<string, number> = {
			...{ 'neurosis personality': 1, 'personality psychosis': 3, 'neurosis psychosis': 6 }
		};
		const pairs = table.flatMap(([one, other, count]) => times(count, [one, other] as const));
		const weight = (one: string, other: string) => weights[[one, other].sort().join(' ')] ?? 0;
		expect(weightedKappa(pairs, ['personality', 'neurosis', 'psychosis'], weight)).toBeCloseTo(1 - 0.9 / 1.38, 10);
	});

	test('with squared distances, by hand: (1,1) (2,3) (3,3) (5,4) is 1 − 0.5 ÷ 3.375', () => {
		// Means 2.75 each, variances 2.1875 and 1.1875: expected 2.1875 + 1.1875 + 0 = 3.375; observed (0 + 1 + 0 + 1) ÷ 4.
		expect(
			kappa([
				[1, 1],
				[2, 3],
				[3, 3],
				[5, 4]
			])
		).toBeCloseTo(1 - 0.5 / 3.375, 10);
	});

	test('has no value where both say one and the same throughout', () => {
		expect(kappa(times(12, [3, 3] as const))).toBeNull();
	});

	test('lies between −1 and 1, is the same from both sides, in any order, and 1 for equals', () => {
		fc.assert(
			fc.property(anyPairs, (pairs) => {
				const value = kappa(pairs);
				const turned = kappa(pairs.map(([one, other]) => [other, one]));
				if (value === null) return turned === null;
				expect(value).toBeGreaterThanOrEqual(-1 - 1e-9);
				expect(value).toBeLessThanOrEqual(1 + 1e-9);
				expect(turned).toBeCloseTo(value, 9);
				expect(kappa(pairs.toReversed())).toBeCloseTo(value, 9);
				return true;
			})
		);
		fc.assert(
			fc.property(anyPairs, (pairs) => {
				const value = kappa(pairs.map(([one]) => [one, one]));
				expect(value === null || Math.abs(value - 1) < 1e-9).toBe(true);
			})
		);
	});
});

describe('agreement of a review', () => {
	test('is not told of fewer than ten items', () => {
		expect(agreementOf(times(9, [2, 3] as const))).toEqual({ missing: 'few' });
	});

	test('is not told where one side gave the same level throughout', () => {
		const mixed = LEVELS.flatMap((level) => times(3, [level, 3] as const));
		expect(agreementOf(mixed)).toEqual({ missing: 'noVariance' });
		expect(agreementOf(mixed.map(([one, other]) => [other, one]))).toEqual({ missing: 'noVariance' });
	});

	test('has an interval around it that does not depend on the order of the items', () => {
		fc.assert(
			fc.property(anyPairs, (pairs) => {
				const found = agreementOf(pairs);
				expect(agreementOf(pairs.toReversed())).toEqual(
					'kappa' in found ? expect.objectContaining({ interval: found.interval }) : found
				);
				if (!('kappa' in found)) return;
				const [lower, upper] = found.interval;
				expect(lower).toBeLessThanOrEqual(upper);
				expect(lower).toBeGreaterThanOrEqual(-1 - 1e-9);
				expect(upper).toBeLessThanOrEqual(1 + 1e-9);
			}),
			{ numRuns: 20 }
		);
	});

	test('of equals is 1 at both ends', () => {
		const equal = LEVELS.flatMap((level) => times(3, [level, level] as const));
		expect(agreementOf(equal)).toEqual({ kappa: 1, interval: [1, 1], items: 15 });
	});

	test('is said in one word, or in the two that its interval spans', () => {
		expect([-0.3, 0.2, 0.21, 0.4, 0.5, 0.7, 0.81, 1].map(kappaWord)).toEqual([
			...['none', 'none', 'fair', 'fair', 'moderate', 'substantial', 'high', 'high']
		]);
		expect(agreementRange({ interval: [0.5, 0.9] })).toEqual(['moderate', 'high']);
		expect(agreementRange({ interval: [0.85, 0.9] })).toEqual(['high']);
	});
});
