/** D5: a histogram in which no bar, and no gap, stands for a single municipality. */
import { z } from 'zod';
import { FINE_MINIMUM } from './minimum.ts';
import { Level } from '#lib/domain/answering/rating-schema.ts';
import { LEVELS } from '#lib/domain/answering/rating.ts';
import { roundedLevel, TOLERANCE } from '#lib/domain/scoring/rounding.ts';

/** D5: so many municipalities stand behind every bar. */
export const BAR_MINIMUM = 5;
/** D5: percentage points to which shares are rounded below `FINE_MINIMUM`, and from there on. */
export const COARSE_SHARE_STEP = 10;
export const FINE_SHARE_STEP = 5;

/** Neighbouring rounded levels `from` … `to`, and the share of the municipalities in percent. */
export const Bar = z.strictObject({ from: Level, to: Level, share: z.int().min(0).max(100) });
export type Bar = z.infer<typeof Bar>;

interface Run {
	from: Level;
	to: Level;
	count: number;
}

/** How many of these scores, ascending, fall on each of the five rounded levels (M7). */
export function countLevels(ascending: ArrayLike<number>): number[] {
	let below = 0;
	return LEVELS.map((level) => {
		const start = below;
		below = firstAbove(ascending, level);
		return below - start;
	});
}

/** The position of the first score whose level is higher. */
function firstAbove(ascending: ArrayLike<number>, level: Level): number {
	let [low, high] = [0, ascending.length];
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if (roundedLevel(ascending[middle] as number) > level) high = middle;
		else low = middle + 1;
	}
	return low;
}

/** D5: joins the smallest run to its smaller neighbour (ties: the lower) until each has at least five municipalities. */
export function joinLevels(counts: readonly number[]): Run[] {
	let runs = LEVELS.map((level, index): Run => ({ from: level, to: level, count: counts[index] ?? 0 }));
	for (;;) {
		const smallest = indexOfSmallest(runs);
		if (runs.length === 1 || countAt(runs, smallest) >= BAR_MINIMUM) return runs;
		const neighbour = countAt(runs, smallest - 1) <= countAt(runs, smallest + 1) ? smallest - 1 : smallest + 1;
		runs = joinAt(runs, Math.min(smallest, neighbour));
	}
}

/** Beyond either end there is no neighbour; it counts as infinitely large. */
function countAt(runs: readonly Run[], index: number): number {
	return runs[index]?.count ?? Infinity;
}

function indexOfSmallest(runs: readonly Run[]): number {
	return runs.reduce((best, run, index) => (run.count < countAt(runs, best) ? index : best), 0);
}

function joinAt(runs: readonly Run[], index: number): Run[] {
	return runs.flatMap((run, position) => {
		const next = runs[position + 1];
		if (position === index && next) return [{ from: run.from, to: next.to, count: run.count + next.count }];
		return position === index + 1 ? [] : [run];
	});
}

/** D5: shares to 5 percentage points, to 10 below 50 municipalities; half up, so they need not sum to 100. */
export function histogramOf(ascending: ArrayLike<number>): Bar[] {
	const step = ascending.length < FINE_MINIMUM ? COARSE_SHARE_STEP : FINE_SHARE_STEP;
	return joinLevels(countLevels(ascending)).map(({ from, to, count }) => {
		const percent = (100 * count) / ascending.length;
		return { from, to, share: step * Math.floor((percent + TOLERANCE) / step + 0.5) };
	});
}
