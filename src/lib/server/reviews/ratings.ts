/** Blind ratings of a review: nothing of the municipality's levels is read here. */
import { and, asc, eq } from 'drizzle-orm';
import { isRated } from '#lib/domain/review/blindness.ts';
import type { OpenedHow, BlindLevel } from '#lib/domain/review/review.ts';
import type { Db, Reader, Writer } from '#lib/server/db/open.ts';
import { blindRating, criterionOpening, ratingChange, review } from '#lib/server/db/schema-reviews.ts';
import { readHeldGrant, type Asking } from './grants.ts';

export interface StoredRating {
	item: string;
	level: BlindLevel;
	reason: string;
	/** counts up from 1 */
	revision: number;
}

/** A change with the municipality's level in sight: what stood before it; null where nothing did. */
export interface RatingChange {
	item: string;
	revision: number;
	level: BlindLevel | null;
	reason: string;
	day: string;
}

/** How far a review has come, and what it holds. */
export interface ReviewProgress {
	ratings: Map<string, StoredRating>;
	/** criteria whose levels are in sight */
	opened: Map<string, { how: OpenedHow; day: string }>;
	/** the earliest first */
	changes: RatingChange[];
	handedIn: { summary: string; on: string; answer: string | null; answeredOn: string | null } | undefined;
}

export function readProgress(reader: Reader, grantId: string): ReviewProgress {
	const { itemId, level, reason, revision } = blindRating;
	const rated = reader
		.select({ item: itemId, level, reason, revision })
		.from(blindRating)
		.where(eq(blindRating.grantId, grantId))
		.all();
	const opened = reader.select().from(criterionOpening).where(eq(criterionOpening.grantId, grantId)).all();
	const changed = {
		...{ item: ratingChange.itemId, revision: ratingChange.revision },
		...{ level: ratingChange.level, reason: ratingChange.reason, day: ratingChange.day }
	};
	const found = reader.select().from(review).where(eq(review.grantId, grantId)).get();
	return {
		ratings: new Map(rated.map((one) => [one.item, one])),
		opened: new Map(opened.map(({ criterionId, how, day }) => [criterionId, { how, day }])),
		changes: reader
			.select(changed)
			.from(ratingChange)
			.where(eq(ratingChange.grantId, grantId))
			.orderBy(asc(ratingChange.itemId), asc(ratingChange.revision))
			.all(),
		handedIn: found && {
			...{ summary: found.summary, on: found.handedInOn },
			...{ answer: found.answer, answeredOn: found.answeredOn }
		}
	};
}

/** What is typed about one item, and the revision that was read; 0 where none was. */
export interface TypedRating {
	item: string;
	level: BlindLevel;
	reason: string;
	revision: number;
}

/** `unknown`: no such right any more; `handedIn`: nothing is changed after that; `conflict`: these items were saved by somebody else. */
export type RatingRefused = { refused: 'unknown' | 'handedIn' } | { refused: 'conflict'; stored: StoredRating[] };

/**
 * Saves the items of one criterion, all or none. What is unchanged stays as it is; of two changes of the same state the
 * first wins. With the municipality's levels in sight, what stood before is kept beside.
 */
export function saveRatings(
	db: Db,
	asking: Asking,
	criterion: string,
	typed: readonly TypedRating[]
): Promise<RatingRefused | undefined> {
	const { grantId } = asking;
	return db.write((writer) => {
		const refused = refusalIn(writer, asking);
		if (refused) return refused;
		const { ratings, opened } = readProgress(writer, grantId);
		const changed = typed.filter(({ item, level, reason }) => {
			const stored = ratings.get(item);
			return stored?.level !== level || stored.reason !== reason;
		});
		const stored = changed.flatMap(({ item, revision }) => {
			const found = ratings.get(item);
			return found && found.revision !== revision ? [found] : [];
		});
		if (stored.length > 0) return { refused: 'conflict', stored };
		for (const one of changed) {
			if (opened.has(criterion)) keepBefore(writer, asking, one.item, ratings.get(one.item));
			store(writer, grantId, one, (ratings.get(one.item)?.revision ?? 0) + 1);
		}
		return undefined;
	});
}

function store(writer: Writer, grantId: string, { item, level, reason }: TypedRating, revision: number): void {
	const set = { level, reason, revision };
	writer
		.insert(blindRating)
		.values({ grantId, itemId: item, ...set })
		.onConflictDoUpdate({ target: [blindRating.grantId, blindRating.itemId], set })
		.run();
}

function keepBefore(
	writer: Writer,
	{ grantId, userId, today }: Asking,
	item: string,
	before: StoredRating | undefined
): void {
	const { level = null, reason = '', revision = 0 } = before ?? {};
	writer
		.insert(ratingChange)
		.values({ grantId, itemId: item, revision: revision + 1, level, reason, day: today, userId })
		.run();
}

/** Why a consultant may not write: no right (any more), or the review is handed in. */
export function refusalIn(writer: Writer, asking: Asking): { refused: 'unknown' | 'handedIn' } | undefined {
	if (!readHeldGrant(writer, asking)) return { refused: 'unknown' };
	const found = writer.select().from(review).where(eq(review.grantId, asking.grantId)).get();
	return found && { refused: 'handedIn' };
}

/**
 * Brings the municipality's levels of a criterion into sight, for good: as rated where all its items are, or given up.
 * `incomplete`: it was to be opened as rated and is not.
 * @param items those of the criterion that the round asked about
 */
export function openCriterion(
	db: Db,
	asking: Asking,
	{ criterion, items, how }: { criterion: string; items: readonly string[]; how: OpenedHow }
): Promise<{ refused: 'unknown' | 'handedIn' | 'incomplete' } | undefined> {
	const { grantId, userId, today } = asking;
	return db.write((writer) => {
		const refused = refusalIn(writer, asking);
		if (refused) return refused;
		const complete = isRated(items, new Set(readProgress(writer, grantId).ratings.keys()));
		if (how === 'rated' && !complete) return { refused: 'incomplete' };
		writer
			.insert(criterionOpening)
			.values({ grantId, criterionId: criterion, how: complete ? 'rated' : how, day: today, userId })
			.onConflictDoNothing()
			.run();
		return undefined;
	});
}

/** Whether a criterion is in sight under a grant. */
export function isOpen(reader: Reader, grantId: string, criterion: string): boolean {
	const one = and(eq(criterionOpening.grantId, grantId), eq(criterionOpening.criterionId, criterion));
	return reader.select().from(criterionOpening).where(one).get() !== undefined;
}
