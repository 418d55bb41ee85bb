import { error, fail, redirect } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { readInvitationList } from '#lib/domain/round/invitation-list.ts';
import { database } from '#lib/server/database.ts';
import { sendSoon } from '#lib/server/rounds/invitation-mail.ts';
import { addCodes, addInvitations } from '#lib/server/rounds/inviting.ts';
import { orderReminder } from '#lib/server/rounds/reminders.ts';
import { today } from '#lib/server/today.ts';
import { requireInstrument } from '../../../../../check/instrument-of.ts';
import { requireRound } from '../../../../../guards.ts';
import { keepTyped } from '../../../../../storage-refusal.ts';
import { askedRoles, invitationsPage } from './invitations-page.ts';
import { roleNames } from './role-options.ts';
import { typedList } from './typed-list.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { who, round } = await requireRound(event, 'readInvitations');
	return { mayInvite: may(who, 'invite', round.phase), ...invitationsPage(round, event.url.searchParams) };
};

async function typed(_: RequestEvent, form: FormData) {
	const text = (name: string) => String(form.get(name) ?? '');
	return { list: await typedList(form), role: text('role'), codeRole: text('codeRole'), count: text('count') };
}

async function requireInviting(event: RequestEvent) {
	const { user, round } = await requireRound(event, 'invite');
	const form = await event.request.formData();
	return { round, form, kept: await typed(event, form), deed: { userId: user.id, today: today() } };
}

export const actions = keepTyped(typed, {
	add: async (event) => {
		const { round, form, kept, deed } = await requireInviting(event);
		const names = roleNames(requireInstrument(round).instrument, askedRoles(round));
		const { invitees, problems } = readInvitationList(kept.list, names, kept.role || undefined);
		if (invitees.length + problems.length === 0) return fail(422, { ...kept, problem: 'empty' } as const);
		if (problems.length > 0 && (!form.has('readable') || invitees.length === 0))
			return fail(422, { ...kept, problem: 'lines', problems, readable: invitees.length } as const);
		const added = await addInvitations(database(), round.id, invitees, deed);
		if ('refused' in added && added.refused !== 'tooMany') error(404);
		if ('refused' in added) return fail(422, { ...kept, problem: 'tooMany' } as const);
		sendSoon(today(), round.id);
		const left = problems.map(({ text }) => text).join('\n');
		if (left) return fail(422, { ...kept, list: left, problem: 'left', problems, added: added.added } as const);
		redirect(303, `${event.url.pathname}?added=${added.added}&known=${added.known.length}`);
	},
	codes: async (event) => {
		const { round, kept, deed } = await requireInviting(event);
		const count = round.mode === 'open' ? 1 : Number(kept.count);
		if (!askedRoles(round).includes(kept.codeRole)) return fail(422, { ...kept, problem: 'codeRole' } as const);
		if (!Number.isInteger(count) || count < 1) return fail(422, { ...kept, problem: 'count' } as const);
		const added = await addCodes(database(), round.id, { role: kept.codeRole, count }, deed);
		if ('refused' in added && added.refused !== 'tooMany') error(404);
		if ('refused' in added) return fail(422, { ...kept, problem: 'count' } as const);
		redirect(303, `${event.url.pathname}#codes`);
	},
	remind: async (event) => {
		const { round, kept, deed } = await requireInviting(event);
		const refusal = await orderReminder(database(), round.id, deed);
		if (refusal && 'refused' in refusal) error(404);
		if (refusal) return fail(422, { ...kept, problem: 'reminder' } as const);
		sendSoon(today(), round.id);
		redirect(303, `${event.url.pathname}#reminders`);
	}
} satisfies Actions);
