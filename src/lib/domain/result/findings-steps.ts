/** Which steps would bring most now, and why: M9 says which criteria, M8 and the lowest level which of their items. */
import {
	criteriaOf,
	DIMENSIONS,
	itemsOfCriterion,
	type Criterion,
	type Instrument
} from '#lib/domain/instrument/instrument.ts';
import type { Priority } from '#lib/domain/scoring/priorities.ts';
import type { Level } from '#lib/domain/answering/rating.ts';
import type { AssessmentResult } from '#lib/domain/scoring/result.ts';
import { roundedLevel } from '#lib/domain/scoring/rounding.ts';
import type { Extent } from '#lib/domain/scoring/scoring.ts';
import { HIGHEST_STAGE } from '#lib/domain/scoring/stage.ts';

/** More at once would be a programme, not a step. */
export const STEPS_NAMED = 3;

/** A step with what M9 says about its criterion. */
export interface Step extends Pick<Priority, 'criterion' | 'gap' | 'importance'> {
	item: string;
	/** the level reached now; the step leads to the next */
	from: Level;
	/** the stage that the dimension is missing this item for (M8), where it does */
	forStage?: number;
}

/** The next step of each of the most urgent criteria (M9) that can still rise. */
export function nextSteps(
	instrument: Instrument,
	extent: Extent,
	result: AssessmentResult,
	priorities: readonly Priority[]
): Step[] {
	const criteria = new Map(criteriaOf(instrument, extent.scope).map((criterion) => [criterion.id, criterion]));
	const steps: Step[] = [];
	for (const { criterion: id, gap, importance } of priorities) {
		const criterion = criteria.get(id);
		const chosen = criterion && gap > 0 && chooseItem(criterion, extent, result);
		if (chosen) steps.push({ criterion: id, gap, importance, ...chosen });
		if (steps.length === STEPS_NAMED) break;
	}
	return steps;
}

/** What is missing for the next stage comes first, in its order (M8); else the lowest item, in instrument order. */
function chooseItem(criterion: Criterion, { variant }: Extent, result: AssessmentResult) {
	const rated = itemsOfCriterion(criterion, variant).flatMap(({ id }) => {
		const value = result.items[id]?.value ?? null;
		return value === null ? [] : [{ item: id, from: roundedLevel(value) }];
	});
	for (const dimension of DIMENSIONS) {
		const { missing, stage } = result.dimensions[dimension] ?? { missing: [], stage: null };
		const first = missing.map((id) => rated.find(({ item }) => item === id)).find(Boolean);
		if (first && stage !== null) return { ...first, forStage: stage + 1 };
	}
	return rated.filter(({ from }) => from < HIGHEST_STAGE).sort((a, b) => a.from - b.from)[0];
}
