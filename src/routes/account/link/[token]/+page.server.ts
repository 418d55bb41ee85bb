import { fail, redirect } from '@sveltejs/kit';
import { auth } from '#lib/server/accounts/auth.ts';
import { signInByLink } from '#lib/server/accounts/sessions.ts';
import { browserOf, enterWith } from '../../../signed-in.ts';
import { keepTyped, nothingTyped } from '../../../storage-refusal.ts';
import { signingIn } from '../../limits.ts';
import type { Actions } from './$types';

export const actions = keepTyped(nothingTyped, {
	default: async (event) => {
		if (!signingIn.allows(event.getClientAddress())) return fail(429, { problem: 'limit' } as const);
		const entered = await signInByLink(auth(), browserOf(event), event.params.token);
		if (entered.state === 'refused') return fail(422, { problem: 'refused' } as const);
		await enterWith(event, entered.cookies);
		redirect(303, entered.state === 'in' ? '/account' : '/account/second-factor');
	}
} satisfies Actions);
