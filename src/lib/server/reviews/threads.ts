/** Questions and answers on the items of a review, once their criterion is in sight and until it is handed in. */
import { and, asc, eq } from 'drizzle-orm';
import { criterionIdOf } from '#lib/domain/answering/question.ts';
import { validityOf } from '#lib/domain/review/grant.ts';
import type { Side } from '#lib/domain/review/review.ts';
import type { Db, Reader, Writer } from '#lib/server/db/open.ts';
import { user } from '#lib/server/db/schema-accounts.ts';
import { review, reviewPost } from '#lib/server/db/schema-reviews.ts';
import { readGrantOf, type Asking, type GrantDeed } from './grants.ts';
import { isOpen, refusalIn } from './ratings.ts';

export interface Post {
	id: number;
	item: string;
	side: Side;
	text: string;
	day: string;
	/** name of whoever wrote it; null where the account is gone */
	by: string | null;
}

/** All posts of a review, the earliest first. */
export function readPosts(reader: Reader, grantId: string): Post[] {
	const { id, itemId, side, text, day } = reviewPost;
	return reader
		.select({ id, item: itemId, side, text, day, by: user.name })
		.from(reviewPost)
		.leftJoin(user, eq(user.id, reviewPost.userId))
		.where(eq(reviewPost.grantId, grantId))
		.orderBy(asc(id))
		.all();
}

/**
 * `over`: the grant is revoked or has ended. `blind`: the criterion is not in sight yet, and whatever were said of it
 * could tell its level.
 */
export type PostRefused = { refused: 'unknown' | 'over' | 'handedIn' | 'blind' };

export interface NewPost {
	item: string;
	text: string;
}

/** Writes as the consultant. */
export function postAsConsultant(db: Db, post: NewPost, asking: Asking): Promise<PostRefused | undefined> {
	const { grantId, userId, today } = asking;
	return db.write(
		(writer) => refusalIn(writer, asking) ?? add(writer, post, { grantId, userId, day: today, side: 'consultant' })
	);
}

/** Writes as the municipality, whose grant it is, while it is valid; what is said stays, also after the grant has ended. */
export function postAsMunicipality(
	db: Db,
	post: NewPost,
	{ grantId, ...deed }: GrantDeed & { grantId: string }
): Promise<PostRefused | undefined> {
	const { userId, today } = deed;
	return db.write((writer) => {
		const grant = readGrantOf(writer, { ...deed, id: grantId });
		if (!grant) return { refused: 'unknown' };
		if (writer.select().from(review).where(eq(review.grantId, grantId)).get()) return { refused: 'handedIn' };
		if (validityOf(grant, today) !== 'valid') return { refused: 'over' };
		return add(writer, post, { grantId, userId, day: today, side: 'municipality' });
	});
}

type Origin = { grantId: string; userId: string; day: string; side: Side };

/** The same text sent twice on one day is written once. */
function add(writer: Writer, { item, text }: NewPost, origin: Origin): PostRefused | undefined {
	const { grantId, userId, day, side } = origin;
	if (!isOpen(writer, grantId, criterionIdOf(item))) return { refused: 'blind' };
	const same = and(
		...[eq(reviewPost.grantId, grantId), eq(reviewPost.itemId, item), eq(reviewPost.text, text)],
		...[eq(reviewPost.side, side), eq(reviewPost.day, day)]
	);
	if (writer.select({ id: reviewPost.id }).from(reviewPost).where(same).get()) return undefined;
	writer.insert(reviewPost).values({ grantId, itemId: item, side, userId, text, day }).run();
	return undefined;
}
