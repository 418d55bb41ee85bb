/** M10: whatever turns out about what is not known yet, the score will lie between its bounds. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Level } from '#lib/domain/answering/rating.ts';
import type { AssessmentResult } from './result.ts';
import { TOLERANCE } from './rounding.ts';
import { scoreAssessment, type AssessmentInput } from './scoring.ts';
import { anyAssessment, anyLevel, instrument } from '../../../../tests/support/any-assessment.ts';

/** Every item that applies and has no result gets one: each person rates it, and what is masked is decided. */
function complete(input: AssessmentInput, { items }: AssessmentResult, levels: readonly Level[]): AssessmentInput {
	const open = Object.keys(items).filter((id) => items[id]?.value === null && !items[id]?.notApplicable);
	const found = (shift: number) =>
		Object.fromEntries(open.map((id, index) => [id, levels[(index + shift) % levels.length] as Level]));
	const respondents = input.respondents.map((one, person) => ({
		...one,
		ratings: { ...one.ratings, ...found(person) }
	}));
	const isMasked = ([id]: [string, Level]) => respondents.length === 0 || input.masked?.has(id);
	const consensus = { ...input.consensus, ...Object.fromEntries(Object.entries(found(0)).filter(isMasked)) };
	return { ...input, respondents, consensus };
}

const anyLevels = fc.array(anyLevel, { minLength: 1, maxLength: 54 });

function parts({ criteria, dimensions }: AssessmentResult) {
	return [...Object.entries(criteria), ...Object.entries(dimensions)];
}

test('M10: the bounds contain the score of every completion', () => {
	fc.assert(
		fc.property(anyAssessment, anyLevels, (input, levels) => {
			const result = scoreAssessment(instrument, input);
			const completed = scoreAssessment(instrument, complete(input, result, levels));
			const scores = Object.fromEntries(parts(completed).map(([id, { score }]) => [id, score]));
			for (const [id, { lower, upper }] of parts(result)) {
				const score = scores[id] ?? null;
				expect([id, score === null]).toEqual([id, lower === null]);
				if (score === null || lower === null || upper === null) continue;
				expect(score).toBeGreaterThanOrEqual(lower - TOLERANCE);
				expect(score).toBeLessThanOrEqual(upper + TOLERANCE);
			}
		})
	);
});

test('M10: the bounds are no wider than the worst and the best completion and the score itself', () => {
	fc.assert(
		fc.property(anyAssessment, (input) => {
			const result = scoreAssessment(instrument, input);
			const [worst, best] = ([[1], [5]] as const).map((levels) =>
				Object.fromEntries(parts(scoreAssessment(instrument, complete(input, result, levels))))
			);
			for (const [id, { score, lower, upper }] of parts(result)) {
				if (lower === null || upper === null) continue;
				expect(lower).toBeCloseTo(Math.min(score ?? 5, worst?.[id]?.score ?? 5), 12);
				expect(upper).toBeCloseTo(Math.max(score ?? 1, best?.[id]?.score ?? 1), 12);
			}
		})
	);
});
