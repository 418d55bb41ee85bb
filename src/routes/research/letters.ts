/** The letter that tells about the decision on a request for microdata. */
import { ORIGIN } from '$app/env/private';
import * as m from '#lib/paraglide/messages.js';
import { post } from '#lib/server/mail.ts';

/** In both languages: nobody knows which one whoever asked reads. */
export function sendDecision(to: string, approved: boolean): void {
	const words = { link: `${ORIGIN}/research/microdata` };
	const text = approved ? m.microdata_letter_approved : m.microdata_letter_refused;
	const texts = (['de', 'en'] as const).map((locale) => text(words, { locale }));
	post({ to, subject: m.microdata_letter_subject(), text: `${texts.join('\n\n')}\n` });
}
