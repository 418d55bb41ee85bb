/** What scoring an assessment gives. Scores lie in 1.0–5.0, unrounded doubles (M6 rounds only for showing). */
import { z } from 'zod';
import { DIMENSIONS } from '#lib/domain/instrument/instrument.ts';

const Score = z.number().nullable();
/** M10: both null where nothing applies. */
const bounds = { lower: Score, upper: Score };

/** M2: `value` is null where the item has no result. */
export const ItemResult = z.strictObject({ value: Score, notApplicable: z.boolean() });
export type ItemResult = z.infer<typeof ItemResult>;

/** M3: `score` is null where fewer than 2/3 of the applicable items have a result, or where nothing applies. */
export const CriterionResult = z.strictObject({
	score: Score,
	notApplicable: z.boolean(),
	/** applicable items, and those of them with a result */
	applicable: z.int(),
	rated: z.int(),
	...bounds
});
export type CriterionResult = z.infer<typeof CriterionResult>;

export const DimensionResult = z.strictObject({
	/** M4 */
	score: Score,
	/** M7: 1–5, null where the score is */
	stage: z.int().nullable(),
	/** M8: ids of the items to raise for the next stage, in order; empty at stage 5 or without a stage */
	missing: z.array(z.string()),
	...bounds,
	/** M6: one decimal and percent 0–100, null where the score is */
	shown: Score,
	percent: z.int().nullable()
});
export type DimensionResult = z.infer<typeof DimensionResult>;

export const AssessmentResult = z.strictObject({
	items: z.record(z.string(), ItemResult),
	criteria: z.record(z.string(), CriterionResult),
	/** all three, or the one that is assessed */
	dimensions: z.partialRecord(z.enum(DIMENSIONS), DimensionResult),
	/** M5: null if any dimension is, or only one is assessed */
	overall: Score,
	/** M5: max − min of the dimension scores, null where overall is */
	span: Score
});
export type AssessmentResult = z.infer<typeof AssessmentResult>;
