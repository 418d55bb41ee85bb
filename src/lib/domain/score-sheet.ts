import { BEST, criterionBound, lowerBound, upperBound, WORST } from './bounds.ts';
import { criterionItems, criterionScore } from './criterion-score.ts';
import { dimensionScore, weightedMean } from './dimension-score.ts';
import type { Layout } from './layout.ts';
import { missingItems } from './missing.ts';
import { isScore, NO_SCORE } from './score.ts';
import { stageOf } from './stage.ts';

/** Scores with their bounds (M10), by index. */
interface Column {
	scores: Float64Array;
	lower: Float64Array;
	upper: Float64Array;
}

/** Everything that M3–M8 and M10 make of the item results, by index; marks stand for what has no score. */
export interface ScoreSheet {
	layout: Layout;
	results: Float64Array;
	criteria: Column;
	dimensions: Column;
	/** `NO_SCORE` where the dimension has none */
	stages: Uint8Array;
	/** indices of items */
	missing: number[][];
}

function column(length: number): Column {
	return { scores: new Float64Array(length), lower: new Float64Array(length), upper: new Float64Array(length) };
}

/** The one scorer: from item results (M2) to everything else. */
export function scoreSheet(layout: Layout, results: Float64Array): ScoreSheet {
	const criteria = column(layout.criteria.length);
	const dimensions = column(layout.dimensions.length);
	const sheet: ScoreSheet = {
		layout,
		results,
		criteria,
		dimensions,
		stages: new Uint8Array(layout.dimensions.length),
		missing: []
	};
	layout.criteria.forEach(({ items }, index) => {
		const counts = criterionItems(results, items);
		criteria.scores[index] = criterionScore(counts);
		criteria.lower[index] = criterionBound(counts, WORST);
		criteria.upper[index] = criterionBound(counts, BEST);
	});
	layout.dimensions.forEach((dimension, index) => {
		const score = dimensionScore(criteria.scores, layout.weights, dimension.criteria);
		dimensions.scores[index] = score;
		dimensions.lower[index] = lowerBound(score, weightedMean(criteria.lower, layout.weights, dimension.criteria));
		dimensions.upper[index] = upperBound(score, weightedMean(criteria.upper, layout.weights, dimension.criteria));
		const stage = isScore(score) ? stageOf(results, criteria.scores, dimension) : NO_SCORE;
		sheet.stages[index] = stage;
		sheet.missing.push(isScore(score) ? missingItems(results, criteria.scores, layout, dimension, stage) : []);
	});
	return sheet;
}
