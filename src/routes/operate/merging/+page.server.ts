import { error, fail, redirect } from '@sveltejs/kit';
import { database } from '#lib/server/database.ts';
import { findMembers } from '#lib/server/municipalities/members.ts';
import { findGone, mergeMunicipality } from '#lib/server/municipalities/merging.ts';
import { today } from '#lib/server/today.ts';
import { sendMerged } from '../../account/letters.ts';
import { requireOperator } from '../../guards.ts';
import { keepTyped } from '../../storage-refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	requireOperator(event);
	return { gone: await findGone(database()) };
};

const typed = (_: RequestEvent, form: FormData) => ({
	from: String(form.get('from') ?? ''),
	into: String(form.get('into') ?? '').replace(/\s/g, '')
});

export const actions = keepTyped(typed, {
	default: async (event) => {
		const { id: operatorId } = requireOperator(event);
		const kept = typed(event, await event.request.formData());
		const members = await findMembers(database(), kept.from);
		const merged = await mergeMunicipality(database(), { ...kept, operatorId }, today());
		if ('refused' in merged && merged.refused === 'noSuccessor') return fail(422, { ...kept, problem: true });
		if ('refused' in merged) error(404);
		for (const { email } of members) sendMerged(email, merged.name);
		redirect(303, '/operate/merging');
	}
} satisfies Actions);
