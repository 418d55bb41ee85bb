import { BEST, criterionBound, lowerBound, upperBound, WORST } from './bounds.ts';
import { criterionItems, criterionScore } from './criterion-score.ts';
import { dimensionScore, weightedMean } from './dimension-score.ts';
import type { Layout } from './layout.ts';
import { missingItems } from './missing.ts';
import { isScore, NO_SCORE } from './score.ts';
import { stageOf } from './stage.ts';

/** Scores with their bounds (M10), by index; marks stand for what has no score. */
interface Column {
	scores: number[];
	lower: number[];
	upper: number[];
}

/** Everything that M3–M8 and M10 make of the item results, by index. */
export interface ScoreSheet {
	layout: Layout;
	results: readonly number[];
	criteria: Column;
	dimensions: Column;
	/** `NO_SCORE` where the dimension has none */
	stages: number[];
	/** M8: indices of items */
	missing: number[][];
}

/** The one scorer: from item results (M2) to everything else. */
export function scoreSheet(layout: Layout, results: readonly number[]): ScoreSheet {
	const { weights } = layout;
	const criteria: Column = { scores: [], lower: [], upper: [] };
	for (const { items } of layout.criteria) {
		const counts = criterionItems(results, items);
		criteria.scores.push(criterionScore(counts));
		criteria.lower.push(criterionBound(counts, WORST));
		criteria.upper.push(criterionBound(counts, BEST));
	}
	const sheet: ScoreSheet = {
		layout,
		results,
		criteria,
		dimensions: { scores: [], lower: [], upper: [] },
		stages: [],
		missing: []
	};
	for (const dimension of layout.dimensions) {
		const score = dimensionScore(criteria.scores, weights, dimension.criteria);
		const stage = isScore(score) ? stageOf(results, criteria.scores, dimension) : NO_SCORE;
		sheet.dimensions.scores.push(score);
		sheet.dimensions.lower.push(lowerBound(score, weightedMean(criteria.lower, weights, dimension.criteria)));
		sheet.dimensions.upper.push(upperBound(score, weightedMean(criteria.upper, weights, dimension.criteria)));
		sheet.stages.push(stage);
		sheet.missing.push(isScore(score) ? missingItems(results, criteria.scores, layout, dimension, stage) : []);
	}
	return sheet;
}

/** M3 and M4 alone, for M11's many resamples; per dimension, with marks. */
export function dimensionScores({ criteria, dimensions, weights }: Layout, results: readonly number[]): number[] {
	const scores = criteria.map(({ items }) => criterionScore(criterionItems(results, items)));
	return dimensions.map((dimension) => dimensionScore(scores, weights, dimension.criteria));
}
