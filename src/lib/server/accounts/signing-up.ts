/** How accounts are opened: by a link that confirms the address. */
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { EmailAddress } from '#lib/domain/account/form.ts';
import { LINK_LIFETIME } from '#lib/domain/account/account.ts';
import type { Hash } from '#lib/server/checks/checks.ts';
import type { Db } from '#lib/server/db/open.ts';
import { user } from '#lib/server/db/schema-accounts.ts';
import { isKnown } from './accounts.ts';
import type { Auth } from './auth.ts';
import { createLink, findLink, redeemLink } from './links.ts';

/** What the link to a new account carries: an address that is confirmed by whoever opens it. */
const Invited = z.object({ email: EmailAddress, operator: z.boolean() });
export type Invited = z.infer<typeof Invited>;

/** Makes the link by which an account with this address can be opened. */
export function inviteAccount(db: Db, hash: Hash, invited: Invited, now: Date): Promise<string> {
	const value = Invited.parse(invited);
	return createLink(db, hash, { purpose: 'sign-up', value, lifetime: LINK_LIFETIME.signUp }, now);
}

/** Whom a link invites; undefined where it does not hold. */
export async function findInvited(db: Db, hash: Hash, token: string, now: Date): Promise<Invited | undefined> {
	return Invited.optional().parse(await findLink(db, hash, { purpose: 'sign-up', token }, now));
}

/**
 * Redeems a link and opens the account with its address, which is thereby confirmed. An account without a confirmed
 * address never has a password that somebody else might have chosen.
 */
export async function createAccount(
	{ db, auth, hash }: { db: Db; auth: Auth; hash: Hash },
	{ token, name, password }: { token: string; name: string; password: string },
	now: Date
): Promise<{ email: string } | { refused: 'link' | 'known' }> {
	const invited = Invited.optional().parse(await redeemLink(db, hash, { purpose: 'sign-up', token }, now));
	if (!invited) return { refused: 'link' };
	const { email, operator } = invited;
	const made = await openAccount({ db, auth }, { email, operator, name, password });
	return made ? { email } : { refused: 'known' };
}

/**
 * Opens an account with an address that a link has just confirmed; undefined where it has one already.
 */
export async function openAccount(
	{ db, auth }: { db: Db; auth: Auth },
	{ email, operator, name, password }: Invited & { name: string; password: string }
): Promise<{ id: string } | undefined> {
	if (await isKnown(db, email)) return undefined;
	await auth.api.signUpEmail({ body: { email, name, password } });
	return db.write((writer) =>
		writer
			.update(user)
			.set({ emailVerified: true, operator })
			.where(eq(user.email, email))
			.returning({ id: user.id })
			.get()
	);
}
