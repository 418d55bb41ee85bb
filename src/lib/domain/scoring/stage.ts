import type { DimensionLayout, Range } from './layout.ts';
import { roundedLevel, TOLERANCE } from './rounding.ts';
import { isScore } from './score.ts';

/** M7 (i): this share of a dimension's items with a result must have reached the stage. */
export const STAGE_SHARE = { parts: 4, of: 5 } as const;
/** M7 (ii): no criterion may lie further below the stage. */
export const STAGE_DISTANCE = 1;
export const LOWEST_STAGE = 1;
export const HIGHEST_STAGE = 5;

/** M7: the highest stage 1–5 whose two conditions hold, for a dimension that has a score. */
export function stageOf(results: readonly number[], criteria: readonly number[], dimension: DimensionLayout): number {
	const lowest = lowestScore(criteria, dimension.criteria);
	let stage = HIGHEST_STAGE;
	while (stage > LOWEST_STAGE && !(isNear(lowest, stage) && itemsShort(results, dimension.items, stage) === 0)) stage--;
	return stage;
}

/** M7 (ii): whether a criterion with this score lets its dimension reach the stage. */
export function isNear(score: number, stage: number): boolean {
	return score >= stage - STAGE_DISTANCE - TOLERANCE;
}

/** M7 (i): how many more items would have to reach the stage; 0 where 5 · count ≥ 4 · n already holds. */
export function itemsShort(results: readonly number[], { from, to }: Range, stage: number): number {
	let rated = 0;
	let reached = 0;
	for (let item = from; item < to; item++) {
		const result = results[item] as number;
		if (!isScore(result)) continue;
		rated++;
		if (roundedLevel(result) >= stage) reached++;
	}
	return Math.max(0, Math.ceil((STAGE_SHARE.parts * rated) / STAGE_SHARE.of) - reached);
}

function lowestScore(scores: readonly number[], { from, to }: Range): number {
	let lowest = Infinity;
	for (let index = from; index < to; index++) {
		const score = scores[index] as number;
		if (isScore(score) && score < lowest) lowest = score;
	}
	return lowest;
}
