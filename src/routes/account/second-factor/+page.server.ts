import { fail, redirect } from '@sveltejs/kit';
import { auth } from '#lib/server/auth.ts';
import { showSecondFactor } from '#lib/server/sessions.ts';
import { readCookie } from '../../cookies.ts';
import { localPath } from '../../local-path.ts';
import { browserOf, keepCookies } from '../../signed-in.ts';
import { keepTyped, nothingTyped } from '../../storage-refusal.ts';
import { signingIn } from '../limits.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	if (readCookie(event, 'second-factor') === undefined) redirect(303, '/account/sign-in');
};

export const actions = keepTyped(nothingTyped, {
	default: async (event) => {
		const form = await event.request.formData();
		const code = String(form.get('code') ?? '').replace(/\s/g, '');
		if (!signingIn.allows(event.getClientAddress())) return fail(429, { problem: 'limit' } as const);
		const entered = await showSecondFactor(auth(), browserOf(event), code);
		if (entered.state === 'refused') return fail(422, { problem: 'refused' } as const);
		keepCookies(event, { ...entered.cookies, 'second-factor': undefined });
		redirect(303, localPath(event.url.searchParams.get('back'), '/account'));
	}
} satisfies Actions);
