import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { Password, PersonName } from '#lib/domain/account/form.ts';
import { createAccount, findInvited } from '#lib/server/accounts/signing-up.ts';
import { auth } from '#lib/server/accounts/auth.ts';
import { database } from '#lib/server/database.ts';
import { hashCode } from '#lib/server/keys.ts';
import { signIn } from '#lib/server/accounts/sessions.ts';
import { browserOf, enterWith } from '../../../signed-in.ts';
import { keepTyped } from '../../../storage-refusal.ts';
import { signingIn } from '../../limits.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const Opening = z.object({ name: PersonName, password: Password });

export const load: PageServerLoad = async ({ params, setHeaders }) => {
	const invited = await findInvited(database(), hashCode, params.token, new Date());
	setHeaders({ 'x-robots-tag': 'noindex' });
	return { email: invited?.email };
};

const typed = (_: RequestEvent, form: FormData) => ({ name: String(form.get('name') ?? '') });

export const actions = keepTyped(typed, {
	default: async (event) => {
		const form = await event.request.formData();
		const kept = typed(event, form);
		if (!signingIn.allows(event.getClientAddress())) return fail(429, { ...kept, fields: ['limit'] });
		const opening = Opening.safeParse(Object.fromEntries(form));
		if (!opening.success)
			return fail(422, { ...kept, fields: opening.error.issues.map(({ path }) => String(path[0])) });
		const doors = { db: database(), auth: auth(), hash: hashCode };
		const made = await createAccount(doors, { token: event.params.token, ...opening.data }, new Date());
		if ('refused' in made) redirect(303, made.refused === 'known' ? '/account/sign-in' : event.url.pathname);
		const { password } = opening.data;
		const entered = await signIn(auth(), browserOf(event), { email: made.email, password });
		if ('cookies' in entered) await enterWith(event, entered.cookies);
		redirect(303, '/account');
	}
} satisfies Actions);
