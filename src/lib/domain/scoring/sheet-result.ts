import { criterionItems } from './criterion-score.ts';
import type { Range } from './layout.ts';
import { overallScore } from './overall-score.ts';
import type { AssessmentResult, CriterionResult, DimensionResult, ItemResult } from './result.ts';
import { percentOf, shownScore } from './rounding.ts';
import { NOT_APPLICABLE, scoreOrNull } from './score.ts';
import type { ScoreSheet } from './score-sheet.ts';

/** A sheet by names, with `null` for what has no score. */
export function resultOf(sheet: ScoreSheet): AssessmentResult {
	const { layout } = sheet;
	const items: AssessmentResult['items'] = {};
	for (const [index, id] of layout.items.entries()) items[id] = itemOf(sheet, index);
	const criteria: AssessmentResult['criteria'] = {};
	for (const [index, { id, items: range }] of layout.criteria.entries())
		criteria[id] = criterionOf(sheet, index, range);
	const dimensions: AssessmentResult['dimensions'] = {};
	for (const [index, { id }] of layout.dimensions.entries()) dimensions[id] = dimensionOf(sheet, index);
	return { items, criteria, dimensions, ...overallScore(sheet.dimensions.scores) };
}

function itemOf({ results }: ScoreSheet, index: number): ItemResult {
	const result = results[index] as number;
	return { value: scoreOrNull(result), notApplicable: result === NOT_APPLICABLE };
}

function criterionOf({ results, criteria }: ScoreSheet, index: number, range: Range): CriterionResult {
	const { applicable, rated } = criterionItems(results, range);
	const score = criteria.scores[index] as number;
	return {
		score: scoreOrNull(score),
		notApplicable: score === NOT_APPLICABLE,
		applicable,
		rated,
		lower: scoreOrNull(criteria.lower[index] as number),
		upper: scoreOrNull(criteria.upper[index] as number)
	};
}

function dimensionOf({ layout, dimensions, stages, missing }: ScoreSheet, index: number): DimensionResult {
	const score = scoreOrNull(dimensions.scores[index] as number);
	return {
		score,
		stage: scoreOrNull(stages[index] as number),
		missing: (missing[index] ?? []).map((item) => layout.items[item] as string),
		lower: scoreOrNull(dimensions.lower[index] as number),
		upper: scoreOrNull(dimensions.upper[index] as number),
		shown: score === null ? null : shownScore(score),
		percent: score === null ? null : percentOf(score)
	};
}
