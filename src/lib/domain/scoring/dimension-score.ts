import { isCovered } from './coverage.ts';
import type { Range } from './layout.ts';
import { isScore, NO_SCORE, NOT_APPLICABLE } from './score.ts';

/**
 * M4: weighted mean of those of the criteria that have a score. `NO_SCORE` below two thirds (counted, not weighted) of
 * the criteria that apply, `NOT_APPLICABLE` without any. `criteria` and `weights` are those of all criteria.
 */
export function dimensionScore(criteria: readonly number[], weights: readonly number[], range: Range): number {
	let applicable = 0;
	let scored = 0;
	for (let criterion = range.from; criterion < range.to; criterion++) {
		const score = criteria[criterion] as number;
		if (score !== NOT_APPLICABLE) applicable++;
		if (isScore(score)) scored++;
	}
	return isCovered(scored, applicable) ? weightedMean(criteria, weights, range) : NO_SCORE;
}

/** Mean of the scores in a range; marks are left out, `NOT_APPLICABLE` where there is nothing else. */
export function weightedMean(scores: readonly number[], weights: readonly number[], { from, to }: Range): number {
	let sum = 0;
	let total = 0;
	for (let index = from; index < to; index++) {
		const score = scores[index] as number;
		const weight = weights[index] as number;
		if (!isScore(score)) continue;
		sum += score * weight;
		total += weight;
	}
	return total > 0 ? sum / total : NOT_APPLICABLE;
}
