import { fail, redirect } from '@sveltejs/kit';
import { QUERY_MAXIMUM, RESULT_LIMIT } from '#lib/domain/municipality/search.ts';
import { database } from '#lib/server/database.ts';
import {
	findAssociationOf,
	findMunicipality,
	searchMunicipalities
} from '#lib/server/municipalities/municipalities.ts';
import { registerMunicipality } from '#lib/server/municipalities/participants.ts';
import { today } from '#lib/server/today.ts';
import { profileOptions } from '../../check/profile-options.ts';
import { requireUser } from '../../guards.ts';
import { keepTyped } from '../../storage-refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	requireUser(event);
	const query = (event.url.searchParams.get('q') ?? '').slice(0, QUERY_MAXIMUM);
	return {
		query,
		results: query ? await searchMunicipalities(database(), query, { limit: RESULT_LIMIT }) : [],
		states: profileOptions('state')
	};
};

async function typed(_: RequestEvent, form: FormData) {
	const municipality = await findMunicipality(database(), String(form.get('municipalityKey') ?? ''));
	return { municipality, query: String(form.get('q') ?? ''), association: form.get('associationAnswers') === 'yes' };
}

export const actions = keepTyped(typed, {
	default: async (event) => {
		const user = requireUser(event);
		const kept = await typed(event, await event.request.formData());
		const chosen = kept.municipality;
		if (!chosen) return fail(422, { ...kept, problem: 'unknown' } as const);
		const over = kept.association && (await findAssociationOf(database(), chosen.key));
		const { key } = over || chosen;
		const registered = await registerMunicipality(database(), user, key, today());
		if ('refused' in registered) return fail(422, { ...kept, problem: registered.refused });
		redirect(303, `/assessments/${key}`);
	}
} satisfies Actions);
