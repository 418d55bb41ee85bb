/** Hurdles: what stands in the way. Each respondent may name up to three of the instrument's, with how much they slow things. */
import { z } from 'zod';
import { HURDLES_MOST } from './answer-limits.ts';

/** 1 slows down a little, 2 a lot, 3 blocks; 0 of the instrument's scale is not stored. */
export const SEVERITIES = [1, 2, 3] as const;
export const Severity = z.literal(SEVERITIES);
export type Severity = z.infer<typeof Severity>;

const NamedHurdle = z.strictObject({ id: z.string().regex(/^H\d\d$/), severity: Severity });
export type NamedHurdle = z.infer<typeof NamedHurdle>;

/** What one person names, each hurdle once. */
export const HurdleAnswer = z.strictObject({
	hurdles: z
		.array(NamedHurdle)
		.max(HURDLES_MOST)
		.refine((named) => new Set(named.map(({ id }) => id)).size === named.length)
});
export type HurdleAnswer = z.infer<typeof HurdleAnswer>;
