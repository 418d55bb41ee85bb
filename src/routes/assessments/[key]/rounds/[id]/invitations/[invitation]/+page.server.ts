import { error, fail, redirect } from '@sveltejs/kit';
import { KEY_FOLDER } from '$app/env/private';
import { EmailAddress } from '#lib/domain/account/form.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { sendSoon } from '#lib/server/rounds/invitation-mail.ts';
import { findInvitation } from '#lib/server/rounds/invitations.ts';
import { correctAddress, removeInvitation } from '#lib/server/rounds/inviting.ts';
import { today } from '#lib/server/today.ts';
import { requireInstrument } from '../../../../../../check/instrument-of.ts';
import { requireRound } from '../../../../../../guards.ts';
import { keepTyped } from '../../../../../../storage-refusal.ts';
import { roleOptions } from '../role-options.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function requireInvitation(event: RequestEvent | Parameters<PageServerLoad>[0]) {
	const { user, municipality, round } = await requireRound(event, 'invite');
	const invitation = findInvitation(database(), round.id, event.params.invitation);
	if (!invitation?.email) error(404);
	const place = { roundId: round.id, invitationId: invitation.id };
	const list = `/assessments/${municipality.key}/rounds/${round.id}/invitations`;
	return { round, place, list, email: invitation.email, invitation, deed: { userId: user.id, today: today() } };
}

export const load: PageServerLoad = async (event) => {
	const { round, email, invitation } = await requireInvitation(event);
	const [role] = roleOptions(requireInstrument(round).instrument, [invitation.role], getLocale());
	return {
		...{ title: round.title, phase: round.phase, email },
		role: role?.name ?? invitation.role,
		undeliverable: invitation.undeliverable
	};
};

const typed = (_: RequestEvent, form: FormData) => ({ address: String(form.get('address') ?? '').slice(0, 300) });

export const actions = keepTyped(typed, {
	correct: async (event) => {
		const { place, list, round, deed } = await requireInvitation(event);
		const kept = typed(event, await event.request.formData());
		const address = EmailAddress.safeParse(kept.address);
		if (!address.success) return fail(422, { ...kept, problem: 'address' } as const);
		const refusal = await correctAddress(database(), KEY_FOLDER, place, address.data, deed);
		if (refusal?.refused === 'known') return fail(422, { ...kept, problem: 'known' } as const);
		if (refusal) error(404);
		sendSoon(today(), round.id);
		redirect(303, `${list}#people`);
	},
	remove: async (event) => {
		const { place, list, deed } = await requireInvitation(event);
		if (await removeInvitation(database(), KEY_FOLDER, place, deed)) error(404);
		redirect(303, `${list}#people`);
	}
} satisfies Actions);
