import { fail, redirect } from '@sveltejs/kit';
import { Password } from '#lib/domain/account/form.ts';
import { database } from '#lib/server/database.ts';
import { changePassword, hasPassword } from '#lib/server/accounts/own-account.ts';
import { requireFreshUser, requireUser } from '../../guards.ts';
import { keepTyped, nothingTyped } from '../../storage-refusal.ts';
import { sendChange } from '../letters.ts';
import { guessing, signingIn } from '../limits.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Whoever has a password shows it; whoever has none has to have signed in just now. */
async function requireOwner(event: Pick<RequestEvent, 'locals' | 'url'>) {
	const user = requireUser(event);
	const asked = await hasPassword(database(), user.id);
	return { user: asked ? user : requireFreshUser(event), asked };
}

export const load: PageServerLoad = async (event) => {
	const { user, asked } = await requireOwner(event);
	return { email: user.email, asked };
};

export const actions = keepTyped(nothingTyped, {
	default: async (event) => {
		const { user } = await requireOwner(event);
		const form = await event.request.formData();
		const next = Password.safeParse(form.get('password'));
		if (!next.success) return fail(422, { problem: 'password' } as const);
		if (!signingIn.allows(event.getClientAddress()) || !guessing.allows(user.email))
			return fail(429, { problem: 'limit' } as const);
		const present = String(form.get('present') ?? '');
		const refusal = await changePassword(database(), user, { present, next: next.data }, new Date());
		if (refusal) return fail(422, { problem: refusal.refused });
		sendChange(user.email, 'password');
		redirect(303, '/account');
	}
} satisfies Actions);
