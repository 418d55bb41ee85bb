import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { EmailAddress } from '#lib/domain/account/form.ts';
import { MEMBER_ROLES } from '#lib/domain/municipality/membership.ts';
import { database } from '#lib/server/database.ts';
import { hashCode } from '#lib/server/keys.ts';
import {
	findMemberInvitations,
	inviteMember,
	withdrawMemberInvitation
} from '#lib/server/municipalities/member-invitations.ts';
import { findMembers, removeMember } from '#lib/server/municipalities/members.ts';
import { today } from '#lib/server/today.ts';
import { sendMemberInvitation } from '../../../account/letters.ts';
import { asking } from '../../../account/limits.ts';
import { requireMember } from '../../../guards.ts';
import { keepTyped } from '../../../storage-refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const Invitee = z.object({ email: EmailAddress, role: z.enum(MEMBER_ROLES) });

export const load: PageServerLoad = async (event) => {
	const { user, municipality } = await requireMember(event, 'manageMembers');
	return {
		own: user.id,
		members: await findMembers(database(), municipality.key),
		invitations: await findMemberInvitations(database(), municipality.key, today())
	};
};

const typed = (_: RequestEvent, form: FormData) => ({
	email: String(form.get('email') ?? ''),
	role: String(form.get('role') ?? 'organiser')
});

export const actions = keepTyped(typed, {
	invite: async (event) => {
		const { user, municipality } = await requireMember(event, 'manageMembers');
		const kept = typed(event, await event.request.formData());
		const invitee = Invitee.safeParse(kept);
		if (!invitee.success) return fail(422, { ...kept, problem: 'email' } as const);
		if (!asking.allows(event.getClientAddress())) return fail(429, { ...kept, problem: 'limit' } as const);
		const { key, name } = municipality;
		const invited = await inviteMember(database(), hashCode, { key, by: user.id, ...invitee.data }, today());
		if ('refused' in invited) return fail(422, { ...kept, problem: invited.refused });
		sendMemberInvitation({ ...invitee.data, by: user.name, municipality: name, token: invited.token });
		redirect(303, `/assessments/${key}/members`);
	},
	withdraw: async (event) => {
		const { user, municipality } = await requireMember(event, 'manageMembers');
		const { key } = municipality;
		const id = String((await event.request.formData()).get('id') ?? '');
		if (!(await withdrawMemberInvitation(database(), { key, id, by: user.id }, today()))) error(404);
		redirect(303, `/assessments/${key}/members`);
	},
	remove: async (event) => {
		const { user, municipality } = await requireMember(event, 'manageMembers');
		const { key } = municipality;
		const form = await event.request.formData();
		const userId = String(form.get('id') ?? '');
		const refusal = await removeMember(database(), { key, userId, by: user.id }, today());
		if (refusal?.refused === 'unknown') error(404);
		if (refusal) return fail(422, { ...typed(event, form), problem: refusal.refused } as const);
		redirect(303, userId === user.id ? '/assessments' : `/assessments/${key}/members`);
	}
} satisfies Actions);
