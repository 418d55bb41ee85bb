/** Accounts in server tests: a real database with the fictitious register, and better-auth on it. */
import { randomUUID } from 'node:crypto';
import { openAccount } from '#lib/server/accounts/signing-up.ts';
import { openAuth, type Auth } from '#lib/server/accounts/auth.ts';
import type { Links, Provider } from '#lib/server/accounts/auth-settings.ts';
import { user } from '#lib/server/db/schema-accounts.ts';
import { ensureFictitiousRegister } from '#lib/server/municipalities/fictitious-register.ts';
import { hmac } from '#lib/server/keys.ts';
import type { Db } from '#lib/server/db/open.ts';
import { openTemporaryDatabase } from './temporary-database.ts';

export const KEY = Buffer.alloc(32, 7);
export const hash = (secret: string) => hmac(KEY, secret);

/** Tokens that would have been sent, by address. */
export type Sent = Record<'signIn' | 'reset', Map<string, string>>;

export function openAccounts(origin = 'http://localhost:3000', key = KEY, provider?: Provider) {
	const db = openTemporaryDatabase();
	const sent: Sent = { signIn: new Map(), reset: new Map() };
	const links: Links = {
		signIn: (email, token) => void sent.signIn.set(email, token),
		reset: (email, token) => void sent.reset.set(email, token)
	};
	const auth: Auth = openAuth({ db, key, origin, links, provider });
	return { db, auth, sent };
}

export async function openRegister() {
	const db = openTemporaryDatabase();
	await ensureFictitiousRegister(db);
	return db;
}

/** An account with a confirmed address and no way to sign in. */
export async function addUser(db: Db, email: string, { operator = false } = {}) {
	const id = randomUUID();
	const now = new Date();
	const row = {
		id,
		name: email.split('@')[0] ?? '',
		email,
		emailVerified: true,
		operator,
		createdAt: now,
		updatedAt: now
	};
	await db.write((writer) => writer.insert(user).values(row).run());
	return { id, email };
}

/** An account with a confirmed address and a password. */
export async function signUp(opened: { db: Db; auth: Auth }, email: string, password: string) {
	const made = await openAccount(opened, { email, operator: false, name: 'Kim Muster', password });
	if (!made) throw new Error('There is such an account');
	return made;
}
