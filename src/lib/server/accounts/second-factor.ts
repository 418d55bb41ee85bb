/** Setting up, showing and giving up the second factor of an account. */
import { randomBytes, randomUUID } from 'node:crypto';
import { generateRandomString, symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { and, eq, gt, ne } from 'drizzle-orm';
import { CODE_BYTES, codeFrom } from '#lib/domain/answering/resume-code.ts';
import { base32, readFactor, RECOVERY_CODES, TOTP_LIFETIME } from '#lib/domain/account/second-factor.ts';
import type { User } from './accounts.ts';
import type { Auth } from './auth.ts';
import type { Hash } from '#lib/server/checks/checks.ts';
import type { Db, Reader, Writer } from '#lib/server/db/open.ts';
import { session, twoFactor, user, verification } from '#lib/server/db/schema-accounts.ts';
import { enter, headersOf, type AuthCookies, type Browser, type SignedIn } from './sessions.ts';

interface Doors {
	db: Db;
	auth: Auth;
	hash: Hash;
}

export type SecondFactor =
	| { state: 'off' }
	/** begun, but no code of it has been shown yet; `secret` in base32 */
	| { state: 'pending'; secret: string }
	| { state: 'on'; codesLeft: number };

const SECRET_LENGTH = 32;

/** What the database holds of a recovery code. */
const stored = (hash: Hash, code: string) => hash(`recovery:${code}`);

/** Where somebody stands with the second factor. */
export async function findSecondFactor({ db, auth }: Omit<Doors, 'hash'>, userId: string): Promise<SecondFactor> {
	const row = db.read.select().from(twoFactor).where(eq(twoFactor.userId, userId)).get();
	if (!row) return { state: 'off' };
	if (row.verified) return { state: 'on', codesLeft: (JSON.parse(row.backupCodes) as string[]).length };
	const { secretConfig } = await auth.$context;
	const secret = await symmetricDecrypt({ key: secretConfig, data: row.secret });
	return { state: 'pending', secret: base32(Buffer.from(secret)) };
}

/** Makes a secret that counts once a code of it is shown, in place of an earlier one; false where one counts already. */
export async function beginSecondFactor({ db, auth }: Omit<Doors, 'hash'>, userId: string): Promise<boolean> {
	const { secretConfig } = await auth.$context;
	const secret = await symmetricEncrypt({ key: secretConfig, data: generateRandomString(SECRET_LENGTH) });
	return db.write((writer) => {
		const own = eq(twoFactor.userId, userId);
		if (writer.select().from(twoFactor).where(own).get()?.verified) return false;
		writer.delete(twoFactor).where(own).run();
		writer.insert(twoFactor).values({ id: randomUUID(), userId, secret, backupCodes: '[]', verified: false }).run();
		return true;
	});
}

/**
 * Shows the first code of a secret. The session becomes one with a second factor, under a new token; all others end.
 * Resolves with the recovery codes, told once.
 */
export async function confirmSecondFactor(
	{ db, auth, hash }: Doors,
	browser: Browser,
	{ userId, typed }: { userId: string; typed: string },
	now: Date
): Promise<{ codes: string[]; cookies: AuthCookies } | undefined> {
	const shown = readFactor(typed);
	if (shown?.kind !== 'totp' || !isPending(db, userId)) return undefined;
	const { cookies: kept, kind } = browser;
	const headers = headersOf({ cookies: { session: kept.session }, kind });
	const entered = await enter(() => auth.api.verifyTOTP({ body: { code: shown.code }, headers, returnHeaders: true }));
	if (entered.state !== 'in') return undefined;
	const codes = await db.write((writer) => {
		spend(writer, hash, { userId, code: shown.code }, now);
		writer
			.delete(session)
			.where(and(eq(session.userId, userId), eq(session.secondFactor, false)))
			.run();
		return replaceCodes(writer, hash, userId);
	});
	return { codes, cookies: entered.cookies };
}

function isPending(db: Db, userId: string): boolean {
	return db.read.select().from(twoFactor).where(eq(twoFactor.userId, userId)).get()?.verified === false;
}

function replaceCodes(writer: Writer, hash: Hash, userId: string): string[] {
	const codes = Array.from({ length: RECOVERY_CODES }, () => codeFrom(randomBytes(CODE_BYTES)));
	const backupCodes = JSON.stringify(codes.map((code) => stored(hash, code)));
	writer.update(twoFactor).set({ backupCodes }).where(eq(twoFactor.userId, userId)).run();
	return codes;
}

interface Used {
	userId: string;
	code: string;
}

const usedAs = (hash: Hash, { userId, code }: Used) => hash(`totp:${userId}:${code}`);

function isSpent(reader: Reader, identifier: string, now: Date): boolean {
	const spent = and(eq(verification.identifier, identifier), gt(verification.expiresAt, now));
	return reader.select().from(verification).where(spent).get() !== undefined;
}

/** Notes that a code of the app has been used; false where it has been before (RFC 6238, 5.2). */
function spend(writer: Writer, hash: Hash, used: Used, now: Date): boolean {
	const identifier = usedAs(hash, used);
	if (isSpent(writer, identifier, now)) return false;
	const expiresAt = new Date(now.getTime() + TOTP_LIFETIME);
	const times = { createdAt: now, updatedAt: now, expiresAt };
	writer
		.insert(verification)
		.values({ id: randomUUID(), identifier, value: 'null', ...times })
		.run();
	return true;
}

/** Whose second factor a browser is asked for, by its signed cookie; who signed it is asked elsewhere. */
async function waitingFor(auth: Auth, cookie = ''): Promise<string | undefined> {
	const { internalAdapter } = await auth.$context;
	const challenge = await internalAdapter.findVerificationValue(cookie.slice(0, cookie.lastIndexOf('.')));
	return challenge?.value;
}

/** Shows the second factor after a password or a link. A code of the app opens one session, a recovery code one ever. */
export async function showSecondFactor(
	{ db, auth, hash }: Doors,
	browser: Browser,
	typed: string,
	now: Date
): Promise<SignedIn> {
	const shown = readFactor(typed);
	if (!shown) return { state: 'refused' };
	// A session that still runs must not stand in for the one that is to begin.
	const cookies = { 'second-factor': browser.cookies['second-factor'] };
	const asked = { headers: headersOf({ cookies, kind: browser.kind }), returnHeaders: true } as const;
	if (shown.kind === 'recovery')
		return enter(() => auth.api.verifyBackupCode({ ...asked, body: { code: stored(hash, shown.code) } }));
	// Asked before too, so that waiting for the next code is enough; afterwards the password would have to be typed again.
	const used = { userId: (await waitingFor(auth, cookies['second-factor'])) ?? '', code: shown.code };
	if (isSpent(db.read, usedAs(hash, used), now)) return { state: 'refused' };
	let begun = { token: '', user: { id: '' } };
	const entered = await enter(async () => {
		const answer = await auth.api.verifyTOTP({ ...asked, body: { code: shown.code } });
		begun = answer.response;
		return answer;
	});
	if (entered.state !== 'in') return entered;
	const first = await db.write((writer) => {
		const unspent = spend(writer, hash, { userId: begun.user.id, code: shown.code }, now);
		if (!unspent) writer.delete(session).where(eq(session.token, begun.token)).run();
		return unspent;
	});
	return first ? entered : { state: 'refused' };
}

/** Replaces the recovery codes; undefined where there is no second factor. */
export function renewRecoveryCodes({ db, hash }: Omit<Doors, 'auth'>, userId: string): Promise<string[] | undefined> {
	return db.write((writer) => {
		const on = and(eq(twoFactor.userId, userId), eq(twoFactor.verified, true));
		return writer.select().from(twoFactor).where(on).get() && replaceCodes(writer, hash, userId);
	});
}

/**
 * Gives the second factor up, and ends all sessions.
 * @param kept goes on, as one without a second factor
 */
export function removeSecondFactor(db: Db, userId: string, kept?: User['session']): Promise<void> {
	return db.write((writer) => {
		writer.delete(twoFactor).where(eq(twoFactor.userId, userId)).run();
		writer.update(user).set({ twoFactorEnabled: false }).where(eq(user.id, userId)).run();
		const { id } = session;
		const others = and(eq(session.userId, userId), ne(id, kept?.id ?? ''));
		writer.delete(session).where(others).run();
		writer.update(session).set({ secondFactor: false }).where(eq(session.userId, userId)).run();
	});
}
