/** What is typed in a review, and how long it may be. */
import { z } from 'zod';
import { LEVELS } from '#lib/domain/answering/level.ts';
import { EmailAddress } from '#lib/domain/account/form.ts';
import { LINE_MAXIMUM } from '#lib/domain/plan/action.ts';
import { POST_MAXIMUM, REVIEW_MAXIMUM } from './limits.ts';
import type { BlindLevel } from './review.ts';

const ticked = z
	.string()
	.nullable()
	.transform((value) => value === 'yes');

export const TypedGrant = z.object({
	email: EmailAddress,
	includesReasons: ticked,
	includesEvidence: ticked,
	endsOn: z.iso.date()
});

/** Name of an organisation that reviews. */
export const ConsultancyName = z.string().trim().min(2).max(LINE_MAXIMUM);

export const PostText = z.string().trim().min(1).max(POST_MAXIMUM);
export const ReviewText = z.string().trim().min(1).max(REVIEW_MAXIMUM);

/** The chosen level as a form sends it; undefined where none is chosen. */
export function typedLevel(value: string): BlindLevel | undefined {
	return value === 'notShown' ? value : LEVELS.find((level) => String(level) === value);
}
