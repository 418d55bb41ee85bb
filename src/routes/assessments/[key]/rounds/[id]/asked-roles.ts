/** Which group is asked what in a round, in the language of the page, and what can probably be shown of it (D12). */
import { gapIsPossible, gapsInAsking, outlookOf, type GroupOutlook } from '#lib/domain/round/group-outlook.ts';
import { criteriaOf, pick } from '#lib/domain/instrument/instrument.ts';
import { toldMinutes } from '#lib/domain/instrument/reading-time.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { countInvited } from '#lib/server/rounds/participations.ts';
import { findRoles, type Round } from '#lib/server/rounds/rounds.ts';
import { requireInstrument } from '../../../../check/instrument-of.ts';

export interface AskedRole {
	id: string;
	name: string;
	description: string;
	/** ids of the criteria that it answers */
	criteria: string[];
	/** what answering them takes; 0 where it answers none */
	minutes: number;
	/** people on the list */
	invited: number;
	outlook: GroupOutlook;
}

export function askedRoles(round: Round) {
	const locale = getLocale();
	const { instrument } = requireInstrument(round);
	const stored = findRoles(database(), round.id);
	const invited = countInvited(database(), round.id);
	const criteria = criteriaOf(instrument, round.scope);
	const roles = instrument.roles.map(({ id, name, description }): AskedRole => {
		const asked = criteria.filter((one) => stored.find(({ role }) => role === id)?.criteria.includes(one.id));
		return {
			...{ id, name: pick(name, locale), description: pick(description, locale) },
			criteria: asked.map((one) => one.id),
			minutes: asked.length > 0 ? toldMinutes(asked, round.variant, locale) : 0,
			invited: invited.get(id) ?? 0,
			outlook: outlookOf(id, invited)
		};
	});
	const dimensions = instrument.dimensions
		.filter(({ id }) => round.scope === undefined || id === round.scope)
		.map((dimension) => ({
			...{ id: dimension.id, name: pick(dimension.name, locale) },
			criteria: dimension.criteria.map(({ id, name }) => ({ id, name: pick(name, locale) }))
		}));
	const ids = criteria.map(({ id }) => id);
	return { roles, dimensions, ...gapsInAsking(ids, stored, invited), gapIsPossible: gapIsPossible(invited) };
}
export type Asked = ReturnType<typeof askedRoles>;
