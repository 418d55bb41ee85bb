import { fail, redirect } from '@sveltejs/kit';
import { EmailAddress } from '#lib/domain/account/form.ts';
import { isKnown } from '#lib/server/accounts/accounts.ts';
import { database } from '#lib/server/database.ts';
import { hashCode } from '#lib/server/keys.ts';
import { askForAddress } from '#lib/server/accounts/own-account.ts';
import { hasJustSignedIn, requireFreshUser, requireUser } from '../../guards.ts';
import { keepTyped } from '../../storage-refusal.ts';
import { sendChange, sendKnown, sendNewAddress } from '../letters.ts';
import { asking } from '../limits.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** A form that comes too late is shown once more with what was typed, instead of leading away. */
export const load: PageServerLoad = (event) => {
	const { email } = event.request.method === 'POST' ? requireUser(event) : requireFreshUser(event);
	return { email };
};

const typed = (_: RequestEvent, form: FormData) => ({ email: String(form.get('email') ?? '') });

export const actions = keepTyped(typed, {
	default: async (event) => {
		const user = requireUser(event);
		const kept = typed(event, await event.request.formData());
		if (!hasJustSignedIn(user)) return fail(403, { ...kept, problem: 'stale' } as const);
		const email = EmailAddress.safeParse(kept.email);
		if (!email.success) return fail(422, { ...kept, problem: 'email' } as const);
		if (!asking.allows(event.getClientAddress())) return fail(429, { ...kept, problem: 'limit' } as const);
		// Made for known addresses too: they shall not be told apart by how long it takes.
		const token = await askForAddress(database(), hashCode, { userId: user.id, email: email.data }, new Date());
		if (await isKnown(database(), email.data)) sendKnown(email.data);
		else sendNewAddress(email.data, token);
		sendChange(user.email, 'addressAsked');
		redirect(303, '/account/sent');
	}
} satisfies Actions);
