/** How far a round has come, as its organiser may see it (D12). */
import { pick } from '#lib/domain/instrument/instrument.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { findParticipation } from '#lib/server/rounds/participations.ts';
import type { Round } from '#lib/server/rounds/rounds.ts';
import { today } from '#lib/server/today.ts';
import { requireInstrument } from '../../../../check/instrument-of.ts';

export function participationShown(round: Round) {
	const { roles } = requireInstrument(round).instrument;
	const names = new Map<string, string>(roles.map(({ id, name }) => [id, pick(name, getLocale())]));
	const order = roles.map(({ id }) => id);
	const found = findParticipation(database(), round.id, order, today());
	return {
		submitted: found.submitted,
		/** no part of the number is withheld */
		exact: found.roles.every(({ submitted }) => submitted !== undefined),
		invited: found.roles.reduce((sum, { invited }) => sum + invited, 0),
		roles: found.roles.map((one) => ({ ...one, name: names.get(one.role) ?? one.role }))
	};
}
export type ParticipationShown = ReturnType<typeof participationShown>;
