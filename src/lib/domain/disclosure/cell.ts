/** D4 and D5: what one measure of one group may show. */
import { z } from 'zod';
import { knownTooWell, tooFew, type Tally, type Withheld } from './disclosure.ts';
import { FINE_MINIMUM, HISTOGRAM_MINIMUM, QUARTILE_MINIMUM } from './minimum.ts';
import { Bar, countLevels, histogramOf } from './histogram.ts';
import { quantile } from '#lib/domain/scoring/quantile.ts';
import { TOLERANCE } from '#lib/domain/scoring/rounding.ts';

/** D5: steps per level to which numbers are rounded below `FINE_MINIMUM`, and from there on. */
export const COARSE_STEPS = 5;
export const FINE_STEPS = 10;
/** D5: the number of municipalities is told in such steps, so that one more or less does not show. */
export const COUNT_STEP = 5;
/** D5: so close (in score) to each other or to an end of the scale, numbers would speak about everybody. */
export const HOMOGENEOUS_DISTANCE = 0.2;
/** D5: more than this share on one rounded level would tell nearly everybody's. */
export const HOMOGENEOUS_SHARE = { parts: 4, of: 5 } as const;

const Score = z.number().min(1).max(5);

/** A published cell. Quartiles are absent below 20, the histogram below 30. */
export const Cell = z.strictObject({
	median: Score,
	q1: Score.optional(),
	q3: Score.optional(),
	histogram: z.array(Bar).optional(),
	/** D7: the number of the earlier release that the cell has been carried over from; absent where it is new */
	carriedFrom: z.int().min(1).optional()
});
export type Cell = z.infer<typeof Cell>;

/** Half up (M6), to so many steps per level. */
export function roundToSteps(value: number, stepsPerLevel: number): number {
	return Math.floor((value + TOLERANCE) * stepsPerLevel + 0.5) / stepsPerLevel;
}

/** D5: to 0.2, from 50 contributors to 0.1. */
export function roundForRelease(value: number, contributors: number): number {
	return roundToSteps(value, contributors < FINE_MINIMUM ? COARSE_STEPS : FINE_STEPS);
}

/** The grid of published numbers, as a reader can see it: tenths only where one of them needs it. */
export function stepsOf({ median, q1 = median, q3 = median }: Cell): number {
	const coarse = [median, q1, q3].every((value) => Math.abs(roundToSteps(value, COARSE_STEPS) - value) < TOLERANCE);
	return coarse ? COARSE_STEPS : FINE_STEPS;
}

/** D5: the number of municipalities as it is told, rounded down to a multiple of five. */
export function roundCount(count: number): number {
	return COUNT_STEP * Math.floor(count / COUNT_STEP);
}

/** D5: whether the scores are so alike that a median would tell each member's. */
export function isHomogeneous(ascending: ArrayLike<number>): boolean {
	const spread = quantile(ascending, 0.75) - quantile(ascending, 0.25);
	const median = quantile(ascending, 0.5);
	const crowd = Math.max(...countLevels(ascending));
	return (
		spread < HOMOGENEOUS_DISTANCE - TOLERANCE ||
		HOMOGENEOUS_SHARE.of * crowd > HOMOGENEOUS_SHARE.parts * ascending.length ||
		median <= 1 + HOMOGENEOUS_DISTANCE + TOLERANCE ||
		median >= 5 - HOMOGENEOUS_DISTANCE - TOLERANCE
	);
}

/**
 * D4, D5: the cell for these scores, one per municipality, or why it is held back (first reason that holds).
 *
 * @param contributors how many there are, and how many of them each holder does not know
 */
export function judgeCell(scores: ArrayLike<number>, contributors: Tally): Cell | Withheld {
	if (tooFew(contributors)) return { withheld: 'size' };
	if (knownTooWell(contributors)) return { withheld: 'holder' };
	// Typed arrays sort numbers by themselves, several times as fast as with a comparison.
	const ascending = new Float64Array(scores).sort();
	if (isHomogeneous(ascending)) return { withheld: 'homogeneous' };
	return describeScores(ascending);
}

function describeScores(ascending: ArrayLike<number>): Cell {
	const count = ascending.length;
	const shown = (share: number) => roundForRelease(quantile(ascending, share), count);
	return {
		median: shown(0.5),
		...(count >= QUARTILE_MINIMUM && { q1: shown(0.25), q3: shown(0.75) }),
		...(count >= HISTOGRAM_MINIMUM && { histogram: histogramOf(ascending) })
	};
}
