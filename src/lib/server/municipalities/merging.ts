/** Municipalities that went together, or got another key: what they have stays theirs under the new entry. */
import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { note } from './audit.ts';
import { moveLook } from './looks.ts';
import { moveContacts } from '#lib/server/contacts/contact-merging.ts';
import type { Db, Writer } from '#lib/server/db/open.ts';
import {
	allowedDomain,
	auditEntry,
	membership,
	memberInvitation,
	participant
} from '#lib/server/db/schema-accounts.ts';
import { action } from '#lib/server/db/schema-rounds.ts';
import { assessment, municipality } from '#lib/server/db/schema.ts';

/** A municipality that takes part and that the register no longer names. */
export interface Gone {
	key: string;
	name: string;
	/** date of the first register without it */
	goneOn: string;
	/** what it became as far as areas tell, for the operator to look at */
	suggested: { key: string; name: string } | undefined;
}

/** Those that wait for the operator's look, by name. */
export async function findGone(db: Db): Promise<Gone[]> {
	const rows = db.read
		.select({
			key: municipality.key,
			name: municipality.name,
			goneOn: municipality.goneOn,
			successor: municipality.successorKey
		})
		.from(participant)
		.innerJoin(municipality, eq(municipality.key, participant.municipalityKey))
		.where(isNotNull(municipality.goneOn))
		.orderBy(asc(municipality.name))
		.all();
	const successors = rows.flatMap(({ successor }) => successor ?? []);
	const names = db.read
		.select({ key: municipality.key, name: municipality.name })
		.from(municipality)
		.where(inArray(municipality.key, successors))
		.all();
	return rows.map(({ successor, goneOn, ...row }) => ({
		...row,
		goneOn: goneOn ?? '',
		suggested: names.find(({ key }) => key === successor)
	}));
}

export type MergeRefused = { refused: 'unknown' | 'noSuccessor' };

interface Merge {
	/** key of the entry that is gone */
	from: string;
	/** key of the entry it belongs to now */
	into: string;
	operatorId: string;
}

/**
 * Moves rounds with consent and series, plan, members, contacts, invitations, domains and log to the entry that the operator has
 * looked at. Whoever takes part there already goes on beside those who come; what was published stays.
 */
export function mergeMunicipality(
	db: Db,
	{ from, into, operatorId }: Merge,
	today: string
): Promise<{ name: string } | MergeRefused> {
	return db.write((writer) => {
		const entry = and(eq(municipality.key, into), isNull(municipality.goneOn));
		const found = writer.select({ name: municipality.name }).from(municipality).where(entry).get();
		if (!found) return { refused: 'noSuccessor' };
		const before = findParticipant(writer, from);
		if (!before?.goneOn) return { refused: 'unknown' };
		const { registeredOn } = before;
		const verified = { verifiedOn: today, verifiedBy: 'operator' } as const;
		writer
			.insert(participant)
			.values({ municipalityKey: into, registeredOn, ...verified })
			.onConflictDoNothing()
			.run();
		moveMembers(writer, from, into);
		moveContacts(writer, from, into);
		moveLook(writer, from, into);
		for (const table of [assessment, action, allowedDomain, memberInvitation, auditEntry])
			writer.update(table).set({ municipalityKey: into }).where(eq(table.municipalityKey, from)).run();
		writer.delete(participant).where(eq(participant.municipalityKey, from)).run();
		note(writer, { municipalityKey: into, userId: operatorId, event: 'municipality_merged', subject: from }, today);
		return found;
	});
}

function findParticipant(writer: Writer, key: string) {
	return writer
		.select({ registeredOn: participant.registeredOn, goneOn: municipality.goneOn })
		.from(participant)
		.innerJoin(municipality, eq(municipality.key, participant.municipalityKey))
		.where(eq(participant.municipalityKey, key))
		.get();
}

/** Whoever is a member of both keeps the role that may do more. */
function moveMembers(writer: Writer, from: string, into: string): void {
	const rows = writer.select().from(membership).where(eq(membership.municipalityKey, from)).all();
	for (const row of rows) {
		const moved = { ...row, municipalityKey: into };
		const target = [membership.municipalityKey, membership.userId];
		const organises = row.role === 'organiser';
		const insert = writer.insert(membership).values(moved);
		if (organises) insert.onConflictDoUpdate({ target, set: { role: 'organiser' } }).run();
		else insert.onConflictDoNothing().run();
	}
	writer.delete(membership).where(eq(membership.municipalityKey, from)).run();
}
