/** A municipality that leaves: everything of its own goes; what was published stays (D16). */
import { eq } from 'drizzle-orm';
import type { Db, Writer } from '#lib/server/db/open.ts';
import { participation } from '#lib/server/db/replay-deletions.ts';
import { action } from '#lib/server/db/schema-rounds.ts';
import { allowedDomain, auditEntry, membership, participant } from '#lib/server/db/schema-accounts.ts';
import { assessment } from '#lib/server/db/schema.ts';
import { sweepEvidence } from '#lib/server/evidence/sweep.ts';
import { destroyRoundKeys } from './round-keys.ts';

/**
 * Deletes rounds, results, plan, members, log and registration of a municipality in one job; accounts stay with the
 * people. A backup brings nothing of it back, but for the registration where that was made today. False where it does
 * not take part.
 */
export async function deleteMunicipality(db: Db, keyFolder: string, key: string, today: string): Promise<boolean> {
	const deleted = await db.write((writer) => deleteIn(writer, key));
	if (!deleted) return false;
	const { rounds, members, registeredOn } = deleted;
	db.deletions.add('round', rounds, today);
	// Who registers it anew on the same day must not lose it when the service starts the next time.
	const left = registeredOn < today ? members.map((userId) => participation(key, registeredOn, userId)) : [];
	if (left.length > 0) db.deletions.add('municipality', left, today);
	for (const id of rounds) destroyRoundKeys(keyFolder, id);
	sweepEvidence(db);
	return true;
}

function deleteIn(writer: Writer, key: string) {
	const found = writer.select().from(participant).where(eq(participant.municipalityKey, key)).get();
	if (!found) return undefined;
	const members = writer.select({ id: membership.userId }).from(membership).where(eq(membership.municipalityKey, key));
	const rounds = writer.select({ id: assessment.id }).from(assessment).where(eq(assessment.municipalityKey, key));
	const ids = { members: members.all().map(({ id }) => id), rounds: rounds.all().map(({ id }) => id) };
	writer.delete(assessment).where(eq(assessment.municipalityKey, key)).run();
	writer.delete(action).where(eq(action.municipalityKey, key)).run();
	writer.delete(allowedDomain).where(eq(allowedDomain.municipalityKey, key)).run();
	writer.delete(auditEntry).where(eq(auditEntry.municipalityKey, key)).run();
	// Members and invitations to become one go with it.
	writer.delete(participant).where(eq(participant.municipalityKey, key)).run();
	return { ...ids, registeredOn: found.registeredOn };
}
