import { OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_ISSUER, OIDC_NAME } from '$app/env/private';
import type { Provider } from '#lib/server/accounts/auth-settings.ts';

/** Where people may sign in, as the environment says; undefined where it names none. */
export function provider(): Provider | undefined {
	if (!OIDC_ISSUER || !OIDC_CLIENT_ID) return undefined;
	return {
		issuer: OIDC_ISSUER,
		clientId: OIDC_CLIENT_ID,
		clientSecret: OIDC_CLIENT_SECRET,
		name: OIDC_NAME || 'OpenID Connect'
	};
}
