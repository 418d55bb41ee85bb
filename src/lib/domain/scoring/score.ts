/**
 * Inside the calculation a score is a plain number, so that a million checks need no objects:
 * 1–5, or one of two marks below 1. Results for callers say `null` instead.
 */

/** An applicable item without a value, or a criterion or dimension that cannot be evaluated. */
export const NO_SCORE = 0;
/** Everything in it was said not to apply. */
export const NOT_APPLICABLE = -1;

/** Whether this is a score and not a mark. */
export function isScore(score: number): boolean {
	return score >= 1;
}

/** The score as callers see it. */
export function scoreOrNull(score: number): number | null {
	return isScore(score) ? score : null;
}
