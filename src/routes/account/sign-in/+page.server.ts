import { error, fail, redirect } from '@sveltejs/kit';
import { EmailAddress } from '#lib/domain/account/form.ts';
import { auth, authWithProvider } from '#lib/server/accounts/auth.ts';
import { leaveForProvider } from '#lib/server/accounts/provider.ts';
import { signIn } from '#lib/server/accounts/sessions.ts';
import { localPath } from '../../local-path.ts';
import { hasJustSignedIn } from '../../guards.ts';
import { browserOf, enterWith, keepCookies } from '../../signed-in.ts';
import { keepTyped } from '../../storage-refusal.ts';
import { asking, guessing, signingIn } from '../limits.ts';
import { provider } from '../provider.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const backOf = (url: URL) => localPath(url.searchParams.get('back'), '/account');

/** The address of whoever has to sign in once more. */
function againOf({ locals: { user }, url }: Pick<RequestEvent, 'locals' | 'url'>): string | undefined {
	return user && url.searchParams.has('again') && !hasJustSignedIn(user) ? user.email : undefined;
}

/** Whoever has to sign in once more is not led on before they have. */
export const load: PageServerLoad = (event) => {
	const back = backOf(event.url);
	const again = againOf(event);
	if (event.locals.user && !again) redirect(303, back);
	return { back, again, provider: provider()?.name };
};

const typed = (_: RequestEvent, form: FormData) => ({ email: String(form.get('email') ?? '') });

export const actions = keepTyped(typed, {
	password: async (event) => {
		const form = await event.request.formData();
		const kept = typed(event, form);
		const email = EmailAddress.safeParse(kept.email);
		const password = String(form.get('password') ?? '');
		if (!email.success) return fail(422, { ...kept, problem: 'email' } as const);
		if (!password) return fail(422, { ...kept, problem: 'password' } as const);
		if (!signingIn.allows(event.getClientAddress()) || !guessing.allows(email.data))
			return fail(429, { ...kept, problem: 'limit' } as const);
		const entered = await signIn(auth(), browserOf(event), { email: email.data, password });
		if (entered.state === 'refused') return fail(422, { ...kept, problem: 'refused' } as const);
		await enterWith(event, entered.cookies);
		const back = backOf(event.url);
		redirect(303, entered.state === 'in' ? back : `/account/second-factor?back=${encodeURIComponent(back)}`);
	},
	provider: async (event) => {
		if (!provider()) error(404);
		const kept = { email: '' };
		if (!signingIn.allows(event.getClientAddress())) return fail(429, { ...kept, problem: 'limit' } as const);
		const way = { back: backOf(event.url), again: againOf(event) };
		const left = await leaveForProvider(authWithProvider(), browserOf(event), way);
		if (!left) return fail(502, { ...kept, problem: 'silent' } as const);
		keepCookies(event, left.cookies);
		return { ...kept, leave: left.url };
	},
	link: async (event) => {
		const kept = typed(event, await event.request.formData());
		const email = EmailAddress.safeParse(kept.email);
		if (!email.success) return fail(422, { ...kept, problem: 'email' } as const);
		if (!asking.allows(event.getClientAddress())) return fail(429, { ...kept, problem: 'limit' } as const);
		await auth().api.signInMagicLink({ body: { email: email.data }, headers: new Headers() });
		redirect(303, '/account/sent');
	}
} satisfies Actions);
