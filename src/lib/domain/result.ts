/** What scoring an assessment gives. Scores lie in 1.0–5.0, unrounded doubles (M6 rounds only for showing). */
import type { DimensionId } from './instrument.ts';

/** M2: `value` is null where the item has no result. */
export interface ItemResult {
	value: number | null;
	notApplicable: boolean;
}

/** M10: both null where nothing applies. */
export interface Bounds {
	lower: number | null;
	upper: number | null;
}

/** M3: `score` is null where fewer than 2/3 of the applicable items have a result, or where nothing applies. */
export interface CriterionResult extends Bounds {
	score: number | null;
	notApplicable: boolean;
	/** applicable items, and those of them with a result */
	applicable: number;
	rated: number;
}

export interface DimensionResult extends Bounds {
	/** M4 */
	score: number | null;
	/** M7: 1–5, null where the score is */
	stage: number | null;
	/** M8: ids of the items to raise for the next stage, in order; empty at stage 5 or without a stage */
	missing: string[];
	/** M6: one decimal and percent 0–100, null where the score is */
	shown: number | null;
	percent: number | null;
}

export interface AssessmentResult {
	items: Record<string, ItemResult>;
	criteria: Record<string, CriterionResult>;
	/** all three, or the one that is assessed */
	dimensions: Partial<Record<DimensionId, DimensionResult>>;
	/** M5: null if any dimension is, or only one is assessed */
	overall: number | null;
	/** M5: max − min of the dimension scores, null where overall is */
	span: number | null;
}
