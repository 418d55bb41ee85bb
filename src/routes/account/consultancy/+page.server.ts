import { fail, redirect } from '@sveltejs/kit';
import { ConsultancyName } from '#lib/domain/review/form.ts';
import { database } from '#lib/server/database.ts';
import { findConsultant, registerConsultancy } from '#lib/server/reviews/consultancies.ts';
import { today } from '#lib/server/today.ts';
import { requireUser } from '../../guards.ts';
import { keepTyped } from '../../storage-refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => {
	const user = requireUser(event);
	return { own: findConsultant(database(), user.id)?.name, secondFactor: user.secondFactor };
};

const typed = (_: RequestEvent, form: FormData) => ({ name: String(form.get('name') ?? '') });

export const actions = keepTyped(typed, {
	default: async (event) => {
		const { id: userId } = requireUser(event);
		const kept = typed(event, await event.request.formData());
		const name = ConsultancyName.safeParse(kept.name);
		if (!name.success) return fail(422, { ...kept, problem: 'name' } as const);
		const refusal = await registerConsultancy(database(), { name: name.data, userId }, today());
		if (refusal) return fail(422, { ...kept, problem: refusal.refused } as const);
		redirect(303, '/reviews');
	}
} satisfies Actions);
