/** Signing in and out, and who is signed in. */
import { isAPIError } from 'better-auth/api';
import { parseSetCookieHeader } from 'better-auth/cookies';
import { and, desc, eq, ne } from 'drizzle-orm';
import { hasEnded } from '#lib/domain/account/account.ts';
import { isKnown, type User } from './accounts.ts';
import type { Auth } from './auth.ts';
import { AUTH_COOKIES } from './auth-settings.ts';
import type { Db } from '#lib/server/db/open.ts';
import { session } from '#lib/server/db/schema-accounts.ts';
import { createLink } from './links.ts';
import { StorageBroken, StorageFull } from '#lib/server/db/storage-error.ts';

export type AuthCookie = (typeof AUTH_COOKIES)[keyof typeof AUTH_COOKIES];
/** Values of our cookies; undefined deletes one. */
export type AuthCookies = Partial<Record<AuthCookie, string | undefined>>;

/** What a browser shows of itself. */
export interface Browser {
	cookies: AuthCookies;
	/** its kind in two words, kept with its session */
	kind: string;
}

export type SignedIn =
	| { state: 'in' | 'second-factor'; cookies: AuthCookies }
	/** wrong, unknown, not confirmed or too late: nobody is told which */
	| { state: 'refused' };

interface Doors {
	db: Db;
	auth: Auth;
}

/** Milliseconds within which a further request is not noted, to spare the disk. */
const TOUCH = 60_000;

export function headersOf({ cookies, kind }: Browser): Headers {
	const pairs = Object.entries(cookies).map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`);
	return new Headers({ cookie: pairs.join('; '), 'user-agent': kind });
}

/** Cookies that an answer of better-auth sets or deletes; others than ours are dropped. */
export function cookiesOf(headers: Headers): AuthCookies {
	const set = headers.getSetCookie().flatMap((line) => [...parseSetCookieHeader(line)]);
	const ours = set.filter(([name]) => Object.values<string>(AUTH_COOKIES).includes(name));
	return Object.fromEntries(
		ours.map(([name, { value, 'max-age': age }]) => [name, age === 0 ? undefined : decodeURIComponent(value)])
	);
}

/** Runs one of better-auth's ways in; what it refuses is told apart from what has failed. */
export async function enter(way: () => Promise<{ headers: Headers; response: unknown }>): Promise<SignedIn> {
	try {
		const { headers, response } = await way();
		const waiting = typeof response === 'object' && response !== null && 'twoFactorRedirect' in response;
		return { state: waiting ? 'second-factor' : 'in', cookies: cookiesOf(headers) };
	} catch (error) {
		if (isAPIError(error) && error.statusCode < 500) return { state: 'refused' };
		throw error;
	}
}

export function signIn(auth: Auth, browser: Browser, body: { email: string; password: string }): Promise<SignedIn> {
	const headers = headersOf(browser);
	return enter(() => auth.api.signInEmail({ body, headers, returnHeaders: true }));
}

/** Redeems the link that was sent by e-mail. */
export function signInByLink(auth: Auth, browser: Browser, token: string): Promise<SignedIn> {
	const headers = headersOf(browser);
	return enter(() => auth.api.magicLinkVerify({ query: { token }, headers, returnHeaders: true }));
}

/** A disk that takes no more keeps nobody from reading. @throws what has nothing to do with the storage */
function readOn(error: unknown) {
	if (!(error instanceof StorageFull || error instanceof StorageBroken)) throw error;
}

/** Whoever is signed in with this browser; undefined for everybody else, and once the session has ended. */
export async function findUser({ db, auth }: Doors, browser: Browser, now: Date): Promise<User | undefined> {
	const found = await auth.api.getSession({ headers: headersOf(browser) });
	if (!found) return undefined;
	const { id, createdAt: begunAt, updatedAt: usedAt, secondFactor = false } = found.session;
	const { operator = false, twoFactorEnabled, name, email } = found.user;
	const own = eq(session.id, id);
	// No way in goes round the second factor, whatever better-auth may add one day.
	if (hasEnded({ begunAt, usedAt }, operator, now) || (twoFactorEnabled && !secondFactor)) {
		await db.write((writer) => writer.delete(session).where(own).run()).catch(readOn);
		return undefined;
	}
	if (now.getTime() - usedAt.getTime() >= TOUCH)
		await db.write((writer) => writer.update(session).set({ updatedAt: now }).where(own).run()).catch(readOn);
	return { id: found.user.id, name, email, operator, secondFactor, session: { id, begunAt } };
}

/** A session of one's own that has not ended. */
export interface OwnSession {
	id: string;
	/** of browser, in two words; empty where it is not known */
	kind: string;
	begunAt: Date;
	/** of the last request, give or take a minute */
	usedAt: Date;
	/** the one that asks */
	own: boolean;
}

/** Where somebody is signed in; the latest used first. */
export async function findSessions(db: Db, { id, operator, session: own }: User, now: Date): Promise<OwnSession[]> {
	const rows = db.read.select().from(session).where(eq(session.userId, id)).orderBy(desc(session.updatedAt)).all();
	return rows
		.map((row) => ({
			id: row.id,
			kind: row.userAgent ?? '',
			begunAt: row.createdAt,
			usedAt: row.updatedAt,
			own: row.id === own.id
		}))
		.filter((one) => !hasEnded(one, operator, now));
}

/** Ends one of the sessions of an account; false where it has none of this id. */
export function endSession(db: Db, userId: string, id: string): Promise<boolean> {
	return db.write((writer) => {
		const found = writer.select({ userId: session.userId }).from(session).where(eq(session.id, id)).get();
		if (found?.userId !== userId) return false;
		return writer.delete(session).where(eq(session.id, id)).run().changes > 0;
	});
}

/** Ends all sessions of an account but the one that asks. */
export function endOtherSessions(db: Db, { id, session: own }: Pick<User, 'id' | 'session'>): Promise<void> {
	const others = and(eq(session.userId, id), ne(session.id, own.id));
	return db.write((writer) => void writer.delete(session).where(others).run());
}

/** Sends a link for a new password, where an account has the address; it takes as long where none has. */
export async function askForReset({ db, auth }: Doors, email: string, now: Date): Promise<void> {
	if (await isKnown(db, email)) await auth.api.requestPasswordReset({ body: { email } });
	else await createLink(db, String, { purpose: 'none', value: null, lifetime: 0 }, now);
}

/** Sets a new password by the link that was sent, and ends all sessions; false where the link does not hold. */
export async function resetPassword(auth: Auth, token: string, newPassword: string): Promise<boolean> {
	try {
		await auth.api.resetPassword({ body: { token, newPassword } });
		return true;
	} catch (error) {
		if (isAPIError(error) && error.statusCode < 500) return false;
		throw error;
	}
}
