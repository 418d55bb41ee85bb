import { redirect } from '@sveltejs/kit';
import { KEY_FOLDER } from '$app/env/private';
import { database } from '#lib/server/database.ts';
import { withdrawResponse } from '#lib/server/rounds/responses.ts';
import { today } from '#lib/server/today.ts';
import { keepTyped, nothingTyped } from '../../../storage-refusal.ts';
import { requireAnswering } from '../../require-answering.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { round, response } = requireAnswering(event);
	return { counted: round.mode === 'confidential' && response?.submittedOn !== undefined };
};

export const actions = keepTyped(nothingTyped, {
	default: async (event) => {
		const { pass } = requireAnswering(event);
		await withdrawResponse(database(), KEY_FOLDER, pass, today());
		redirect(303, '/answer');
	}
} satisfies Actions);
