import { error, fail, redirect } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { readAsked } from '#lib/domain/answering/profile-questions.ts';
import { database } from '#lib/server/database.ts';
import { saveAsked } from '#lib/server/rounds/drafts.ts';
import { requireInstrument } from '../../../../../../check/instrument-of.ts';
import { profileQuestions } from '../../../../../../check/profile-options.ts';
import { requireRound } from '../../../../../../guards.ts';
import { keepTyped } from '../../../../../../storage-refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { who, round } = await requireRound(event, 'readRound');
	return {
		open: may(who, 'describeMunicipality', round.phase),
		asked: round.profile.asked,
		population: round.profile.municipality?.population,
		fields: profileQuestions(requireInstrument(round).instrument)
	};
};

async function typed(event: RequestEvent, form: FormData) {
	const { round } = await requireRound(event, 'describeMunicipality');
	return readAsked(requireInstrument(round).instrument, form);
}

export const actions = keepTyped(typed, {
	default: async (event) => {
		const { round, municipality } = await requireRound(event, 'describeMunicipality');
		const { asked, wrong } = readAsked(requireInstrument(round).instrument, await event.request.formData());
		if (wrong.length > 0) return fail(422, { wrong, asked });
		if (await saveAsked(database(), round.id, asked)) error(404);
		redirect(303, `/assessments/${municipality.key}/rounds/${round.id}`);
	}
} satisfies Actions);
