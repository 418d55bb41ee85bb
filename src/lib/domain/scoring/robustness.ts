import { z } from 'zod';
import { weightedMean } from './dimension-score.ts';
import { DIMENSIONS, type Instrument } from '#lib/domain/instrument/instrument.ts';
import { layoutOf, type DimensionLayout } from './layout.ts';
import type { AssessmentResult } from './result.ts';
import { TOLERANCE } from './rounding.ts';
import { NO_SCORE } from './score.ts';
import type { Extent } from './scoring.ts';
import { WEIGHT_DRAWS } from './weight-draws.ts';

/** M14: `share` 0–1 of the draws in which both stay. Where all dimensions are equal, both are the first. */
export const Robustness = z.strictObject({
	weakest: z.enum(DIMENSIONS),
	strongest: z.enum(DIMENSIONS),
	share: z.number()
});
export type Robustness = z.infer<typeof Robustness>;

/**
 * M14: whether the weakest and the strongest dimension would be others if criteria weighed differently. Weights are
 * drawn evenly from all possible ones, Dirichlet(1, …, 1). Null unless there are three dimension scores.
 * @param random freshly started (`mulberry32`)
 */
export function weightRobustness(
	instrument: Instrument,
	{ variant, scope }: Extent,
	result: AssessmentResult,
	random: () => number
): Robustness | null {
	if (result.overall === null) return null;
	const layout = layoutOf(instrument, variant, scope);
	const scores = layout.criteria.map(({ id }) => result.criteria[id]?.score ?? NO_SCORE);
	const means = (weights: readonly number[]) =>
		layout.dimensions.map(({ criteria }) => weightedMean(scores, weights, criteria));
	const equal = means(layout.weights);
	const weakest = equal.findIndex((_, index) => isWeakest(equal, index));
	const strongest = equal.findIndex((_, index) => isStrongest(equal, index));
	let same = 0;
	for (let draw = 0; draw < WEIGHT_DRAWS; draw++) {
		const drawn = means(layout.criteria.map(() => -Math.log(1 - random())));
		if (isWeakest(drawn, weakest) && isStrongest(drawn, strongest)) same++;
	}
	const idAt = (index: number) => (layout.dimensions[index] as DimensionLayout).id;
	return { weakest: idAt(weakest), strongest: idAt(strongest), share: same / WEIGHT_DRAWS };
}

function isWeakest(scores: readonly number[], index: number): boolean {
	return (scores[index] as number) <= Math.min(...scores) + TOLERANCE;
}

function isStrongest(scores: readonly number[], index: number): boolean {
	return (scores[index] as number) >= Math.max(...scores) - TOLERANCE;
}
