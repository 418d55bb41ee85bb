/** What the page of invitations shows, counted by role; who has answered is not among it (D14). */
import { reminderObstacle } from '#lib/domain/round/reminder.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { findInvitations } from '#lib/server/rounds/invitations.ts';
import { findRoles, type Round } from '#lib/server/rounds/rounds.ts';
import { today } from '#lib/server/today.ts';
import { requireInstrument } from '../../../../../check/instrument-of.ts';
import { listPage } from './list-page.ts';
import { roleOptions } from './role-options.ts';

/** Ids of the roles that answer something. */
export function askedRoles(round: Round): string[] {
	return findRoles(database(), round.id).map(({ role }) => role);
}

export function invitationsPage(round: Round, params: URLSearchParams) {
	const invitations = findInvitations(database(), round.id);
	const people = invitations.filter(({ email }) => email !== null);
	const count = (role: string, mailed: boolean) =>
		invitations.filter((one) => one.role === role && (one.email !== null) === mailed).length;
	const options = roleOptions(requireInstrument(round).instrument, askedRoles(round), getLocale());
	return {
		...{ title: round.title, phase: round.phase, mode: round.mode, collectUntil: round.collectUntil },
		roles: options.map((one) => ({ ...one, people: count(one.id, true), codes: count(one.id, false) })),
		list: listPage(people, params),
		undeliverable: people.filter((one) => one.undeliverable).length,
		waiting: people.filter((one) => one.sentOn === null && !one.undeliverable).length,
		reminders: { sent: round.remindersSent, most: round.remindersMost, ...reminderObstacle(round, today()) }
	};
}
