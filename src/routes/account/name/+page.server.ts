import { fail, redirect } from '@sveltejs/kit';
import { PersonName } from '#lib/domain/account/form.ts';
import { database } from '#lib/server/database.ts';
import { changeName } from '#lib/server/accounts/own-account.ts';
import { requireUser } from '../../guards.ts';
import { keepTyped } from '../../storage-refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => ({ name: requireUser(event).name });

const typed = (_: RequestEvent, form: FormData) => ({ name: String(form.get('name') ?? '') });

export const actions = keepTyped(typed, {
	default: async (event) => {
		const { id } = requireUser(event);
		const kept = typed(event, await event.request.formData());
		const name = PersonName.safeParse(kept.name);
		if (!name.success) return fail(422, { ...kept, problem: 'name' } as const);
		await changeName(database(), id, name.data);
		redirect(303, '/account');
	}
} satisfies Actions);
