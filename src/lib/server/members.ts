/** Who belongs to a municipality, and what they may do for it. */
import { and, eq } from 'drizzle-orm';
import type { Db } from './db/open.ts';
import { membership, participant } from './db/schema-accounts.ts';
import { municipality } from './db/schema.ts';

export type MemberRole = typeof membership.$inferSelect.role;

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
