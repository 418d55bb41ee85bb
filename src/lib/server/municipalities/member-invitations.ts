/** Invitations to become a member, by a link to one address. The database keeps the link's hash. */
import { and, asc, eq, gte, lt } from 'drizzle-orm';
import { addDays } from '#lib/domain/day.ts';
import { MEMBER_INVITATION_DAYS, type MemberRole } from '#lib/domain/municipality/membership.ts';
import { note } from './audit.ts';
import { randomToken, type Hash } from '#lib/server/checks/checks.ts';
import type { Db, Reader } from '#lib/server/db/open.ts';
import { memberInvitation, membership, user } from '#lib/server/db/schema-accounts.ts';
import { municipality } from '#lib/server/db/schema.ts';

export interface MemberInvitation {
	id: string;
	email: string;
	role: MemberRole;
	expiresOn: string;
}

/** Invites an address, in place of an earlier invitation of it; resolves with the link's token, told once. */
export async function inviteMember(
	db: Db,
	hash: Hash,
	{ key, email, role, by }: { key: string; email: string; role: MemberRole; by: string },
	today: string
): Promise<{ token: string } | { refused: 'member' }> {
	const token = randomToken();
	const id = randomToken();
	return db.write((writer) => {
		const same = and(eq(membership.municipalityKey, key), eq(user.email, email));
		const member = writer
			.select({ id: user.id })
			.from(membership)
			.innerJoin(user, eq(user.id, membership.userId))
			.where(same)
			.get();
		if (member) return { refused: 'member' };
		const { municipalityKey, email: invited } = memberInvitation;
		writer
			.delete(memberInvitation)
			.where(and(eq(municipalityKey, key), eq(invited, email)))
			.run();
		const expiresOn = addDays(today, MEMBER_INVITATION_DAYS);
		writer
			.insert(memberInvitation)
			.values({ id, municipalityKey: key, email, role, tokenHash: hash(token), expiresOn })
			.run();
		note(writer, { municipalityKey: key, userId: by, event: 'member_invited' }, today);
		return { token };
	});
}

/** Those that still hold, by address. */
export async function findMemberInvitations(db: Db, key: string, today: string): Promise<MemberInvitation[]> {
	const { id, email, role, expiresOn, municipalityKey } = memberInvitation;
	return db.read
		.select({ id, email, role, expiresOn })
		.from(memberInvitation)
		.where(and(eq(municipalityKey, key), gte(expiresOn, today)))
		.orderBy(asc(email))
		.all();
}

/** Takes an invitation back; false where the municipality has none of this id. */
export function withdrawMemberInvitation(
	db: Db,
	{ key, id, by }: { key: string; id: string; by: string },
	today: string
): Promise<boolean> {
	return db.write((writer) => {
		const own = and(eq(memberInvitation.id, id), eq(memberInvitation.municipalityKey, key));
		if (writer.delete(memberInvitation).where(own).run().changes === 0) return false;
		note(writer, { municipalityKey: key, userId: by, event: 'member_invitation_withdrawn' }, today);
		return true;
	});
}

export interface InvitedMember {
	municipality: { key: string; name: string };
	email: string;
	role: MemberRole;
}

/** Whom a link invites; undefined where it does not hold, or no longer. */
export async function findInvitedMember(
	db: Db,
	hash: Hash,
	token: string,
	today: string
): Promise<InvitedMember | undefined> {
	return read(db.read, hash(token), today);
}

function read(reader: Reader, tokenHash: string, today: string): InvitedMember | undefined {
	const { email, role, municipalityKey: key } = memberInvitation;
	const row = reader
		.select({ email, role, key, name: municipality.name })
		.from(memberInvitation)
		.innerJoin(municipality, eq(municipality.key, key))
		.where(and(eq(memberInvitation.tokenHash, tokenHash), gte(memberInvitation.expiresOn, today)))
		.get();
	return row && { email: row.email, role: row.role, municipality: { key: row.key, name: row.name } };
}

/**
 * Makes the account that was invited a member, once; `otherAccount` where the link was sent to another address, so that
 * nobody becomes a member by a letter that was passed on.
 */
export function acceptMemberInvitation(
	db: Db,
	hash: Hash,
	{ token, by }: { token: string; by: { id: string; email: string } },
	today: string
): Promise<{ key: string } | { refused: 'link' | 'otherAccount' }> {
	return db.write((writer) => {
		const tokenHash = hash(token);
		const invited = read(writer, tokenHash, today);
		if (!invited) return { refused: 'link' };
		if (invited.email !== by.email) return { refused: 'otherAccount' };
		const { key } = invited.municipality;
		writer.delete(memberInvitation).where(eq(memberInvitation.tokenHash, tokenHash)).run();
		writer
			.insert(membership)
			.values({ municipalityKey: key, userId: by.id, role: invited.role, since: today })
			.onConflictDoNothing()
			.run();
		note(writer, { municipalityKey: key, userId: by.id, event: 'member_joined', subject: by.id }, today);
		return { key };
	});
}

/** Deletes invitations whose time is over, with their addresses. */
export function expireMemberInvitations(db: Db, today: string): Promise<void> {
	return db.write((writer) => {
		writer.delete(memberInvitation).where(lt(memberInvitation.expiresOn, today)).run();
	});
}
