import { error, fail, redirect } from '@sveltejs/kit';
import { readMessage, readText, REPORT_MAXIMUM, type MessageRefusal } from '#lib/domain/contact/message.ts';
import { sendContactLettersSoon } from '#lib/server/contacts/contact-mail.ts';
import { readRefusal, writeMessage } from '#lib/server/contacts/contact-messages.ts';
import { reportOffer } from '#lib/server/contacts/contact-reports.ts';
import { findContacts, findOwnReaders } from '#lib/server/contacts/contacts.ts';
import { database } from '#lib/server/database.ts';
import { today } from '#lib/server/today.ts';
import { requireContactReader } from '../../../guards.ts';
import { keepTyped } from '../../../storage-refusal.ts';
import { criterionName, requireCriterion } from '../../criterion-name.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const placeOf = ({ params: { to, criterion } }: Pick<RequestEvent, 'params'>) => ({
	key: to,
	criterion: requireCriterion(criterion)
});

export const load: PageServerLoad = (event) => {
	const { id } = requireContactReader(event);
	const { key, criterion } = placeOf(event);
	const readers = findOwnReaders(database(), id).map((reader) => ({
		...reader,
		refusal: readRefusal(database().read, { key, criterion }, { key: reader.key, today: today() })
	}));
	const writers = readers.filter(({ refusal }) => !refusal).map(({ key, name }) => ({ value: key, name }));
	const refusals = readers.flatMap(({ refusal }) => refusal ?? []);
	const refusal: MessageRefusal | undefined =
		writers.length > 0 ? undefined : (refusals.find(({ why }) => why !== 'closed') ?? { why: 'closed' });
	// Nothing of an offer that is closed to whoever asks, so that it cannot be told from one that is gone.
	const shown =
		refusal?.why !== 'closed' && findContacts(database()).find((one) => one.key === key && one.criterion === criterion);
	const offer = shown ? { name: shown.name, contactPoint: shown.contactPoint, stage: shown.stage } : undefined;
	return {
		writers,
		refusal,
		offer,
		own: readers.map(({ key, name }) => ({ value: key, name })),
		criterion: criterionName(criterion)
	};
};

function typed(_: RequestEvent, form: FormData) {
	const text = (name: string) => String(form.get(name) ?? '');
	return { from: text('from'), text: text('text'), reason: text('reason') };
}

/** For a municipality of one's own that may read contacts; 404 for any other. */
async function requireDeed(event: RequestEvent) {
	const { id: userId } = requireContactReader(event);
	const kept = typed(event, await event.request.formData());
	if (!findOwnReaders(database(), userId).some(({ key }) => key === kept.from)) error(404);
	return { kept, deed: { key: kept.from, userId, today: today() } };
}

export const actions = keepTyped(typed, {
	write: async (event) => {
		const { kept, deed } = await requireDeed(event);
		const text = readMessage(kept.text);
		if (text === undefined) return fail(422, { ...kept, wrong: 'text' } as const);
		const refusal = await writeMessage(database(), { place: placeOf(event), text }, deed);
		if (refusal) return fail(422, { ...kept, refusal });
		sendContactLettersSoon(deed.today);
		redirect(303, `/assessments/${deed.key}/contacts/sent?sent`);
	},
	report: async (event) => {
		const { kept, deed } = await requireDeed(event);
		const reason = readText(kept.reason, REPORT_MAXIMUM);
		if (reason === undefined) return fail(422, { ...kept, wrong: 'reason' } as const);
		const refusal: MessageRefusal = { why: 'closed' };
		if (!(await reportOffer(database(), placeOf(event), reason, deed))) return fail(422, { ...kept, refusal });
		redirect(303, `${event.url.pathname}?reported`);
	}
} satisfies Actions);
