/**
 * What better-auth is set up with. Apart from it, because loading it takes a second and more memory than everything else
 * together: a service of which nobody signs in never does.
 */
import type { Db } from '#lib/server/db/open.ts';
import type { Key } from '#lib/server/keys.ts';

/** What better-auth hands out to be sent by e-mail. */
export interface Links {
	signIn(email: string, token: string): void;
	reset(email: string, token: string): void;
}

/** A provider of OpenID Connect by which people sign in. It has to ask for a second factor itself. */
export interface Provider {
	/** its address, below which `.well-known/openid-configuration` lies */
	issuer: string;
	clientId: string;
	clientSecret: string;
	/** as people know it */
	name: string;
}

export interface AuthSettings {
	db: Db;
	/** signs cookies and encrypts the secrets of second factors */
	key: Key;
	/** the one address under which people open the service */
	origin: string;
	links: Links;
	/** undefined where there is none */
	provider?: Provider | undefined;
}

/** Names of the cookies that better-auth sets; the browser gets them by the list of cookies. */
export const AUTH_COOKIES = {
	session_token: 'session',
	two_factor: 'second-factor',
	state: 'provider'
} as const;

let settings: AuthSettings | undefined;

/** Keeps the settings of this process; called once, when the server starts. */
export function initAuth(chosen: AuthSettings): void {
	settings = chosen;
}

export function authSettings(): AuthSettings {
	if (!settings) throw new Error('The accounts are not open yet');
	return settings;
}
