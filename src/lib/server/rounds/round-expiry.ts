/** What was answered in rounds whose time has come, and who was invited to them (D16). Results stay (M15). */
import { and, eq, exists, inArray, lt, or } from 'drizzle-orm';
import { keptSince } from '#lib/domain/retention.ts';
import { note } from '#lib/server/municipalities/audit.ts';
import type { Db, Writer } from '#lib/server/db/open.ts';
import { assessment } from '#lib/server/db/schema.ts';
import { invitation, response, round } from '#lib/server/db/schema-rounds.ts';

/** Responses deleted in one job, so that nobody's save waits long. */
const BATCH = 20;

/**
 * Deletes the responses of rounds that were closed, or stopped collecting and were never closed, too long ago, and
 * their invitations with them. Resolves with the number of rounds.
 */
export async function expireResponses(db: Db, today: string): Promise<number> {
	const expired = findExpired(db, keptSince(today).responses);
	for (const { id, municipalityKey } of expired) {
		while ((await db.write((writer) => deleteSome(writer, id))) === BATCH);
		await db.write((writer) => {
			writer.delete(invitation).where(eq(invitation.assessmentId, id)).run();
			if (municipalityKey) note(writer, { municipalityKey, event: 'responses_expired', subject: id }, today);
		});
		db.deletions.add('responses', [id], today);
	}
	return expired.length;
}

function findExpired({ read }: Db, keptFrom: string) {
	const closed = and(eq(round.phase, 'closed'), lt(assessment.closedOn, keptFrom));
	const neverClosed = and(eq(round.phase, 'consensus'), lt(round.collectedOn, keptFrom));
	const { id, municipalityKey } = assessment;
	const { assessmentId: answered } = response;
	const { assessmentId: invited } = invitation;
	return read
		.select({ id, municipalityKey })
		.from(round)
		.innerJoin(assessment, eq(id, round.assessmentId))
		.where(
			and(
				or(closed, neverClosed),
				or(
					exists(read.select({ answered }).from(response).where(eq(answered, id))),
					exists(read.select({ invited }).from(invitation).where(eq(invited, id)))
				)
			)
		)
		.all();
}

function deleteSome(writer: Writer, id: string): number {
	const { key, assessmentId } = response;
	const found = writer.select({ key }).from(response).where(eq(assessmentId, id)).limit(BATCH).all();
	const keys = found.map((one) => one.key);
	if (keys.length > 0) writer.delete(response).where(inArray(key, keys)).run();
	return keys.length;
}
