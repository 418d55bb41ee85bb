import { error, fail, redirect } from '@sveltejs/kit';
import { criteriaOf } from '#lib/domain/instrument/instrument.ts';
import { suggestedRoles } from '#lib/domain/round/roles.ts';
import { database } from '#lib/server/database.ts';
import { saveRoles } from '#lib/server/rounds/drafts.ts';
import type { Round } from '#lib/server/rounds/rounds.ts';
import { requireInstrument } from '../../../../../../check/instrument-of.ts';
import { requireRound } from '../../../../../../guards.ts';
import { keepTyped } from '../../../../../../storage-refusal.ts';
import { askedRoles } from '../../asked-roles.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { round } = await requireRound(event, 'readRound');
	return { fixed: round.phase !== 'draft', mode: round.mode, asked: askedRoles(round) };
};

/** The boxes that were ticked, by role. */
const typed = (_: RequestEvent, form: FormData) => ({
	ticked: Object.fromEntries([...new Set(form.keys())].map((role) => [role, form.getAll(role).map(String)]))
});

/** Criteria by role, as far as the round's instrument has both. */
function rolesFrom(round: Round, ticked: Record<string, string[]>): Record<string, string[]> {
	const { instrument } = requireInstrument(round);
	const criteria = criteriaOf(instrument, round.scope).map(({ id }) => id);
	return Object.fromEntries(
		instrument.roles.map(({ id }) => [id, criteria.filter((one) => ticked[id]?.includes(one))])
	);
}

async function save(id: string, key: string, roles: Record<string, string[]>, back: string) {
	if (await saveRoles(database(), id, roles)) error(404);
	redirect(303, `/assessments/${key}/rounds/${id}${back}`);
}

export const actions = keepTyped(typed, {
	save: async (event) => {
		const { round, municipality } = await requireRound(event, 'setUpRound');
		const kept = typed(event, await event.request.formData());
		const roles = rolesFrom(round, kept.ticked);
		if (Object.values(roles).every((asked) => asked.length === 0)) return fail(422, { ...kept, problem: true });
		return save(round.id, municipality.key, roles, '/settings/roles?saved');
	},
	suggest: async (event) => {
		const { round, municipality } = await requireRound(event, 'setUpRound');
		const { instrument } = requireInstrument(round);
		return save(round.id, municipality.key, suggestedRoles(instrument, round.scope), '/settings/roles');
	}
} satisfies Actions);
