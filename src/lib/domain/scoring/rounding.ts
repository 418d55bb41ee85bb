/** M6: calculation is never rounded; these functions round for showing and for M7's levels only. */
import type { Level } from '#lib/domain/answering/rating.ts';

/** Decimal fractions in double precision miss their true value by less; rounding and limits forgive that much. */
export const TOLERANCE = 1e-9;

/** M6: one decimal, half up (2.45 → 2.5). */
export function shownScore(score: number): number {
	return Math.floor((score + TOLERANCE) * 10 + 0.5) / 10;
}

/** M6: an integer, half up; score 1.0 is 0 %, 5.0 is 100 %. */
export function percentOf(score: number): number {
	return Math.floor(((score - 1) / 4) * 100 + TOLERANCE + 0.5);
}

/** M7: the level nearest to a result of 1–5, half up. */
export function roundedLevel(result: number): Level {
	return Math.floor(result + 0.5 + TOLERANCE) as Level;
}

/** M11: an interval as shown, to 0.1, never narrower than calculated. */
export function roundedOutward([lower, upper]: readonly [number, number]): [number, number] {
	return [Math.floor((lower + TOLERANCE) * 10) / 10, Math.ceil((upper - TOLERANCE) * 10) / 10];
}
