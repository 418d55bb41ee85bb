/** What one person can say about one item (M1), and what a solo check stores about items and criteria. */
import { z } from 'zod';
import { TARGET_YEARS, TEXT_MAXIMUM } from './answer-limits.ts';
import { LEVELS } from './level.ts';

/** 1 "Noch nicht begonnen" … 5 "Wirksam und lernend" */
export const Level = z.literal(LEVELS);
export type Level = z.infer<typeof Level>;

/** M1: a level, or one of two answers that are no value. A missing rating is `undefined`. */
export const Rating = z.union([Level, z.literal('unknown'), z.literal('notApplicable')]);
export type Rating = z.infer<typeof Rating>;

/** M2: what a consensus meeting decides about an item, in place of the mean of all. */
export const Decision = z.union([Level, z.literal('notApplicable')]);
export type Decision = z.infer<typeof Decision>;

const FreeText = z.string().trim().max(TEXT_MAXIMUM);

/** Everything a solo check stores about one item; saved as a whole, under one revision. */
export const ItemAnswer = z.strictObject({
	rating: Rating.optional(),
	reason: FreeText.optional(),
	/** 0 not stated … 3 document and effect checked */
	evidence: z.literal([0, 1, 2, 3]).optional(),
	comment: FreeText.optional()
});
export type ItemAnswer = z.infer<typeof ItemAnswer>;

/** 1 of little importance … 4 very important (M9) */
export const Importance = z.literal([1, 2, 3, 4]);
export type Importance = z.infer<typeof Importance>;

/** What a solo check stores about one criterion. The target is a level with a year (M9). */
export const CriterionAnswer = z.strictObject({
	importance: Importance.optional(),
	target: Level.optional(),
	targetYear: z.int().min(TARGET_YEARS.first).max(TARGET_YEARS.last).optional()
});
export type CriterionAnswer = z.infer<typeof CriterionAnswer>;
