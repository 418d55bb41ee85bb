import { fail, redirect } from '@sveltejs/kit';
import { database } from '#lib/server/database.ts';
import { deleteAccount, findDependent } from '#lib/server/accounts/own-account.ts';
import { today } from '#lib/server/today.ts';
import { requireFreshUser } from '../../guards.ts';
import { keepCookies } from '../../signed-in.ts';
import { keepTyped, nothingTyped } from '../../storage-refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { id, email } = requireFreshUser(event);
	return { email, dependent: await findDependent(database(), id) };
};

export const actions = keepTyped(nothingTyped, {
	default: async (event) => {
		const { id } = requireFreshUser(event);
		const refusal = await deleteAccount(database(), id, today());
		if (refusal) return fail(422, { problem: refusal.refused });
		keepCookies(event, { session: undefined, 'second-factor': undefined });
		event.locals.user = undefined;
		redirect(303, '/account/deleted');
	}
} satisfies Actions);
