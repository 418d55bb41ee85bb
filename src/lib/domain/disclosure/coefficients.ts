/** D9 (a): what a release shows of how criteria go together. */
import { z } from 'zod';
import { DIMENSIONS } from '#lib/domain/instrument/dimension.ts';
import { Measure } from './disclosure.ts';

/** D9: steps per unit to which coefficients are rounded, half up. */
export const COEFFICIENT_STEPS = 20;

/** One step below 1: what would round to 1 says of everybody what is known of one, and is not shown. */
const Coefficient = z.number().gt(-1).lt(1);

/** Over the municipalities of `all` that have a score for every criterion. What is withheld is not there. */
export const Association = z.strictObject({
	/** D7: the number of the earlier release that it has been carried over from; absent where it is new */
	carriedFrom: z.int().min(1).optional(),
	/** Spearman's rank correlations, each pair once */
	correlations: z.array(z.strictObject({ first: Measure, second: Measure, rho: Coefficient })),
	/** Cronbach's α by dimension */
	reliability: z.partialRecord(z.enum(DIMENSIONS), Coefficient)
});
export type Association = z.infer<typeof Association>;

/** What stands in a release, and the release, counted from 0, whose participants it is about. */
export interface StandingAssociation {
	from: number;
	shown: Association;
}
