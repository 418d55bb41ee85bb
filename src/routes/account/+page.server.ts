import { error, fail, redirect } from '@sveltejs/kit';
import { ORGANISER_SECOND_FACTOR } from '$app/env/private';
import { needsSecondFactor } from '#lib/domain/access.ts';
import { auth } from '#lib/server/accounts/auth.ts';
import { database } from '#lib/server/database.ts';
import { removeMember } from '#lib/server/municipalities/members.ts';
import { forgetProvider, hasPassword, hasProvider } from '#lib/server/accounts/own-account.ts';
import { findConsultant } from '#lib/server/reviews/consultancies.ts';
import { findOwnMunicipalities } from '#lib/server/municipalities/participants.ts';
import { findSecondFactor } from '#lib/server/accounts/second-factor.ts';
import { endOtherSessions, endSession, findSessions } from '#lib/server/accounts/sessions.ts';
import { today } from '#lib/server/today.ts';
import { requireFreshUser, requireUser } from '../guards.ts';
import { keepTyped, nothingTyped } from '../storage-refusal.ts';
import { sendChange } from './letters.ts';
import { provider } from './provider.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const user = requireUser(event);
	const municipalities = await findOwnMunicipalities(database(), user.id);
	const consultant = findConsultant(database(), user.id) !== undefined;
	const roles = [
		...(user.operator ? (['operator'] as const) : []),
		...(consultant ? (['consultant'] as const) : []),
		...municipalities.map(({ role }) => role)
	];
	const { state } = await findSecondFactor({ db: database(), auth: auth() }, user.id);
	return {
		name: user.name,
		email: user.email,
		operator: user.operator,
		consultant,
		municipalities,
		password: await hasPassword(database(), user.id),
		provider: (await hasProvider(database(), user.id)) ? (provider()?.name ?? 'OpenID Connect') : undefined,
		secondFactor: state === 'on',
		needsSecondFactor: roles.some((role) => needsSecondFactor(role, ORGANISER_SECOND_FACTOR === 'optional')),
		sessions: await findSessions(database(), user, new Date())
	};
};

async function idIn(event: RequestEvent): Promise<string> {
	return String((await event.request.formData()).get('id') ?? '');
}

export const actions = keepTyped(nothingTyped, {
	end: async (event) => {
		const { id } = requireUser(event);
		if (!(await endSession(database(), id, await idIn(event)))) error(404);
		redirect(303, '/account');
	},
	endOthers: async (event) => {
		await endOtherSessions(database(), requireUser(event));
		redirect(303, '/account');
	},
	forget: async (event) => {
		const user = requireFreshUser(event);
		await forgetProvider(database(), user);
		sendChange(user.email, 'providerForgotten');
		redirect(303, '/account');
	},
	leave: async (event) => {
		const { id: userId } = requireUser(event);
		const key = await idIn(event);
		const refusal = await removeMember(database(), { key, userId, by: userId }, today());
		if (refusal?.refused === 'unknown') error(404);
		if (refusal) return fail(422, { problem: refusal.refused } as const);
		redirect(303, '/account');
	}
} satisfies Actions);
