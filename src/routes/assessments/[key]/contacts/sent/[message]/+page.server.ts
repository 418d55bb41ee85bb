import { error, fail, redirect } from '@sveltejs/kit';
import { readText, REPORT_MAXIMUM } from '#lib/domain/contact/message.ts';
import { findSent } from '#lib/server/contacts/contact-messages.ts';
import { reportAnswer } from '#lib/server/contacts/contact-reports.ts';
import { database } from '#lib/server/database.ts';
import { today } from '#lib/server/today.ts';
import { requireMember } from '../../../../../guards.ts';
import { keepTyped } from '../../../../../storage-refusal.ts';
import { criterionName } from '../../../../../contacts/criterion-name.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** A message that the municipality has sent; 404 for any other. */
async function requireMessage(event: Pick<RequestEvent, 'locals' | 'url' | 'params'>) {
	const { user, municipality } = await requireMember(event, 'readSentContacts');
	const message = findSent(database(), municipality.key).find(({ id }) => id === event.params.message);
	if (!message) error(404);
	return { message, deed: { key: municipality.key, userId: user.id, today: today() } };
}

export const load: PageServerLoad = async (event) => {
	const { criterion, to, ...message } = (await requireMessage(event)).message;
	return { message: { ...message, name: to.name, criterion: criterionName(criterion) } };
};

const typed = (_: RequestEvent, form: FormData) => ({ reason: String(form.get('reason') ?? '') });

export const actions = keepTyped(typed, {
	report: async (event) => {
		const { message, deed } = await requireMessage(event);
		const kept = typed(event, await event.request.formData());
		const reason = readText(kept.reason, REPORT_MAXIMUM);
		if (reason === undefined) return fail(422, { ...kept, wrong: true });
		if (!(await reportAnswer(database(), message.id, reason, deed))) error(404);
		redirect(303, `${event.url.pathname}?reported`);
	}
} satisfies Actions);
