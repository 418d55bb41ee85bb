import { redirect } from '@sveltejs/kit';
import { database } from '#lib/server/database.ts';
import { hashCode } from '#lib/server/keys.ts';
import { changeAddress, findNewAddress } from '#lib/server/accounts/own-account.ts';
import { requireUser } from '../../../guards.ts';
import { keepTyped, nothingTyped } from '../../../storage-refusal.ts';
import { sendAddressChanged } from '../../letters.ts';
import type { Actions, PageServerLoad } from './$types';

/** The link alone is not enough: a letter that went astray must give nobody an account. */
export const load: PageServerLoad = async (event) => {
	const { id: userId, email: present } = requireUser(event);
	const { token } = event.params;
	return { present, email: await findNewAddress(database(), hashCode, { token, userId }, new Date()) };
};

export const actions = keepTyped(nothingTyped, {
	default: async (event) => {
		const own = requireUser(event);
		const changed = await changeAddress(database(), hashCode, { token: event.params.token, own }, new Date());
		if (!changed) redirect(303, event.url.pathname);
		sendAddressChanged(own.email);
		redirect(303, '/account');
	}
} satisfies Actions);
