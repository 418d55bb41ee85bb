/** Invitations to join an organisation that reviews, by a link to one address. The database keeps the link's hash. */
import { and, asc, eq, gte, lt } from 'drizzle-orm';
import { addDays } from '#lib/domain/day.ts';
import { MEMBER_INVITATION_DAYS } from '#lib/domain/municipality/membership.ts';
import { randomToken, type Hash } from '#lib/server/checks/checks.ts';
import type { Db, Reader } from '#lib/server/db/open.ts';
import { consultancy, consultancyInvitation, consultant } from '#lib/server/db/schema-reviews.ts';
import { readConsultant } from './consultancies.ts';

const { id, email, expiresOn, consultancyId, tokenHash } = consultancyInvitation;

/** Invites an address, in place of an earlier invitation of it; resolves with the link's token, told once. */
export async function inviteConsultant(
	db: Db,
	hash: Hash,
	invited: { consultancyId: string; email: string },
	today: string
): Promise<string> {
	const token = randomToken();
	const values = { id: randomToken(), ...invited, tokenHash: hash(token) };
	await db.write((writer) => {
		writer
			.delete(consultancyInvitation)
			.where(and(eq(consultancyId, invited.consultancyId), eq(email, invited.email)))
			.run();
		writer
			.insert(consultancyInvitation)
			.values({ ...values, expiresOn: addDays(today, MEMBER_INVITATION_DAYS) })
			.run();
	});
	return token;
}

/** Those that still hold, by address. */
export function findConsultantInvitations(db: Db, ofConsultancy: string, today: string) {
	return db.read
		.select({ id, email, expiresOn })
		.from(consultancyInvitation)
		.where(and(eq(consultancyId, ofConsultancy), gte(expiresOn, today)))
		.orderBy(asc(email))
		.all();
}

/** Takes one back; false where the organisation has none of this id. */
export function withdrawConsultantInvitation(db: Db, invited: { consultancyId: string; id: string }): Promise<boolean> {
	const own = and(eq(id, invited.id), eq(consultancyId, invited.consultancyId));
	return db.write((writer) => writer.delete(consultancyInvitation).where(own).run().changes > 0);
}

export interface InvitedConsultant {
	consultancyId: string;
	name: string;
	email: string;
}

/** Whom a link invites; undefined where it does not hold, or no longer. */
export function findInvitedConsultant(db: Db, hash: Hash, token: string, today: string): InvitedConsultant | undefined {
	return read(db.read, hash(token), today);
}

function read(reader: Reader, hashed: string, today: string): InvitedConsultant | undefined {
	return reader
		.select({ consultancyId, email, name: consultancy.name })
		.from(consultancyInvitation)
		.innerJoin(consultancy, eq(consultancy.id, consultancyId))
		.where(and(eq(tokenHash, hashed), gte(expiresOn, today)))
		.get();
}

export type JoinRefused = { refused: 'link' | 'otherAccount' | 'member' };

/** Makes the account that was invited a member, once; nobody joins by a letter that was passed on. */
export function joinConsultancy(
	db: Db,
	hash: Hash,
	{ token, by }: { token: string; by: { id: string; email: string } },
	today: string
): Promise<JoinRefused | undefined> {
	return db.write((writer) => {
		const invited = read(writer, hash(token), today);
		if (!invited) return { refused: 'link' };
		if (invited.email !== by.email) return { refused: 'otherAccount' };
		if (readConsultant(writer, by.id)) return { refused: 'member' };
		writer
			.delete(consultancyInvitation)
			.where(eq(tokenHash, hash(token)))
			.run();
		writer.insert(consultant).values({ userId: by.id, consultancyId: invited.consultancyId, joinedOn: today }).run();
		return undefined;
	});
}

/** Deletes invitations whose time is over, with their addresses. */
export function expireConsultantInvitations(db: Db, today: string): Promise<void> {
	return db.write((writer) => void writer.delete(consultancyInvitation).where(lt(expiresOn, today)).run());
}
