/** The letter with which somebody is invited to review for an organisation. */
import { ORIGIN } from '$app/env/private';
import * as m from '#lib/paraglide/messages.js';
import { post } from '#lib/server/mail.ts';
import { receiving } from '../account/limits.ts';

export function sendConsultancyInvitation(to: string, words: { by: string; name: string; token: string }): void {
	const { by, name, token } = words;
	if (!receiving.allows(to)) return;
	const text = m.consultancy_letter({ by, name, link: `${ORIGIN}/account/consultancy/join/${token}` });
	post({ to, subject: m.consultancy_letter_subject({ name }), text: `${text}\n` });
}
