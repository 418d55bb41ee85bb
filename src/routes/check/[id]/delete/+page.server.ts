import { redirect } from '@sveltejs/kit';
import { deleteCheck } from '#lib/server/checks/checks.ts';
import { database } from '#lib/server/database.ts';
import { today } from '#lib/server/today.ts';
import { keepTyped, nothingTyped } from '../../../storage-refusal.ts';
import { forgetCode, requireCheck } from '../../own-checks.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { id, profile } = await requireCheck(event);
	return { id, name: profile.municipality?.name };
};

export const actions = keepTyped(nothingTyped, {
	default: async (event) => {
		const check = await requireCheck(event);
		await deleteCheck(database(), check.id, today());
		forgetCode(event, check.code);
		redirect(303, '/check/deleted');
	}
} satisfies Actions);
