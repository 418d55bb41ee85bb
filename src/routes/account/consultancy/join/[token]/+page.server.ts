import { fail, redirect } from '@sveltejs/kit';
import { database } from '#lib/server/database.ts';
import { hashCode } from '#lib/server/keys.ts';
import { findInvitedConsultant, joinConsultancy } from '#lib/server/reviews/consultancy-invitations.ts';
import { today } from '#lib/server/today.ts';
import { requireUser } from '../../../../guards.ts';
import { keepTyped, nothingTyped } from '../../../../storage-refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { email } = requireUser(event);
	const invited = findInvitedConsultant(database(), hashCode, event.params.token, today());
	return { invited: invited && { name: invited.name, email: invited.email }, own: invited?.email === email };
};

export const actions = keepTyped(nothingTyped, {
	default: async (event) => {
		const by = requireUser(event);
		const { token } = event.params;
		const refusal = await joinConsultancy(database(), hashCode, { token, by }, today());
		if (refusal) return fail(422, { problem: refusal.refused } as const);
		redirect(303, '/reviews');
	}
} satisfies Actions);
