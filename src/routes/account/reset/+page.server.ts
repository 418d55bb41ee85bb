import { fail, redirect } from '@sveltejs/kit';
import { EmailAddress } from '#lib/domain/account/form.ts';
import { auth } from '#lib/server/accounts/auth.ts';
import { database } from '#lib/server/database.ts';
import { askForReset } from '#lib/server/accounts/sessions.ts';
import { keepTyped } from '../../storage-refusal.ts';
import { asking } from '../limits.ts';
import type { Actions, RequestEvent } from './$types';

const typed = (_: RequestEvent, form: FormData) => ({ email: String(form.get('email') ?? '') });

export const actions = keepTyped(typed, {
	default: async (event) => {
		const kept = typed(event, await event.request.formData());
		const email = EmailAddress.safeParse(kept.email);
		if (!email.success) return fail(422, { ...kept, problem: 'email' } as const);
		if (!asking.allows(event.getClientAddress())) return fail(429, { ...kept, problem: 'limit' } as const);
		await askForReset({ db: database(), auth: auth() }, email.data, new Date());
		redirect(303, '/account/sent');
	}
} satisfies Actions);
