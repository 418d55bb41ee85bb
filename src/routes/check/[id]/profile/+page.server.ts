import { fail, redirect } from '@sveltejs/kit';
import { readAsked } from '#lib/domain/answering/profile-questions.ts';
import { saveProfile } from '#lib/server/checks/checks.ts';
import { database } from '#lib/server/database.ts';
import { today } from '#lib/server/today.ts';
import { keepTyped } from '../../../storage-refusal.ts';
import { requireInstrument } from '../../instrument-of.ts';
import { requireCheck } from '../../own-checks.ts';
import { profileQuestions } from '../../profile-options.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { id, state, profile, ...check } = await requireCheck(event);
	return {
		id,
		open: state === 'open',
		municipality: profile.municipality,
		answersFor: profile.answersFor?.name,
		asked: profile.asked,
		fields: profileQuestions(requireInstrument(check).instrument)
	};
};

async function typed(event: RequestEvent, form: FormData) {
	return readAsked(requireInstrument(await requireCheck(event)).instrument, form);
}

export const actions = keepTyped(typed, {
	default: async (event) => {
		const check = await requireCheck(event);
		const { instrument } = requireInstrument(check);
		const { asked, wrong } = readAsked(instrument, await event.request.formData());
		if (wrong.length > 0) return fail(422, { wrong, asked });
		const saved = await saveProfile(database(), check.id, { ...check.profile, asked }, today());
		if (!saved) return fail(409, { closed: true });
		redirect(303, `/check/${check.id}`);
	}
} satisfies Actions);
