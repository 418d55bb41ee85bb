import { isCovered } from './coverage.ts';
import type { Range } from './layout.ts';
import { isScore, NO_SCORE, NOT_APPLICABLE } from './score.ts';

/** The items of one criterion, as far as M3 and M10 need them. */
export interface CriterionItems {
	/** how many items apply */
	applicable: number;
	/** how many of these have a result, and the sum of their results */
	rated: number;
	sum: number;
}

/** Counts what the items of a criterion have. `results` are those of all items. */
export function criterionItems(results: readonly number[], { from, to }: Range): CriterionItems {
	let applicable = 0;
	let rated = 0;
	let sum = 0;
	for (let item = from; item < to; item++) {
		const result = results[item] as number;
		if (result !== NOT_APPLICABLE) applicable++;
		if (isScore(result)) {
			rated++;
			sum += result;
		}
	}
	return { applicable, rated, sum };
}

/** M3: mean of the results, `NO_SCORE` below two thirds of the applicable items, `NOT_APPLICABLE` without any. */
export function criterionScore({ applicable, rated, sum }: CriterionItems): number {
	if (applicable === 0) return NOT_APPLICABLE;
	return isCovered(rated, applicable) ? sum / rated : NO_SCORE;
}
