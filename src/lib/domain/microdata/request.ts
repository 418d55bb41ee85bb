/** Asking for microdata (D9 b): what is asked, for how long a file may be used, and how far a request has come. */
import { z } from 'zod';
import { addMonths } from '#lib/domain/day.ts';
import { DECISION_REASON_LENGTH, INSTITUTION_LENGTH, LONGEST_PERIOD_MONTHS, PURPOSE_LENGTH } from './limits.ts';

const line = ({ min, max }: typeof PURPOSE_LENGTH) => z.string().trim().min(min).max(max);

/** What is typed; the last day of use lies after today and within two years. */
export function microdataRequestForm(today: string) {
	return z.strictObject({
		institution: line(INSTITUTION_LENGTH).regex(/^\P{Cc}+$/u),
		purpose: line(PURPOSE_LENGTH),
		until: z.iso.date().refine((day) => day > today && day <= addMonths(today, LONGEST_PERIOD_MONTHS))
	});
}
export type MicrodataRequestForm = z.infer<ReturnType<typeof microdataRequestForm>>;

export const MicrodataDecision = z.strictObject({
	id: z.string().min(1),
	approved: z.enum(['yes', 'no']).transform((answer) => answer === 'yes'),
	reason: line(DECISION_REASON_LENGTH)
});
export type MicrodataDecision = z.infer<typeof MicrodataDecision>;

/**
 * `retracted`: the release was taken back, so that there is nothing to decide and no file. `terms`: approved, and the terms
 * not accepted yet. `open`: may be downloaded. `over`: the period has ended.
 */
export type MicrodataState = 'waiting' | 'refused' | 'retracted' | 'terms' | 'open' | 'over';

export interface DecidedRequest {
	until: string;
	approved: boolean | null;
	acceptedOn: string | null;
	/** whether its release was taken back */
	retracted: boolean;
}

/** How far a request has come; the last day of the period still counts. */
export function stateOfRequest(
	{ until, approved, acceptedOn, retracted }: DecidedRequest,
	today: string
): MicrodataState {
	if (approved === false) return 'refused';
	if (retracted) return 'retracted';
	if (today > until) return 'over';
	if (approved === null) return 'waiting';
	return acceptedOn === null ? 'terms' : 'open';
}
