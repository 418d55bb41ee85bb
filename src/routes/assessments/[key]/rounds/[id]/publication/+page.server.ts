import { error, fail, redirect } from '@sveltejs/kit';
import { database } from '#lib/server/database.ts';
import { findPublication, publishResult, withdrawResult } from '#lib/server/rounds/publications.ts';
import { today } from '#lib/server/today.ts';
import { requireRound } from '../../../../../guards.ts';
import { keepTyped } from '../../../../../storage-refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { round, municipality } = await requireRound(event, 'publishResult');
	return { publication: findPublication(database(), round.id), verified: municipality.verified };
};

const typed = (_: RequestEvent, form: FormData) => ({ listed: form.has('listed'), unsure: false });

async function requireDeed(event: RequestEvent) {
	const { round, user, municipality } = await requireRound(event, 'publishResult');
	return { round, verified: municipality.verified, deed: { key: municipality.key, userId: user.id, today: today() } };
}

export const actions = keepTyped(typed, {
	publish: async (event) => {
		const { round, verified, deed } = await requireDeed(event);
		const form = await event.request.formData();
		if (!verified) error(404);
		if (!form.has('sure')) return fail(422, { ...typed(event, form), unsure: true });
		await publishResult(database(), round.id, form.has('listed'), deed);
		redirect(303, `${event.url.pathname}?published`);
	},
	list: async (event) => {
		const { round, deed } = await requireDeed(event);
		const form = await event.request.formData();
		if (findPublication(database(), round.id))
			await publishResult(database(), round.id, form.get('listed') === 'yes', deed);
		redirect(303, `${event.url.pathname}?changed`);
	},
	withdraw: async (event) => {
		const { round, deed } = await requireDeed(event);
		await withdrawResult(database(), round.id, deed);
		redirect(303, `${event.url.pathname}?withdrawn`);
	}
} satisfies Actions);
