import { redirect } from '@sveltejs/kit';
import { authWithProvider } from '#lib/server/accounts/auth.ts';
import { returnFromProvider } from '#lib/server/accounts/provider.ts';
import { localPath } from '../../local-path.ts';
import { browserOf, enterWith, keepCookies } from '../../signed-in.ts';
import { signingIn } from '../limits.ts';
import { provider } from '../provider.ts';
import type { RequestHandler } from './$types';

const REFUSED = '/account/sign-in?provider';

/** Where a provider sends people back to: the one address that signs in by GET, bound to the browser that has left. */
export const GET: RequestHandler = async (event) => {
	if (!provider() || !signingIn.allows(event.getClientAddress())) redirect(303, REFUSED);
	const query = Object.fromEntries(event.url.searchParams);
	const entered = await returnFromProvider(authWithProvider(), browserOf(event), query);
	if (entered.state === 'refused') {
		keepCookies(event, { provider: undefined });
		redirect(303, REFUSED);
	}
	await enterWith(event, { ...entered.cookies, provider: undefined });
	redirect(303, entered.state === 'in' ? localPath(entered.back, '/account') : '/account/second-factor');
};
