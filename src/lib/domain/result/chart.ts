/**
 * What a chart shows, as data. Screen, PNG and documents draw the same definition; how it looks is theirs, what is on
 * it is decided here.
 */
import type { DimensionId } from '#lib/domain/instrument/instrument.ts';
import type { Level } from '#lib/domain/answering/rating.ts';
import type { AssessmentResult } from '#lib/domain/scoring/result.ts';
import { HIGHEST_STAGE, LOWEST_STAGE } from '#lib/domain/scoring/stage.ts';

/** All charts of scores have the whole scale, so that no difference looks larger than it is. */
export const SCALE = { from: LOWEST_STAGE, to: HIGHEST_STAGE } as const;

/** One criterion; null where there is no such value, which is never drawn as zero or one. */
export interface ChartRow {
	id: string;
	label: string;
	/** decides the colour, which is the same everywhere */
	dimension: DimensionId;
	score: number | null;
	/** M10 */
	lower: number | null;
	upper: number | null;
	/** M9, only where it was set */
	target: Level | null;
}

/** The profile of the criteria: as a radar, or as horizontal bars. */
export interface ProfileChart {
	kind: 'radar' | 'bars';
	/** in instrument order */
	rows: ChartRow[];
}

/** What a row is made of, such as the criteria of a result's view. */
export type ChartCriterion = Pick<AssessmentResult['criteria'][string], 'score' | 'lower' | 'upper'> & {
	id: string;
	name: string;
	dimension: DimensionId;
	target?: Level | undefined;
};

export function profileChart(kind: ProfileChart['kind'], criteria: readonly ChartCriterion[]): ProfileChart {
	return {
		kind,
		rows: criteria.map(({ id, name, dimension, score, lower, upper, target }) => ({
			...{ id, label: name, dimension, score, lower, upper },
			target: target ?? null
		}))
	};
}

/** Where a value lies on the scale: 0 at its beginning, 1 at its end. */
export function onScale(value: number): number {
	return (value - SCALE.from) / (SCALE.to - SCALE.from);
}
