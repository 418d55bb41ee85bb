import { error, redirect } from '@sveltejs/kit';
import { KEY_FOLDER } from '$app/env/private';
import { endCollecting } from '#lib/server/rounds/collecting.ts';
import { database } from '#lib/server/database.ts';
import { isOver } from '#lib/server/rounds/rounds.ts';
import { today } from '#lib/server/today.ts';
import { requireRound } from '../../../../../guards.ts';
import { keepTyped, nothingTyped } from '../../../../../storage-refusal.ts';
import { participationShown } from '../participation-shown.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { round } = await requireRound(event, 'endCollecting');
	const { mode, collectUntil } = round;
	const early = collectUntil !== undefined && !isOver(round, today());
	return { mode, collectUntil: early ? collectUntil : undefined, participation: participationShown(round) };
};

export const actions = keepTyped(nothingTyped, {
	default: async (event) => {
		const { round, user } = await requireRound(event, 'endCollecting');
		const refusal = await endCollecting(database(), KEY_FOLDER, round.id, today(), { userId: user.id });
		if (refusal?.refused === 'unknown') error(404);
		redirect(303, event.url.pathname.replace(/\/end\/?$/, ''));
	}
} satisfies Actions);
