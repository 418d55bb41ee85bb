/** Who belongs to a municipality, and what they may do for it. */
import { and, asc, eq } from 'drizzle-orm';
import { leavesNobody, type MemberRole } from '#lib/domain/municipality/membership.ts';
import { note } from './audit.ts';
import type { Db, Reader } from '#lib/server/db/open.ts';
import { membership, participant, user } from '#lib/server/db/schema-accounts.ts';
import { municipality } from '#lib/server/db/schema.ts';

export interface Membership {
	role: MemberRole;
	municipality: {
		/** register key */
		key: string;
		name: string;
		/** by the operator or an allowed domain; until then nothing can be shared */
		verified: boolean;
	};
}

/** What somebody is to a municipality that takes part; undefined for strangers, and where it does not take part. */
export async function findMembership(db: Db, userId: string, key: string): Promise<Membership | undefined> {
	const row = db.read
		.select({ role: membership.role, name: municipality.name, verifiedOn: participant.verifiedOn })
		.from(membership)
		.innerJoin(participant, eq(participant.municipalityKey, membership.municipalityKey))
		.innerJoin(municipality, eq(municipality.key, membership.municipalityKey))
		.where(and(eq(membership.userId, userId), eq(membership.municipalityKey, key)))
		.get();
	return row && { role: row.role, municipality: { key, name: row.name, verified: row.verifiedOn !== null } };
}

export interface ListedMember {
	userId: string;
	name: string;
	email: string;
	role: MemberRole;
	since: string;
}

/** Who belongs to a municipality, organisers first. */
export async function findMembers(db: Db, key: string): Promise<ListedMember[]> {
	return readMembers(db.read, key);
}

function readMembers(reader: Reader, key: string): ListedMember[] {
	const { userId, role, since } = membership;
	const rows = reader
		.select({ userId, role, since, name: user.name, email: user.email })
		.from(membership)
		.innerJoin(user, eq(user.id, userId))
		.where(eq(membership.municipalityKey, key))
		.orderBy(asc(user.name))
		.all();
	return [...rows.filter((one) => one.role === 'organiser'), ...rows.filter((one) => one.role === 'observer')];
}

/** Ends a membership; the last organiser stays, so that somebody can act for the municipality. */
export function removeMember(
	db: Db,
	{ key, userId, by }: { key: string; userId: string; by: string },
	today: string
): Promise<{ refused: 'unknown' | 'lastOrganiser' } | undefined> {
	return db.write((writer) => {
		const members = readMembers(writer, key);
		if (!members.some((one) => one.userId === userId)) return { refused: 'unknown' };
		if (leavesNobody(members, userId)) return { refused: 'lastOrganiser' };
		writer
			.delete(membership)
			.where(and(eq(membership.municipalityKey, key), eq(membership.userId, userId)))
			.run();
		const event = userId === by ? 'member_left' : 'member_removed';
		note(writer, { municipalityKey: key, userId: by, event, subject: userId }, today);
		return undefined;
	});
}
