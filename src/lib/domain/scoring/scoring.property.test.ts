/** What holds for every assessment, solo or team; `scoring.test.ts` has the examples. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Dimension } from '#lib/domain/instrument/instrument.ts';
import { layoutOf } from './layout.ts';
import type { Decision, Level, Rating } from '#lib/domain/answering/rating.ts';
import type { AssessmentResult } from './result.ts';
import { scoreAssessment, soloInput, type AssessmentInput } from './scoring.ts';
import { anyAssessment, instrument } from '../../../../tests/support/any-assessment.ts';
import { exactScores } from '../../../../tests/support/exact-scores.ts';

/** Every score, bound, stage and shown number by its path; null where there is none. */
function numbersOf({ criteria, dimensions, overall }: AssessmentResult): Record<string, number | null> {
	const numbers: Record<string, number | null> = { overall };
	for (const [id, part] of [...Object.entries(criteria), ...Object.entries(dimensions)])
		for (const [key, value] of Object.entries(part))
			if (typeof value === 'number' || value === null) numbers[`${id}.${key}`] = value;
	return numbers;
}

test('M3–M5, M10: scores and bounds stay in 1–5, and a score lies between its bounds', () => {
	fc.assert(
		fc.property(anyAssessment, (input) => {
			const { criteria, dimensions, overall, span } = scoreAssessment(instrument, input);
			for (const { score, lower, upper } of [...Object.values(criteria), ...Object.values(dimensions)]) {
				const ascending = [1, lower, score, upper, 5].filter((value) => value !== null);
				expect(ascending).toEqual(ascending.toSorted((a, b) => a - b));
				expect(lower === null).toBe(upper === null);
				if (score !== null) expect(lower).not.toBeNull();
			}
			expect(overall === null || (overall >= 1 && overall <= 5)).toBe(true);
			expect(span === null || (span >= 0 && span <= 4)).toBe(true);
		})
	);
});

test('M2–M7, M10: doubles come out at what whole numbers say, to the last shown digit and stage', () => {
	fc.assert(
		fc.property(anyAssessment, (input) => {
			const { dimensions } = scoreAssessment(instrument, input);
			for (const dimension of instrument.dimensions as Dimension[]) {
				const result = dimensions[dimension.id];
				if (!result) continue;
				const { shown, percent, stage, ...unrounded } = exactScores(instrument, dimension, input);
				expect(result).toMatchObject({ shown, percent, stage });
				for (const key of ['score', 'lower', 'upper'] as const)
					if (unrounded[key] === null) expect(result[key]).toBeNull();
					else expect(result[key]).toBeCloseTo(unrounded[key], 12);
			}
		})
	);
});

interface Raise {
	item: string;
	person: number;
	by: number;
}

const anyRaises: fc.Arbitrary<Raise[]> = fc.array(
	fc.record({
		item: fc.constantFrom(...layoutOf(instrument, 'full').items),
		person: fc.nat(11),
		by: fc.integer({ min: 1, max: 4 })
	}),
	{ minLength: 1, maxLength: 12 }
);

/** Levels that were given, and levels that were decided, are raised; what is no level stays. */
function raise(input: AssessmentInput, raises: readonly Raise[]): AssessmentInput {
	const respondents = input.respondents.map((respondent) => ({ ...respondent, ratings: { ...respondent.ratings } }));
	const consensus: Record<string, Decision | undefined> = { ...input.consensus };
	for (const { item, person, by } of raises) {
		const ratings = respondents[person % respondents.length]?.ratings ?? {};
		ratings[item] = higher(ratings[item], by);
		consensus[item] = higher(consensus[item], by);
	}
	return { ...input, respondents, consensus };
}

function higher<Answer extends Rating | undefined>(answer: Answer, by: number): Answer | Level {
	return typeof answer === 'number' ? (Math.min(5, answer + by) as Level) : answer;
}

test('a higher level lowers no score, bound, stage or shown number, and leaves none out', () => {
	fc.assert(
		fc.property(anyAssessment, anyRaises, (input, raises) => {
			const before = numbersOf(scoreAssessment(instrument, input));
			const after = numbersOf(scoreAssessment(instrument, raise(input, raises)));
			for (const [path, value] of Object.entries(before)) {
				expect([path, after[path] === null]).toEqual([path, value === null]);
				if (value !== null) expect([path, (after[path] ?? 0) >= value]).toEqual([path, true]);
			}
		})
	);
});

test('M4: a first level is no higher level: it can bring in a criterion that was left out, and lower the score', () => {
	const { items } = layoutOf(instrument, 'full', 'budget');
	const high = Object.fromEntries(items.slice(0, 15).map((item) => [item, 5] as const));
	const before: Record<string, Rating> = { ...high, 'B6.1': 1, 'B6.2': 'unknown', 'B6.3': 'unknown' };
	const budget = (ratings: Record<string, Rating>) =>
		scoreAssessment(instrument, soloInput({ variant: 'full', scope: 'budget' }, ratings)).dimensions.budget;
	expect(budget(before)).toMatchObject({ score: 5, stage: 5 });
	const after = budget({ ...before, 'B6.2': 5 });
	expect(after).toMatchObject({ score: 14 / 3, stage: 4 });
	expect(budget(before)?.lower).toBeLessThan(after?.score ?? 0);
});
