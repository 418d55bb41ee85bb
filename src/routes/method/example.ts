/** The example of this page, scored by the rules themselves, so that it cannot say anything else than they do. */
import { isCovered } from '#lib/domain/scoring/coverage.ts';
import { NEUTRAL_IMPORTANCE } from '#lib/domain/answering/importance.ts';
import { pick, type DimensionId, type Instrument, type Locale } from '#lib/domain/instrument/instrument.ts';
import { layoutOf, type DimensionLayout } from '#lib/domain/scoring/layout.ts';
import { prioritiesOf, type Priority } from '#lib/domain/scoring/priorities.ts';
import type { Importance, Level, Rating } from '#lib/domain/answering/rating.ts';
import type { CriterionResult } from '#lib/domain/scoring/result.ts';
import { roundedLevel } from '#lib/domain/scoring/rounding.ts';
import { NO_SCORE } from '#lib/domain/scoring/score.ts';
import { scoreAssessment, soloInput, type Extent } from '#lib/domain/scoring/scoring.ts';
import { HIGHEST_STAGE, itemsShort } from '#lib/domain/scoring/stage.ts';

const SCOPE: DimensionId = 'budget';
/** Made up: by criterion and item in instrument order. One is not known, one does not apply. */
const RATINGS: readonly (readonly Rating[])[] = [
	[3, 3, 2],
	[2, 2, 1],
	[3, 'unknown', 3],
	[2, 3, 3],
	[4, 3, 3],
	[3, 'notApplicable', 2]
];
/** The criterion, by its place, for which the made-up municipality set a target. */
const AIMED: { at: number; target: Level; importance: Importance } = { at: 1, target: 3, importance: 4 };

export interface ExampleCriterion extends CriterionResult {
	id: string;
	name: string;
	ratings: Rating[];
}

/** Condition (i) of M7 at one stage. */
export interface Reach {
	stage: number;
	/** items with a result, those of them that reach the stage, and how many would have to */
	rated: number;
	reached: number;
	needed: number;
}

export interface Example {
	name: string;
	criteria: ExampleCriterion[];
	/** places in `criteria`: one without a gap, one with a missing answer, the lowest */
	complete: ExampleCriterion;
	withGap: ExampleCriterion;
	lowest: ExampleCriterion;
	score: number;
	percent: number;
	lower: number;
	upper: number;
	/** the level that the rounded score alone would suggest */
	rounded: Level;
	stage: Reach;
	next: Reach;
	/** M8: statements by id */
	missing: { id: string; statement: string }[];
	/** M9: the first of the order */
	first: Priority;
}

/** Scores the example with an instrument's texts. @throws {Error} where it no longer shows what it is there to show */
export function exampleOf(instrument: Instrument, locale: Locale): Example {
	const dimension = instrument.dimensions.find(({ id }) => id === SCOPE);
	if (!dimension) throw new Error(`No dimension ${SCOPE}`);
	const extent: Extent = { variant: 'full', scope: SCOPE };
	const items = dimension.criteria.flatMap((criterion) => criterion.items);
	const ratings = Object.fromEntries(items.map(({ id }, index) => [id, RATINGS.flat()[index]]));
	const result = scoreAssessment(instrument, soloInput(extent, ratings));
	const criteria = dimension.criteria.map((criterion, index): ExampleCriterion => ({
		id: criterion.id,
		name: pick(criterion.name, locale),
		ratings: [...(RATINGS[index] ?? [])],
		...known(result.criteria[criterion.id])
	}));
	const { score, lower, upper, percent, stage, missing } = known(result.dimensions[SCOPE]);
	const results = items.map(({ id }) => result.items[id]?.value ?? NO_SCORE);
	const [layout] = layoutOf(instrument, extent.variant, extent.scope).dimensions;
	const reach = (at: number) => reachOf(results, known(layout), at);
	return {
		name: pick(dimension.name, locale),
		criteria,
		complete: known(criteria.find(({ rated, ratings: said }) => rated === said.length)),
		withGap: known(criteria.find(({ rated, applicable }) => rated < applicable && isCovered(rated, applicable))),
		lowest: known(criteria.toSorted((a, b) => known(a.score) - known(b.score))[0]),
		score: known(score),
		percent: known(percent),
		lower: known(lower),
		upper: known(upper),
		rounded: roundedLevel(known(score)),
		stage: reach(known(stage)),
		next: reach(known(stage) + 1),
		missing: items
			.filter(({ id }) => missing.includes(id))
			.map(({ id, statement }) => ({ id, statement: pick(statement, locale) })),
		first: known(prioritiesOf(criteria.map(aimOf))[0])
	};
}

function aimOf({ id, score }: ExampleCriterion, index: number) {
	return index === AIMED.at
		? { criterion: id, score, target: AIMED.target, importance: AIMED.importance }
		: { criterion: id, score, importance: NEUTRAL_IMPORTANCE };
}

function reachOf(results: readonly number[], { items }: DimensionLayout, stage: number): Reach {
	const rated = results.filter((result) => result !== NO_SCORE);
	const reached = rated.filter((result) => roundedLevel(result) >= stage).length;
	// No item reaches a stage beyond the highest: what falls short of it is how many it takes.
	return { stage, rated: rated.length, reached, needed: itemsShort(results, items, HIGHEST_STAGE + 1) };
}

function known<T>(value: T | null | undefined): T {
	if (value === null || value === undefined) throw new Error('The example has a gap it is not meant to have');
	return value;
}
