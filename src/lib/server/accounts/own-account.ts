/** What people change about their own account. */
import { randomUUID } from 'node:crypto';
import { and, eq, lt, ne } from 'drizzle-orm';
import { z } from 'zod';
import { EmailAddress } from '#lib/domain/account/form.ts';
import { LINK_LIFETIME } from '#lib/domain/account/account.ts';
import { leavesNobody } from '#lib/domain/municipality/membership.ts';
import { keptSince } from '#lib/domain/retention.ts';
import type { User } from './accounts.ts';
import { note } from '#lib/server/municipalities/audit.ts';
import type { Hash } from '#lib/server/checks/checks.ts';
import type { Db, Reader, Writer } from '#lib/server/db/open.ts';
import { account, membership, session, user, verification } from '#lib/server/db/schema-accounts.ts';
import { municipality } from '#lib/server/db/schema.ts';
import { createLink, findLink, redeemLink } from './links.ts';
import { hashPassword, verifyPassword } from './password.ts';

const PASSWORD = 'credential';

/** Others sign in anew after what protects an account has changed; links that were sent before open nothing any more. */
function endOthers(writer: Writer, { id, session: own }: Pick<User, 'id' | 'session'>): void {
	writer
		.delete(session)
		.where(and(eq(session.userId, id), ne(session.id, own.id)))
		.run();
	writer.delete(verification).where(eq(verification.value, id)).run();
}

export function changeName(db: Db, userId: string, name: string): Promise<void> {
	return db.write((writer) => void writer.update(user).set({ name }).where(eq(user.id, userId)).run());
}

const ownPassword = (userId: string) => and(eq(account.userId, userId), eq(account.providerId, PASSWORD));

function findPassword(db: Db, userId: string): string | undefined {
	return db.read.select().from(account).where(ownPassword(userId)).get()?.password ?? undefined;
}

/** Whether somebody can sign in by a password. */
export async function hasPassword(db: Db, userId: string): Promise<boolean> {
	return findPassword(db, userId) !== undefined;
}

const atProvider = (userId: string) => and(eq(account.userId, userId), ne(account.providerId, PASSWORD));

/** Whether somebody has entered by a provider of OpenID Connect, and may do so without regard to the address there. */
export async function hasProvider(db: Db, userId: string): Promise<boolean> {
	return db.read.select({ id: account.id }).from(account).where(atProvider(userId)).get() !== undefined;
}

/** Forgets the provider; all other sessions end. */
export function forgetProvider(db: Db, own: Pick<User, 'id' | 'session'>): Promise<void> {
	return db.write((writer) => {
		writer.delete(account).where(atProvider(own.id)).run();
		endOthers(writer, own);
	});
}

/**
 * Changes the password, or sets the first one; all other sessions end.
 * @param present asked for where there is one (OWASP ASVS 6.2.3)
 */
export async function changePassword(
	db: Db,
	own: Pick<User, 'id' | 'session'>,
	{ present, next }: { present: string; next: string },
	now: Date
): Promise<{ refused: 'wrong' } | undefined> {
	const hash = findPassword(db, own.id);
	if (hash !== undefined && !(await verifyPassword({ hash, password: present }))) return { refused: 'wrong' };
	const password = await hashPassword(next);
	await db.write((writer) => {
		const changed = { password, updatedAt: now };
		if (writer.update(account).set(changed).where(ownPassword(own.id)).run().changes === 0) {
			const id = randomUUID();
			const made = { id, accountId: own.id, providerId: PASSWORD, userId: own.id, createdAt: now };
			writer
				.insert(account)
				.values({ ...made, ...changed })
				.run();
		}
		endOthers(writer, own);
	});
	return undefined;
}

/** What a link to a new address carries. */
const NewAddress = z.object({ userId: z.string(), email: EmailAddress });

/** Makes the link that confirms a new address; made for known ones too, so that nothing tells them apart. */
export function askForAddress(
	db: Db,
	hash: Hash,
	{ userId, email }: z.infer<typeof NewAddress>,
	now: Date
): Promise<string> {
	const value = NewAddress.parse({ userId, email });
	return createLink(db, hash, { purpose: 'new-address', value, lifetime: LINK_LIFETIME.newAddress }, now);
}

/** The address that a link confirms for this account; undefined where it holds no longer, or for somebody else. */
export async function findNewAddress(
	db: Db,
	hash: Hash,
	{ token, userId }: { token: string; userId: string },
	now: Date
): Promise<string | undefined> {
	const found = NewAddress.optional().parse(await findLink(db, hash, { purpose: 'new-address', token }, now));
	return found?.userId === userId ? found.email : undefined;
}

/** Redeems the link, once: the account gets the address, and all other sessions end. Undefined as in `findNewAddress`. */
export async function changeAddress(
	db: Db,
	hash: Hash,
	{ token, own }: { token: string; own: Pick<User, 'id' | 'session'> },
	now: Date
): Promise<{ email: string } | undefined> {
	const email = await findNewAddress(db, hash, { token, userId: own.id }, now);
	if (email === undefined || !(await redeemLink(db, hash, { purpose: 'new-address', token }, now))) return undefined;
	return db.write((writer) => {
		if (writer.select({ id: user.id }).from(user).where(eq(user.email, email)).get()) return undefined;
		writer.update(user).set({ email, updatedAt: now }).where(eq(user.id, own.id)).run();
		endOthers(writer, own);
		return { email };
	});
}

/** Municipalities that nobody could act for any more without this account. */
export async function findDependent(db: Db, userId: string): Promise<{ key: string; name: string }[]> {
	return readDependent(db.read, userId);
}

function readDependent(reader: Reader, userId: string) {
	const own = reader
		.select({ key: municipality.key, name: municipality.name })
		.from(membership)
		.innerJoin(municipality, eq(municipality.key, membership.municipalityKey))
		.where(eq(membership.userId, userId))
		.all();
	return own.filter(({ key }) => {
		const members = reader.select().from(membership).where(eq(membership.municipalityKey, key)).all();
		const leads = members.some((one) => one.userId === userId && one.role === 'organiser');
		return leads && leavesNobody(members, userId);
	});
}

/** Deletes an account with its sessions and memberships; refused while a municipality depends on it. */
export async function deleteAccount(
	db: Db,
	userId: string,
	today: string
): Promise<{ refused: 'lastOrganiser' } | undefined> {
	const refusal = await db.write((writer) => {
		if (readDependent(writer, userId).length > 0) return { refused: 'lastOrganiser' as const };
		const own = writer.select().from(membership).where(eq(membership.userId, userId)).all();
		for (const { municipalityKey } of own) note(writer, { municipalityKey, userId, event: 'member_left' }, today);
		writer.delete(verification).where(eq(verification.value, userId)).run();
		writer.delete(user).where(eq(user.id, userId)).run();
		return undefined;
	});
	if (!refusal) db.deletions.add('account', [userId], today);
	return refusal;
}

/** Deletes accounts that nobody has signed in to for long (D16), but those that a municipality depends on; how many. */
export async function expireAccounts(db: Db, today: string): Promise<number> {
	const since = new Date(`${keptSince(today).account}T00:00:00Z`);
	const unused = db.read.select({ id: user.id }).from(user).where(lt(user.updatedAt, since)).all();
	let deleted = 0;
	for (const { id } of unused) if (!(await deleteAccount(db, id, today))) deleted += 1;
	return deleted;
}
