import { fail, redirect } from '@sveltejs/kit';
import { KEY_FOLDER } from '$app/env/private';
import { database } from '#lib/server/database.ts';
import { deleteMunicipality } from '#lib/server/rounds/leaving.ts';
import { today } from '#lib/server/today.ts';
import { requireFreshUser, requireMember } from '../../../guards.ts';
import { keepTyped } from '../../../storage-refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	await requireMember(event, 'deleteMunicipality');
	requireFreshUser(event);
};

const typed = (_: RequestEvent, form: FormData) => ({ sure: form.get('sure') === 'yes' });

export const actions = keepTyped(typed, {
	default: async (event) => {
		const { municipality } = await requireMember(event, 'deleteMunicipality');
		requireFreshUser(event);
		const kept = typed(event, await event.request.formData());
		if (!kept.sure) return fail(422, { ...kept, problem: true });
		await deleteMunicipality(database(), KEY_FOLDER, municipality.key, today());
		redirect(303, '/assessments?deleted');
	}
} satisfies Actions);
