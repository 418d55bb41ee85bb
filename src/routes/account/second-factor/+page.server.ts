import { fail, redirect } from '@sveltejs/kit';
import { auth } from '#lib/server/accounts/auth.ts';
import { database } from '#lib/server/database.ts';
import { hashCode } from '#lib/server/keys.ts';
import { showSecondFactor } from '#lib/server/accounts/second-factor.ts';
import { readCookie } from '../../cookies.ts';
import { localPath } from '../../local-path.ts';
import { browserOf, enterWith } from '../../signed-in.ts';
import { keepTyped, nothingTyped } from '../../storage-refusal.ts';
import { signingIn } from '../limits.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	if (readCookie(event, 'second-factor') === undefined) redirect(303, '/account/sign-in');
};

export const actions = keepTyped(nothingTyped, {
	default: async (event) => {
		const form = await event.request.formData();
		if (!signingIn.allows(event.getClientAddress())) return fail(429, { problem: 'limit' } as const);
		const doors = { db: database(), auth: auth(), hash: hashCode };
		const entered = await showSecondFactor(doors, browserOf(event), String(form.get('code') ?? ''), new Date());
		if (entered.state === 'refused') return fail(422, { problem: 'refused' } as const);
		await enterWith(event, { ...entered.cookies, 'second-factor': undefined });
		redirect(303, localPath(event.url.searchParams.get('back'), '/account'));
	}
} satisfies Actions);
