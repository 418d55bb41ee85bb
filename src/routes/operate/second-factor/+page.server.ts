import { fail } from '@sveltejs/kit';
import { EmailAddress } from '#lib/domain/account/form.ts';
import { findAccount } from '#lib/server/accounts/accounts.ts';
import { database } from '#lib/server/database.ts';
import { removeSecondFactor } from '#lib/server/accounts/second-factor.ts';
import { sendChange } from '../../account/letters.ts';
import { requireOperator } from '../../guards.ts';
import { keepTyped } from '../../storage-refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => {
	requireOperator(event);
};

const typed = (_: RequestEvent, form: FormData) => ({ email: String(form.get('email') ?? '') });

export const actions = keepTyped(typed, {
	default: async (event) => {
		requireOperator(event);
		const kept = typed(event, await event.request.formData());
		const email = EmailAddress.safeParse(kept.email);
		if (!email.success) return fail(422, { ...kept, problem: 'email' } as const);
		const account = await findAccount(database(), email.data);
		if (!account) return fail(422, { ...kept, problem: 'unknown' } as const);
		await removeSecondFactor(database(), account.id);
		sendChange(email.data, 'factorReset');
		return { email: '', done: email.data };
	}
} satisfies Actions);
