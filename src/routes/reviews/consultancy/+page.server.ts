import { error, fail, redirect } from '@sveltejs/kit';
import { EmailAddress } from '#lib/domain/account/form.ts';
import { database } from '#lib/server/database.ts';
import { hashCode } from '#lib/server/keys.ts';
import { findConsultants, leaveConsultancy } from '#lib/server/reviews/consultancies.ts';
import {
	findConsultantInvitations,
	inviteConsultant,
	withdrawConsultantInvitation
} from '#lib/server/reviews/consultancy-invitations.ts';
import { today } from '#lib/server/today.ts';
import { asking } from '../../account/limits.ts';
import { requireConsultant } from '../../guards.ts';
import { keepTyped } from '../../storage-refusal.ts';
import { sendConsultancyInvitation } from '../letters.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => {
	const { own } = requireConsultant(event);
	return {
		name: own.name,
		members: findConsultants(database(), own.consultancyId),
		invitations: findConsultantInvitations(database(), own.consultancyId, today())
	};
};

const typed = (_: RequestEvent, form: FormData) => ({ email: String(form.get('email') ?? '') });

export const actions = keepTyped(typed, {
	invite: async (event) => {
		const { user, own } = requireConsultant(event);
		const kept = typed(event, await event.request.formData());
		const email = EmailAddress.safeParse(kept.email);
		if (!email.success) return fail(422, { ...kept, problem: 'email' } as const);
		if (!asking.allows(event.getClientAddress())) return fail(429, { ...kept, problem: 'limit' } as const);
		const invited = { consultancyId: own.consultancyId, email: email.data };
		const token = await inviteConsultant(database(), hashCode, invited, today());
		sendConsultancyInvitation(email.data, { by: user.name, name: own.name, token });
		redirect(303, '/reviews/consultancy');
	},
	withdraw: async (event) => {
		const { consultancyId } = requireConsultant(event).own;
		const id = String((await event.request.formData()).get('id') ?? '');
		if (!(await withdrawConsultantInvitation(database(), { consultancyId, id }))) error(404);
		redirect(303, '/reviews/consultancy');
	},
	leave: async (event) => {
		const { user } = requireConsultant(event);
		await leaveConsultancy(database(), user.id, today());
		redirect(303, '/account/consultancy');
	}
} satisfies Actions);
