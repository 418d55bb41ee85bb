import { error } from '@sveltejs/kit';
import { localise } from '#lib/domain/instrument/localise.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { findShownRound } from '#lib/server/rounds/rounds.ts';
import { askedRoles } from '../../assessments/[key]/rounds/[id]/asked-roles.ts';
import { requireInstrument } from '../../check/instrument-of.ts';
import { linkReading } from '../../check/limits.ts';
import type { PageServerLoad } from './$types';

/** A page to read and to print. */
export const csr = false;

export const load: PageServerLoad = ({ params, getClientAddress }) => {
	if (!linkReading.allows(getClientAddress())) error(429, 'limit');
	const round = findShownRound(database(), params.token);
	if (!round) error(404, 'preview');
	const { title, phase, mode, variant, scope, collectUntil, leaders, resultForRespondents, remindersMost } = round;
	const { roles } = askedRoles(round);
	const instrument = localise(requireInstrument(round).instrument, getLocale());
	return {
		name: round.profile.municipality?.name ?? '',
		settings: { title, phase, mode, variant, collectUntil, leaders, resultForRespondents, remindersMost },
		// How many have been invited is nobody's business here.
		roles: roles
			.filter(({ criteria }) => criteria.length > 0)
			.map(({ id, name, criteria, minutes }) => ({ id, name, criteria, minutes })),
		instrument,
		dimensions: instrument.dimensions.filter(({ id }) => scope === undefined || id === scope)
	};
};
