/** Links by e-mail that hold once and for a while. The database keeps their hash; a page redeems them by POST. */
import { randomUUID } from 'node:crypto';
import { and, eq, gt, lte } from 'drizzle-orm';
import { randomToken, type Hash } from '#lib/server/checks/checks.ts';
import type { Db, Reader } from '#lib/server/db/open.ts';
import { session, verification } from '#lib/server/db/schema-accounts.ts';

/** What a link is for; a token of one purpose opens nothing of another, and one of none opens nothing. */
export type LinkPurpose = 'sign-up' | 'new-address' | 'none';

interface Asked {
	purpose: LinkPurpose;
	token: string;
}

const identifierOf = (hash: Hash, { purpose, token }: Asked) => hash(`${purpose}:${token}`);

/** Makes a link that carries `value`, and resolves with its token: 128 bits, told once. */
export async function createLink(
	db: Db,
	hash: Hash,
	{ purpose, value, lifetime }: { purpose: LinkPurpose; value: unknown; lifetime: number },
	now: Date
): Promise<string> {
	const token = randomToken();
	await db.write((writer) =>
		writer
			.insert(verification)
			.values({
				id: randomUUID(),
				identifier: identifierOf(hash, { purpose, token }),
				value: JSON.stringify(value),
				expiresAt: new Date(now.getTime() + lifetime),
				createdAt: now,
				updatedAt: now
			})
			.run()
	);
	return token;
}

/** What a link carries, without redeeming it; undefined where it does not hold, or no longer. */
export async function findLink(db: Db, hash: Hash, asked: Asked, now: Date): Promise<unknown> {
	return read(db.read, identifierOf(hash, asked), now);
}

/** Redeems a link: of two who try at the same moment one gets what it carries. */
export function redeemLink(db: Db, hash: Hash, asked: Asked, now: Date): Promise<unknown> {
	const identifier = identifierOf(hash, asked);
	return db.write((writer) => {
		const value = read(writer, identifier, now);
		writer.delete(verification).where(eq(verification.identifier, identifier)).run();
		return value;
	});
}

function read(connection: Reader, identifier: string, now: Date): unknown {
	const row = connection
		.select({ value: verification.value })
		.from(verification)
		.where(and(eq(verification.identifier, identifier), gt(verification.expiresAt, now)))
		.get();
	return row && JSON.parse(row.value);
}

/** Deletes links and sessions whose time is over. */
export function expireLinks(db: Db, now: Date): Promise<void> {
	return db.write((writer) => {
		writer.delete(verification).where(lte(verification.expiresAt, now)).run();
		writer.delete(session).where(lte(session.expiresAt, now)).run();
	});
}
