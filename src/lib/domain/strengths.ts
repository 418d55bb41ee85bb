import { TOLERANCE } from './rounding.ts';

/** So many of either kind are shown at the top of a result. */
export const STRENGTHS_SHOWN = 3;

/** Ids of criteria, most telling first. */
export interface StrengthsAndGaps {
	strengths: string[];
	gaps: string[];
}

/**
 * The criteria furthest above and below the mean of all that have a score, ties in instrument order. None is both,
 * and where all are equal there are none.
 */
export function strengthsAndGaps(criteria: readonly { id: string; score: number | null }[]): StrengthsAndGaps {
	const scored = criteria.flatMap(({ id, score }) => (score === null ? [] : [{ id, score }]));
	const mean = scored.reduce((sum, { score }) => sum + score, 0) / scored.length;
	const furthest = (sign: 1 | -1) =>
		scored
			.map(({ id, score }) => ({ id, distance: sign * (score - mean) }))
			.filter(({ distance }) => distance > TOLERANCE)
			.sort((a, b) => b.distance - a.distance)
			.slice(0, STRENGTHS_SHOWN)
			.map(({ id }) => id);
	return { strengths: furthest(1), gaps: furthest(-1) };
}
