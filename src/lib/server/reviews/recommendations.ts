/** Recommendations of a review: written by the consultant until it is handed in, then taken or declined. */
import { and, asc, eq } from 'drizzle-orm';
import {
	actionFromRecommendation,
	type Recommendation,
	type RecommendationEntry
} from '#lib/domain/review/recommendation.ts';
import { mayTake } from '#lib/domain/review/review.ts';
import { randomToken } from '#lib/server/checks/checks.ts';
import type { Db, Reader, Writer } from '#lib/server/db/open.ts';
import { recommendation, review } from '#lib/server/db/schema-reviews.ts';
import { note } from '#lib/server/municipalities/audit.ts';
import { insertAction } from '#lib/server/rounds/actions.ts';
import { readGrantOf, type Asking, type GrantDeed } from './grants.ts';
import { refusalIn } from './ratings.ts';

const { id, itemId, title, text, state, reason, actionId, revision } = recommendation;

/** All of a review, in the order of their titles. */
export function readRecommendations(reader: Reader, grantId: string): Recommendation[] {
	return reader
		.select({ id, item: itemId, title, text, state, reason, actionId, revision })
		.from(recommendation)
		.where(eq(recommendation.grantId, grantId))
		.orderBy(asc(title), asc(id))
		.all();
}

/** A state that somebody has read. */
export interface ReadRecommendation {
	id: string;
	revision: number;
}

export type RecommendationRefused =
	{ refused: 'unknown' | 'handedIn' } | { refused: 'conflict'; stored: Recommendation };

/** Adds a recommendation, or changes the one that was read; of two changes of the same state the first wins. */
export function saveRecommendation(
	db: Db,
	entry: RecommendationEntry,
	asking: Asking,
	read?: ReadRecommendation
): Promise<RecommendationRefused | undefined> {
	const { grantId } = asking;
	return db.write((writer) => {
		const refused = refusalIn(writer, asking);
		if (refused) return refused;
		const { item, ...texts } = entry;
		const values = { ...texts, itemId: item };
		if (!read) {
			writer
				.insert(recommendation)
				.values({ id: randomToken(), grantId, ...values })
				.run();
			return undefined;
		}
		const stored = find(writer, grantId, read.id);
		if (!stored) return { refused: 'unknown' };
		if (stored.revision !== read.revision) return { refused: 'conflict', stored };
		writer
			.update(recommendation)
			.set({ ...values, revision: stored.revision + 1 })
			.where(eq(id, read.id))
			.run();
		return undefined;
	});
}

const find = (reader: Reader, grantId: string, wanted: string) =>
	readRecommendations(reader, grantId).find((one) => one.id === wanted);

/** Deletes one that is not handed in yet, unless somebody has changed it since it was read. */
export function deleteRecommendation(
	db: Db,
	read: ReadRecommendation,
	asking: Asking
): Promise<RecommendationRefused | undefined> {
	return db.write((writer) => {
		const refused = refusalIn(writer, asking);
		if (refused) return refused;
		const stored = find(writer, asking.grantId, read.id);
		if (!stored) return { refused: 'unknown' };
		if (stored.revision !== read.revision) return { refused: 'conflict', stored };
		writer
			.delete(recommendation)
			.where(and(eq(id, read.id), eq(recommendation.grantId, asking.grantId)))
			.run();
		return undefined;
	});
}

type Deciding = GrantDeed & { grantId: string; recommendationId: string };

/** One of a review that was handed in to this municipality. */
function findHandedIn(writer: Writer, { grantId, recommendationId, ...deed }: Deciding): Recommendation | undefined {
	if (!readGrantOf(writer, { ...deed, id: grantId })) return undefined;
	if (!writer.select().from(review).where(eq(review.grantId, grantId)).get()) return undefined;
	return find(writer, grantId, recommendationId);
}

/** Takes it into the plan, once; resolves with the id of the action, undefined where there is no such recommendation. */
export function takeRecommendation(db: Db, deciding: Deciding): Promise<string | undefined> {
	const { key, userId, today } = deciding;
	return db.write((writer) => {
		const found = findHandedIn(writer, deciding);
		if (!found) return undefined;
		if (!mayTake(found)) return found.actionId ?? '';
		const made = insertAction(writer, actionFromRecommendation(found), { key, userId, today });
		writer.update(recommendation).set({ state: 'taken', reason: '', actionId: made }).where(eq(id, found.id)).run();
		note(writer, { municipalityKey: key, userId, event: 'recommendation_taken', subject: found.id }, today);
		return made;
	});
}

/** Declines it with a reason; false where there is none, or it stands in the plan already. */
export function declineRecommendation(db: Db, why: string, deciding: Deciding): Promise<boolean> {
	const { key, userId, today } = deciding;
	return db.write((writer) => {
		const found = findHandedIn(writer, deciding);
		if (!found || !mayTake(found)) return false;
		writer.update(recommendation).set({ state: 'declined', reason: why }).where(eq(id, found.id)).run();
		note(writer, { municipalityKey: key, userId, event: 'recommendation_declined', subject: found.id }, today);
		return true;
	});
}
