import { error, fail, redirect } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { readInvitationList } from '#lib/domain/invitation-list.ts';
import { reminderObstacle } from '#lib/domain/reminder.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { sendSoon } from '#lib/server/invitation-mail.ts';
import { findInvitations } from '#lib/server/invitations.ts';
import { addCodes, addInvitations } from '#lib/server/inviting.ts';
import { orderReminder } from '#lib/server/reminders.ts';
import { findRoles, type Round } from '#lib/server/rounds.ts';
import { today } from '#lib/server/today.ts';
import { requireInstrument } from '../../../../../check/instrument-of.ts';
import { requireRound } from '../../../../../guards.ts';
import { keepTyped } from '../../../../../storage-refusal.ts';
import { listPage } from './list-page.ts';
import { roleNames, roleOptions } from './role-options.ts';
import { typedList } from './typed-list.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const askedOf = (round: Round) => findRoles(database(), round.id).map(({ role }) => role);

export const load: PageServerLoad = async (event) => {
	const { who, round } = await requireRound(event, 'readInvitations');
	const invitations = findInvitations(database(), round.id);
	const people = invitations.filter(({ email }) => email !== null);
	const count = (role: string, mailed: boolean) =>
		invitations.filter((one) => one.role === role && (one.email !== null) === mailed).length;
	const options = roleOptions(requireInstrument(round).instrument, askedOf(round), getLocale());
	return {
		...{ title: round.title, phase: round.phase, mode: round.mode, collectUntil: round.collectUntil },
		mayInvite: may(who, 'invite', round.phase),
		roles: options.map((one) => ({ ...one, people: count(one.id, true), codes: count(one.id, false) })),
		list: listPage(people, event.url.searchParams),
		undeliverable: people.filter((one) => one.undeliverable).length,
		waiting: people.filter((one) => one.sentOn === null && !one.undeliverable).length,
		reminders: { sent: round.remindersSent, most: round.remindersMost, ...reminderObstacle(round, today()) }
	};
};

async function typed(_: RequestEvent, form: FormData) {
	const text = (name: string) => String(form.get(name) ?? '');
	return { list: await typedList(form), role: text('role'), codeRole: text('codeRole'), count: text('count') };
}

export const actions = keepTyped(typed, {
	add: async (event) => {
		const { user, round } = await requireRound(event, 'invite');
		const form = await event.request.formData();
		const kept = await typed(event, form);
		const names = roleNames(requireInstrument(round).instrument, askedOf(round));
		const { invitees, problems } = readInvitationList(kept.list, names, kept.role || undefined);
		if (invitees.length + problems.length === 0) return fail(422, { ...kept, problem: 'empty' } as const);
		if (problems.length > 0 && (!form.has('readable') || invitees.length === 0))
			return fail(422, { ...kept, problem: 'lines', problems, readable: invitees.length } as const);
		const deed = { userId: user.id, today: today() };
		const added = await addInvitations(database(), round.id, invitees, deed);
		if ('refused' in added && added.refused !== 'tooMany') error(404);
		if ('refused' in added) return fail(422, { ...kept, problem: 'tooMany' } as const);
		sendSoon(today(), round.id);
		const left = problems.map(({ text }) => text).join('\n');
		if (left) return fail(422, { ...kept, list: left, problem: 'left', problems, added: added.added } as const);
		redirect(303, `${event.url.pathname}?added=${added.added}&known=${added.known.length}`);
	},
	codes: async (event) => {
		const { user, round } = await requireRound(event, 'invite');
		const kept = await typed(event, await event.request.formData());
		const count = round.mode === 'open' ? 1 : Number(kept.count);
		if (!askedOf(round).includes(kept.codeRole)) return fail(422, { ...kept, problem: 'codeRole' } as const);
		if (!Number.isInteger(count) || count < 1) return fail(422, { ...kept, problem: 'count' } as const);
		const deed = { userId: user.id, today: today() };
		const added = await addCodes(database(), round.id, { role: kept.codeRole, count }, deed);
		if ('refused' in added && added.refused !== 'tooMany') error(404);
		if ('refused' in added) return fail(422, { ...kept, problem: 'count' } as const);
		redirect(303, `${event.url.pathname}#codes`);
	},
	remind: async (event) => {
		const { user, round } = await requireRound(event, 'invite');
		const refusal = await orderReminder(database(), round.id, { userId: user.id, today: today() });
		if (refusal && 'refused' in refusal) error(404);
		if (refusal) return fail(422, { ...(await typed(event, new FormData())), problem: 'reminder' } as const);
		sendSoon(today(), round.id);
		redirect(303, `${event.url.pathname}#reminders`);
	}
} satisfies Actions);
