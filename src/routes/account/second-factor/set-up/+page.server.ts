import { fail, redirect } from '@sveltejs/kit';
import { showCode } from '#lib/domain/answering/resume-code.ts';
import { showSecret, totpUri } from '#lib/domain/account/second-factor.ts';
import { auth } from '#lib/server/accounts/auth.ts';
import { database } from '#lib/server/database.ts';
import { hashCode } from '#lib/server/keys.ts';
import { qrCode } from '#lib/server/qr-code.ts';
import {
	beginSecondFactor,
	confirmSecondFactor,
	findSecondFactor,
	removeSecondFactor,
	renewRecoveryCodes
} from '#lib/server/accounts/second-factor.ts';
import { requireFreshUser } from '../../../guards.ts';
import { localPath } from '../../../local-path.ts';
import { browserOf, keepCookies } from '../../../signed-in.ts';
import { keepTyped, nothingTyped } from '../../../storage-refusal.ts';
import { sendChange } from '../../letters.ts';
import { signingIn } from '../../limits.ts';
import type { Actions, PageServerLoad } from './$types';

const ISSUER = 'Standort 2030';
const doors = () => ({ db: database(), auth: auth(), hash: hashCode });
const backOf = (url: URL) => localPath(url.searchParams.get('back'), '/account');
const here = (url: URL) => `/account/second-factor/set-up?back=${encodeURIComponent(backOf(url))}`;

export const load: PageServerLoad = async (event) => {
	const { id, email } = requireFreshUser(event);
	const back = backOf(event.url);
	const factor = await findSecondFactor(doors(), id);
	if (factor.state !== 'pending') return { back, factor };
	const { state, secret } = factor;
	const uri = totpUri({ issuer: ISSUER, account: email, secret });
	return { back, factor: { state, uri, code: qrCode(uri), secret: showSecret(secret) } };
};

export const actions = keepTyped(nothingTyped, {
	begin: async (event) => {
		await beginSecondFactor(doors(), requireFreshUser(event).id);
		redirect(303, here(event.url));
	},
	confirm: async (event) => {
		const { id: userId, email } = requireFreshUser(event);
		const typed = String((await event.request.formData()).get('code') ?? '');
		if (!signingIn.allows(event.getClientAddress())) return fail(429, { problem: 'limit' } as const);
		const confirmed = await confirmSecondFactor(doors(), browserOf(event), { userId, typed }, new Date());
		if (!confirmed) return fail(422, { problem: 'refused' } as const);
		keepCookies(event, confirmed.cookies);
		sendChange(email, 'factorSetUp');
		return { codes: confirmed.codes.map(showCode) };
	},
	codes: async (event) => {
		const { id, email } = requireFreshUser(event);
		const codes = await renewRecoveryCodes(doors(), id);
		if (!codes) redirect(303, here(event.url));
		sendChange(email, 'codesRenewed');
		return { codes: codes.map(showCode) };
	},
	remove: async (event) => {
		const { id, email, session } = requireFreshUser(event);
		await removeSecondFactor(database(), id, session);
		sendChange(email, 'factorRemoved');
		redirect(303, here(event.url));
	}
} satisfies Actions);
