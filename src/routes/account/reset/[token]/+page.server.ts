import { fail, redirect } from '@sveltejs/kit';
import { Password } from '#lib/domain/account/form.ts';
import { auth } from '#lib/server/accounts/auth.ts';
import { resetPassword } from '#lib/server/accounts/sessions.ts';
import { keepTyped, nothingTyped } from '../../../storage-refusal.ts';
import { signingIn } from '../../limits.ts';
import type { Actions } from './$types';

export const actions = keepTyped(nothingTyped, {
	default: async (event) => {
		const form = await event.request.formData();
		if (!signingIn.allows(event.getClientAddress())) return fail(429, { problem: 'limit' } as const);
		const password = Password.safeParse(form.get('password'));
		if (!password.success) return fail(422, { problem: 'password' } as const);
		const changed = await resetPassword(auth(), event.params.token, password.data);
		if (!changed) return fail(422, { problem: 'refused' } as const);
		redirect(303, '/account/sign-in?reset');
	}
} satisfies Actions);
