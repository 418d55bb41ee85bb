/** What somebody chooses before a check: how much, for whom, on whose computer. */
import { z } from 'zod';
import { DIMENSIONS, type DimensionId, type Variant } from '#lib/domain/instrument/instrument.ts';
import { Kind, State } from '#lib/domain/municipality/municipality.ts';

/** `short` and `full` ask all three dimensions; a dimension's id asks all items of that one. */
export const Extent = z.enum(['short', 'full', ...DIMENSIONS]);
export type Extent = z.infer<typeof Extent>;

/** Variant and scope of an extent. */
export function extentOf(extent: Extent): { variant: Variant; scope: DimensionId | undefined } {
	return extent === 'short' || extent === 'full'
		? { variant: extent, scope: undefined }
		: { variant: 'full', scope: extent };
}

const Common = { extent: Extent, sharedComputer: z.literal('yes').optional() };

/** Blanks and dots within a number are how people write thousands. */
const Population = z
	.string()
	.transform((typed) => typed.replace(/[\s.,\u202f]/g, ''))
	.pipe(z.string().regex(/^\d{1,8}$/))
	.transform(Number);

/** The start form; every message key is a field's name. */
export const CheckStart = z.discriminatedUnion('source', [
	z.object({
		...Common,
		source: z.literal('register'),
		municipalityKey: z.string().regex(/^\d{5}(\d{3,4})?$/),
		associationAnswers: z.literal('yes').optional()
	}),
	z.object({
		...Common,
		source: z.literal('manual'),
		name: z.string().trim().min(2).max(200),
		kind: Kind,
		state: State,
		population: Population
	}),
	z.object({ ...Common, source: z.literal('trial') })
]);
export type CheckStart = z.infer<typeof CheckStart>;
