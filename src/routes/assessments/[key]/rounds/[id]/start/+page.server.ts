import { error, redirect } from '@sveltejs/kit';
import { KEY_FOLDER } from '$app/env/private';
import { startCollecting } from '#lib/server/rounds/collecting.ts';
import { database } from '#lib/server/database.ts';
import { sendSoon } from '#lib/server/rounds/invitation-mail.ts';
import { today } from '#lib/server/today.ts';
import { requireRound } from '../../../../../guards.ts';
import { keepTyped, nothingTyped } from '../../../../../storage-refusal.ts';
import { askedRoles } from '../asked-roles.ts';
import { tasksOf } from '../tasks.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { round } = await requireRound(event, 'startCollecting');
	return { mode: round.mode, tasks: tasksOf(round), asked: askedRoles(round) };
};

export const actions = keepTyped(nothingTyped, {
	default: async (event) => {
		const { round, user } = await requireRound(event, 'startCollecting');
		const refusal = await startCollecting(database(), KEY_FOLDER, round.id, today(), user.id);
		if (refusal?.refused === 'unknown') error(404);
		if (!refusal) sendSoon(today(), round.id);
		// What still keeps it from beginning stands on the page itself.
		redirect(303, event.url.pathname.replace(refusal?.refused === 'obstacles' ? /$/ : /\/start\/?$/, ''));
	}
} satisfies Actions);
