import type { CriterionItems } from './criterion-score.ts';
import { isScore, NOT_APPLICABLE } from './score.ts';

/** M10: what an applicable item without a result is set to. */
export const BEST = 5;
export const WORST = 1;

/** M10: the criterion if every item without a result had this one; coverage does not matter. */
export function criterionBound({ applicable, rated, sum }: CriterionItems, fill: number): number {
	return applicable > 0 ? (sum + (applicable - rated) * fill) / applicable : NOT_APPLICABLE;
}

/** M10: a bound never lies on the wrong side of the score, which may leave a criterion out (M4). */
export function lowerBound(score: number, bound: number): number {
	return isScore(score) ? Math.min(score, bound) : bound;
}

export function upperBound(score: number, bound: number): number {
	return isScore(score) ? Math.max(score, bound) : bound;
}
