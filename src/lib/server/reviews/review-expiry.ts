/** What is deleted of reviews by itself (D16); a review that was handed in stays as long as its round. */
import { and, eq, inArray, isNull, lt, or } from 'drizzle-orm';
import { keptSince } from '#lib/domain/retention.ts';
import type { Db } from '#lib/server/db/open.ts';
import { grantOpening, review, reviewGrant } from '#lib/server/db/schema-reviews.ts';
import { removeEmpty } from './consultancies.ts';

/**
 * Deletes the notes of openings with the municipality's log, and unfinished reviews some time after their grant has
 * ended or was revoked. Calling it again changes nothing.
 */
export function expireReviews(db: Db, today: string): Promise<void> {
	const { audit, unfinishedReview } = keptSince(today);
	return db.write((writer) => {
		writer.delete(grantOpening).where(lt(grantOpening.day, audit)).run();
		const over = or(lt(reviewGrant.endsOn, unfinishedReview), lt(reviewGrant.revokedOn, unfinishedReview));
		const unfinished = writer
			.select({ id: reviewGrant.id })
			.from(reviewGrant)
			.leftJoin(review, eq(review.grantId, reviewGrant.id))
			.where(and(over, isNull(review.grantId)));
		writer.delete(reviewGrant).where(inArray(reviewGrant.id, unfinished)).run();
		removeEmpty(writer);
	});
}
