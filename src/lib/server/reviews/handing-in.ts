/** The end of a review: the consultant hands it in, which freezes it, and the municipality answers once. */
import { and, eq, isNull } from 'drizzle-orm';
import { showsWhole } from '#lib/domain/review/blindness.ts';
import type { Db } from '#lib/server/db/open.ts';
import { review } from '#lib/server/db/schema-reviews.ts';
import { note } from '#lib/server/municipalities/audit.ts';
import { readGrantOf, readHeldGrant, type Asking, type GrantDeed } from './grants.ts';
import { readProgress, refusalIn } from './ratings.ts';

/**
 * Hands a review in. `blind`: criteria are not in sight yet, so that there is nothing to compare with.
 * @param criteria those that the round asked about
 */
export function handIn(
	db: Db,
	summary: string,
	asking: Asking,
	criteria: readonly string[]
): Promise<{ refused: 'unknown' | 'handedIn' | 'blind' } | undefined> {
	const { grantId, userId, today } = asking;
	return db.write((writer) => {
		const refused = refusalIn(writer, asking);
		if (refused) return refused;
		const held = readHeldGrant(writer, asking);
		const opened = new Set(readProgress(writer, grantId).opened.keys());
		if (!held) return { refused: 'unknown' };
		if (!showsWhole(criteria, opened)) return { refused: 'blind' };
		writer.insert(review).values({ grantId, summary, handedInOn: today, handedInBy: userId }).run();
		const { municipalityKey } = held.round;
		note(writer, { municipalityKey, userId, event: 'review_handed_in', subject: grantId }, today);
		return undefined;
	});
}

/** Answers a review that was handed in, once; false where there is none, or it is answered. */
export function answerReview(
	db: Db,
	answer: string,
	{ grantId, ...deed }: GrantDeed & { grantId: string }
): Promise<boolean> {
	const { key, userId, today } = deed;
	return db.write((writer) => {
		if (!readGrantOf(writer, { ...deed, id: grantId })) return false;
		const open = and(eq(review.grantId, grantId), isNull(review.answeredOn));
		const set = { answer, answeredOn: today, answeredBy: userId };
		if (writer.update(review).set(set).where(open).run().changes === 0) return false;
		note(writer, { municipalityKey: key, userId, event: 'review_answered', subject: grantId }, today);
		return true;
	});
}
