import { error, fail, redirect } from '@sveltejs/kit';
import { ANSWER_MAXIMUM, readText, REPORT_MAXIMUM } from '#lib/domain/contact/message.ts';
import { settleMessage } from '#lib/server/contacts/contact-answers.ts';
import { blockSender } from '#lib/server/contacts/contact-blocks.ts';
import { sendContactLettersSoon } from '#lib/server/contacts/contact-mail.ts';
import { findReceived } from '#lib/server/contacts/contact-messages.ts';
import { reportMessage } from '#lib/server/contacts/contact-reports.ts';
import { database } from '#lib/server/database.ts';
import { today } from '#lib/server/today.ts';
import { requireMember } from '../../../../../guards.ts';
import { keepTyped } from '../../../../../storage-refusal.ts';
import { criterionName } from '../../../../../contacts/criterion-name.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** A message that has come to the municipality; 404 for any other. */
async function requireMessage(event: Pick<RequestEvent, 'locals' | 'url' | 'params'>) {
	const { user, municipality } = await requireMember(event, 'answerContact');
	const message = findReceived(database(), municipality.key).find(({ id }) => id === event.params.message);
	if (!message) error(404);
	return { user, message, deed: { key: municipality.key, userId: user.id, today: today() } };
}

export const load: PageServerLoad = async (event) => {
	const { user, message } = await requireMessage(event);
	const { id, from, criterion, text, sentOn, state, answer } = message;
	return {
		message: { id, name: from.name, criterion: criterionName(criterion), text, sentOn, state, answer },
		email: user.email
	};
};

function typed(_: RequestEvent, form: FormData) {
	const text = (name: string) => String(form.get(name) ?? '');
	return { answer: text('answer'), reason: text('reason') };
}

/** Answers, or declines where there is no text; somebody else may have done so meanwhile. */
async function settle(event: RequestEvent, kept: ReturnType<typeof typed>, answer: string | undefined) {
	const { message, deed } = await requireMessage(event);
	if (!(await settleMessage(database(), { id: message.id, answer }, deed)))
		return fail(409, { ...kept, problem: 'gone' } as const);
	sendContactLettersSoon(deed.today);
	redirect(303, `${event.url.pathname}?settled`);
}

export const actions = keepTyped(typed, {
	answer: async (event) => {
		await requireMessage(event);
		const kept = typed(event, await event.request.formData());
		const answer = readText(kept.answer, ANSWER_MAXIMUM);
		return answer === undefined ? fail(422, { ...kept, problem: 'answer' } as const) : settle(event, kept, answer);
	},
	decline: (event) => settle(event, { answer: '', reason: '' }, undefined),
	report: async (event) => {
		const { message, deed } = await requireMessage(event);
		const kept = typed(event, await event.request.formData());
		const reason = readText(kept.reason, REPORT_MAXIMUM);
		if (reason === undefined) return fail(422, { ...kept, problem: 'reason' } as const);
		await reportMessage(database(), message.id, reason, deed);
		redirect(303, `${event.url.pathname}?reported`);
	},
	block: async (event) => {
		const { message, deed } = await requireMessage(event);
		await blockSender(database(), message.id, deed);
		redirect(303, `/assessments/${deed.key}/contacts/received?blocked`);
	}
} satisfies Actions);
