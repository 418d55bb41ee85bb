/** The cookies of whoever signs in, between browser and accounts. */
import type { RequestEvent } from '@sveltejs/kit';
import type { User } from '#lib/server/accounts/accounts.ts';
import { AUTH_COOKIES } from '#lib/server/accounts/auth-settings.ts';
import { database } from '#lib/server/database.ts';
import type { AuthCookies, Browser } from '#lib/server/accounts/sessions.ts';
import { deleteCookie, readCookie, setCookie, type CookieEvent } from './cookies.ts';

type BrowserEvent = CookieEvent & Pick<RequestEvent, 'request'>;
type EnteringEvent = CookieEvent & Pick<RequestEvent, 'locals'>;

const NAMES = Object.values(AUTH_COOKIES);
const KINDS = ['Firefox', 'Edg', 'OPR', 'Chrome', 'Safari'];
const SYSTEMS = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac', 'Linux'];
const COMMON_NAMES: Record<string, string> = { Edg: 'Edge', OPR: 'Opera', Mac: 'macOS' };

/** Two words of a user agent, so that people can tell their sessions apart; the whole of it is not kept. */
export function browserKind(userAgent: string): string {
	const words = [KINDS, SYSTEMS].map((list) => list.find((word) => userAgent.includes(word)));
	return words.flatMap((word) => (word ? [COMMON_NAMES[word] ?? word] : [])).join(', ');
}

export function browserOf(event: BrowserEvent): Browser {
	const kept = NAMES.flatMap((name) => {
		const value = readCookie(event, name);
		return value === undefined ? [] : [[name, value]];
	});
	return {
		cookies: Object.fromEntries(kept) as AuthCookies,
		kind: browserKind(event.request.headers.get('user-agent') ?? '')
	};
}

/** Whoever is signed in; nothing is looked up for browsers that have no session. */
export async function signedIn(event: BrowserEvent): Promise<User | undefined> {
	if (readCookie(event, AUTH_COOKIES.session_token) === undefined) return undefined;
	const [{ auth }, { findUser }] = await Promise.all([
		import('#lib/server/accounts/auth.ts'),
		import('#lib/server/accounts/sessions.ts')
	]);
	return findUser({ db: database(), auth: auth() }, browserOf(event), new Date());
}

export function keepCookies(event: CookieEvent, cookies: AuthCookies): void {
	for (const name of NAMES) {
		if (!(name in cookies)) continue;
		const value = cookies[name];
		if (value === undefined) deleteCookie(event, name);
		else setCookie(event, name, value);
	}
}

/** The same for whoever has just shown who they are: a session that ran in this browser before ends. */
export async function enterWith(event: EnteringEvent, cookies: AuthCookies): Promise<void> {
	const { user } = event.locals;
	if (user) {
		const { endSession } = await import('#lib/server/accounts/sessions.ts');
		await endSession(database(), user.id, user.session.id);
	}
	event.locals.user = undefined;
	keepCookies(event, cookies);
}
