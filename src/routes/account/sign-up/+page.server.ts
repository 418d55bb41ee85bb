import { fail, redirect } from '@sveltejs/kit';
import { EmailAddress } from '#lib/domain/account/form.ts';
import { isKnown } from '#lib/server/accounts/accounts.ts';
import { inviteAccount } from '#lib/server/accounts/signing-up.ts';
import { database } from '#lib/server/database.ts';
import { hashCode } from '#lib/server/keys.ts';
import { keepTyped } from '../../storage-refusal.ts';
import { sendConfirmation, sendKnown } from '../letters.ts';
import { asking } from '../limits.ts';
import type { Actions, RequestEvent } from './$types';

const typed = (_: RequestEvent, form: FormData) => ({ email: String(form.get('email') ?? '') });

export const actions = keepTyped(typed, {
	default: async (event) => {
		const form = typed(event, await event.request.formData());
		if (!asking.allows(event.getClientAddress())) return fail(429, { ...form, problem: 'limit' } as const);
		const email = EmailAddress.safeParse(form.email);
		if (!email.success) return fail(422, { ...form, problem: 'email' } as const);
		// Made for known addresses too: they shall not be told apart by how long it takes.
		const invited = { email: email.data, operator: false };
		const token = await inviteAccount(database(), hashCode, invited, new Date());
		if (await isKnown(database(), email.data)) sendKnown(email.data);
		else sendConfirmation(email.data, token);
		redirect(303, '/account/sent');
	}
} satisfies Actions);
