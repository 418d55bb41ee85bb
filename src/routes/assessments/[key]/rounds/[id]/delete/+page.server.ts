import { fail, redirect } from '@sveltejs/kit';
import { KEY_FOLDER } from '$app/env/private';
import { database } from '#lib/server/database.ts';
import { deleteRound } from '#lib/server/rounds/rounds.ts';
import { today } from '#lib/server/today.ts';
import { requireRound } from '../../../../../guards.ts';
import { keepTyped } from '../../../../../storage-refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { round } = await requireRound(event, 'deleteRound');
	return { phase: round.phase };
};

const typed = (_: RequestEvent, form: FormData) => ({ sure: form.get('sure') === 'yes' });

export const actions = keepTyped(typed, {
	default: async (event) => {
		const { round, user, municipality } = await requireRound(event, 'deleteRound');
		const kept = typed(event, await event.request.formData());
		if (!kept.sure) return fail(422, { ...kept, problem: true });
		await deleteRound(database(), KEY_FOLDER, round.id, { userId: user.id, today: today() });
		redirect(303, `/assessments/${municipality.key}?deleted`);
	}
} satisfies Actions);
