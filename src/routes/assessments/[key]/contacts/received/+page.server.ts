import { redirect } from '@sveltejs/kit';
import { findBlocked, unblock } from '#lib/server/contacts/contact-blocks.ts';
import { findReceived } from '#lib/server/contacts/contact-messages.ts';
import { database } from '#lib/server/database.ts';
import { today } from '#lib/server/today.ts';
import { requireMember } from '../../../../guards.ts';
import { keepTyped, nothingTyped } from '../../../../storage-refusal.ts';
import { criterionName } from '../../../../contacts/criterion-name.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { municipality } = await requireMember(event, 'answerContact');
	return {
		messages: findReceived(database(), municipality.key).map(({ id, criterion, from, sentOn, state }) => ({
			...{ id, sentOn, state, name: from.name, criterion: criterionName(criterion) }
		})),
		blocked: findBlocked(database(), municipality.key)
	};
};

export const actions = keepTyped(nothingTyped, {
	unblock: async (event) => {
		const { user, municipality } = await requireMember(event, 'answerContact');
		const form = await event.request.formData();
		const deed = { key: municipality.key, userId: user.id, today: today() };
		await unblock(database(), String(form.get('blocked') ?? ''), deed);
		redirect(303, `/assessments/${municipality.key}/contacts/received?unblocked`);
	}
} satisfies Actions);
