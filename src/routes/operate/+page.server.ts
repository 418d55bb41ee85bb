import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { KEY_FOLDER, ORIGIN } from '$app/env/private';
import * as m from '#lib/paraglide/messages.js';
import { findReports } from '#lib/server/contacts/contact-oversight.ts';
import { database } from '#lib/server/database.ts';
import { mail } from '#lib/server/mail.ts';
import { findGone } from '#lib/server/municipalities/merging.ts';
import {
	allowDomain,
	disallowDomain,
	findAllowedDomains,
	findParticipants,
	rejectMunicipality,
	verifyMunicipality
} from '#lib/server/municipalities/participants.ts';
import { findConsultancies } from '#lib/server/reviews/consultancies.ts';
import { today } from '#lib/server/today.ts';
import { requireOperator } from '../guards.ts';
import { keepTyped } from '../storage-refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const Domain = z
	.string()
	.trim()
	.toLowerCase()
	.pipe(z.hostname())
	.refine((domain) => domain.includes('.'));

export const load: PageServerLoad = async (event) => {
	const { email } = requireOperator(event);
	return {
		email,
		participants: await findParticipants(database()),
		gone: (await findGone(database())).length,
		reports: findReports(database()).length,
		consultancies: findConsultancies(database()),
		domains: await findAllowedDomains(database()),
		mailFolder: mail().folder
	};
};

const typed = (_: RequestEvent, form: FormData) => ({
	domain: String(form.get('domain') ?? ''),
	key: String(form.get('key') ?? '')
});

export const actions = keepTyped(typed, {
	verify: async (event) => {
		const { id } = requireOperator(event);
		const { key } = typed(event, await event.request.formData());
		if (!(await verifyMunicipality(database(), key, id, today()))) error(404);
		redirect(303, '/operate');
	},
	reject: async (event) => {
		requireOperator(event);
		const { key } = typed(event, await event.request.formData());
		if (!(await rejectMunicipality(database(), KEY_FOLDER, key, today()))) error(404);
		redirect(303, '/operate');
	},
	allow: async (event) => {
		requireOperator(event);
		const kept = typed(event, await event.request.formData());
		const domain = Domain.safeParse(kept.domain);
		if (!domain.success) return fail(422, { ...kept, problem: 'domain' } as const);
		const allowed = await allowDomain(database(), { domain: domain.data, key: kept.key }, today());
		if (!allowed) return fail(422, { ...kept, problem: 'key' } as const);
		redirect(303, '/operate');
	},
	disallow: async (event) => {
		requireOperator(event);
		await disallowDomain(database(), typed(event, await event.request.formData()).domain);
		redirect(303, '/operate');
	},
	mail: async (event) => {
		const { email: to } = requireOperator(event);
		const kept = typed(event, await event.request.formData());
		try {
			await mail().send({ to, subject: m.operate_mail_subject(), text: m.operate_mail_text({ origin: ORIGIN }) });
		} catch (reason) {
			return fail(502, { ...kept, problem: 'mail', reason: String(reason) } as const);
		}
		return { ...kept, sent: true };
	}
} satisfies Actions);
