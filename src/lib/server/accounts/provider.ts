/** Signing in at a provider of OpenID Connect: leaving for it, and coming back. */
import { isAPIError } from 'better-auth/api';
import { PROVIDER, type Auth } from './auth.ts';
import { cookiesOf, headersOf, type AuthCookies, type Browser, type SignedIn } from './sessions.ts';

/** Begins; undefined while the provider does not answer. The cookies bind what comes back to this browser. */
export async function leaveForProvider(
	auth: Auth,
	browser: Browser,
	{ back, again }: { back: string; again: string | undefined }
): Promise<{ url: string; cookies: AuthCookies } | undefined> {
	try {
		const { headers, response } = await auth.api.signInSocial({
			body: {
				...{ provider: PROVIDER, callbackURL: back, errorCallbackURL: '/', disableRedirect: true },
				// Whoever has to show once more who they are shall not be waved through.
				...(again && { loginHint: again, additionalParams: { prompt: 'login' } })
			},
			headers: headersOf(browser),
			returnHeaders: true
		});
		return response.url ? { url: response.url, cookies: cookiesOf(headers) } : undefined;
	} catch (error) {
		if (isAPIError(error)) return undefined;
		throw error;
	}
}

/**
 * Takes what the provider has sent back by the browser, once; refused unless it belongs to what this browser has begun,
 * and the provider has confirmed the address.
 */
export async function returnFromProvider(
	auth: Auth,
	browser: Browser,
	query: Record<string, string>
): Promise<SignedIn & { back?: string }> {
	const response = await auth.api.callbackOAuth({
		params: { id: PROVIDER },
		query,
		headers: headersOf(browser),
		asResponse: true
	});
	const cookies = cookiesOf(response.headers);
	const back = response.headers.get('location') ?? '';
	if (cookies['second-factor']) return { state: 'second-factor', cookies };
	return cookies.session ? { state: 'in', cookies, back } : { state: 'refused' };
}
