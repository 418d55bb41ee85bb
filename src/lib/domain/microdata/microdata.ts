/** D9 (b): the microdata file of a release, as it is stored: combinations of band and kind with the scores of their rows. */
import { z } from 'zod';
import { roundToSteps } from '#lib/domain/disclosure/cell.ts';
import { DIMENSIONS } from '#lib/domain/instrument/dimension.ts';
import { Kind } from '#lib/domain/municipality/municipality.ts';

/** D9: steps per level to which scores are rounded, half up. */
export const MICRODATA_STEPS = 2;
/** D9: so many different patterns stand in each combination, else its scores are withheld. */
export const PATTERN_MINIMUM = 3;
/** What a trait becomes that would stand for too few. */
export const OTHER = 'other';

const HalfScore = z
	.number()
	.min(1)
	.max(5)
	.multipleOf(1 / MICRODATA_STEPS);

/** The scores of one municipality, in the order of the dimensions; null where there is none. */
export const Pattern = z.tuple([HalfScore.nullable(), HalfScore.nullable(), HalfScore.nullable()]);
export type Pattern = z.infer<typeof Pattern>;

const BandNumber = z.literal([1, 2, 3, 4, 5, 6]);

export const Combination = z.strictObject({
	band: z.union([BandNumber, z.literal(OTHER)]),
	kind: z.union([Kind, z.literal(OTHER)]),
	/** the number of the release whose municipalities stand here; an earlier one where the rows were carried over */
	from: z.int().min(1),
	/** sorted by value, so that their order tells nothing */
	rows: z.array(Pattern)
});
export type Combination = z.infer<typeof Combination>;

/** In the order of bands and kinds. */
export const Microdata = z.strictObject({ combinations: z.array(Combination) });
export type Microdata = z.infer<typeof Microdata>;

/**
 * The scores of the three dimensions, rounded; undefined where there is none at all. Whoever has one of them stands in the
 * file: a published table minus the rows of the file would otherwise be the few who lack another one.
 */
export function patternOf(scores: Readonly<Record<string, number | null>>): Pattern | undefined {
	const values = DIMENSIONS.map((dimension) => scores[dimension] ?? null);
	if (values.every((score) => score === null)) return undefined;
	const rounded = values.map((score) => score && Math.min(5, roundToSteps(score, MICRODATA_STEPS)));
	return rounded as Pattern;
}

/** Ascending, dimension by dimension; what is not there last. */
export function comparePatterns(a: Pattern, b: Pattern): number {
	const value = (score: number | null) => score ?? 9;
	return value(a[0]) - value(b[0]) || value(a[1]) - value(b[1]) || value(a[2]) - value(b[2]);
}
