/** Results that municipalities show to everybody: each a decision of its own, which can be taken back at once. */
import { and, eq, isNull } from 'drizzle-orm';
import { randomToken } from '#lib/server/checks/checks.ts';
import type { Db } from '#lib/server/db/open.ts';
import { assessment } from '#lib/server/db/schema.ts';
import { publication } from '#lib/server/db/schema-publications.ts';
import { round } from '#lib/server/db/schema-rounds.ts';
import { note } from '#lib/server/municipalities/audit.ts';
import type { PlanDeed } from './actions.ts';
import { readRound, type Round } from './rounds.ts';

export type Publication = Pick<typeof publication.$inferSelect, 'id' | 'listed' | 'publishedOn'>;

const { id, listed, publishedOn, assessmentId, withdrawnOn } = publication;
/** The round's, as long as it is public. */
const publicOf = (roundId: string) => and(eq(assessmentId, roundId), isNull(withdrawnOn));

/** How a round's result is public; undefined where it is not. */
export function findPublication(db: Db, roundId: string): Publication | undefined {
	return db.read.select({ id, listed, publishedOn }).from(publication).where(publicOf(roundId)).get();
}

/** What stands at a public address. */
export function findPublished(db: Db, address: string): (Publication & { round: Round }) | undefined {
	const standing = and(eq(id, address), isNull(withdrawnOn));
	const found = db.read.select().from(publication).where(standing).get();
	const published = found && readRound(db.read, found.assessmentId);
	return published && { ...found, round: published };
}

/**
 * Publishes the result of a closed round, or changes whether search engines may list it; its address stays then.
 * Resolves with whether the municipality has such a round.
 */
export function publishResult(
	db: Db,
	roundId: string,
	isListed: boolean,
	{ key, userId, today }: PlanDeed
): Promise<boolean> {
	return db.write((writer) => {
		const own = and(eq(assessment.id, roundId), eq(assessment.municipalityKey, key), eq(round.phase, 'closed'));
		const joined = writer.select({ id: assessment.id }).from(assessment);
		if (!joined.innerJoin(round, eq(round.assessmentId, assessment.id)).where(own).get()) return false;
		const changed = writer.update(publication).set({ listed: isListed }).where(publicOf(roundId)).run().changes > 0;
		const anew = { id: randomToken(), listed: isListed, publishedOn: today, withdrawnOn: null };
		if (!changed)
			writer
				.insert(publication)
				.values({ assessmentId: roundId, ...anew })
				.onConflictDoUpdate({ target: assessmentId, set: anew })
				.run();
		note(writer, { municipalityKey: key, userId, event: 'result_published', subject: roundId }, today);
		return true;
	});
}

/** Takes it back: its address leads nowhere from then on, also after a restore. */
export async function withdrawResult(db: Db, roundId: string, { key, userId, today }: PlanDeed): Promise<void> {
	const withdrawn = await db.write((writer) => {
		const withdrawing = writer.update(publication).set({ withdrawnOn: today }).where(publicOf(roundId));
		const found = withdrawing.returning({ id }).all();
		if (found.length > 0)
			note(writer, { municipalityKey: key, userId, event: 'result_withdrawn', subject: roundId }, today);
		return found;
	});
	db.deletions.add(
		'publication',
		withdrawn.map((one) => one.id),
		today
	);
}
