/** D15: every opening by a consultant is noted in the same job that reads, for the municipality to see. */
import { desc, eq, sql } from 'drizzle-orm';
import type { Db, Reader, Writer } from '#lib/server/db/open.ts';
import { user } from '#lib/server/db/schema-accounts.ts';
import { grantOpening } from '#lib/server/db/schema-reviews.ts';
import { note } from '#lib/server/municipalities/audit.ts';
import { readHeldGrant, type Asking, type HeldGrant } from './grants.ts';

const { grantId, userId, what, day, count } = grantOpening;

/**
 * Reads something under a grant: asks for the right, notes the opening and reads in one job, so that a grant that is
 * revoked meanwhile gives all of it or nothing (F9).
 * @param opened what is opened: `overview`, `profile`, `recommendations`, `hand-in`, `comparison`, a document, a criterion's id, or what evidence names
 * @returns undefined for whoever may not
 */
export function openReview<T>(
	db: Db,
	asking: Asking,
	opened: string,
	read: (held: HeldGrant, reader: Reader) => T
): Promise<T | undefined> {
	return db.write((writer) => {
		const held = readHeldGrant(writer, asking);
		if (!held) return undefined;
		noteOpening(writer, held, asking, opened);
		return read(held, writer);
	});
}

function noteOpening(writer: Writer, { round }: HeldGrant, asking: Asking, opened: string): void {
	const { municipalityKey } = round;
	const same = { grantId: asking.grantId, userId: asking.userId, what: opened, day: asking.today };
	const noted = writer
		.insert(grantOpening)
		.values({ ...same, count: 1 })
		.onConflictDoUpdate({ target: [grantId, userId, what, day], set: { count: sql`${count} + 1` } })
		.returning({ count })
		.get();
	// The log of the municipality names each part once a day; how often stands beside the grant.
	if (noted.count > 1) return;
	note(
		writer,
		{ municipalityKey, userId: asking.userId, event: 'review_opened', subject: asking.grantId },
		asking.today
	);
}

export interface Opening {
	id: number;
	what: string;
	day: string;
	count: number;
	/** name of whoever opened it; null where the account is gone */
	by: string | null;
}

/** What was opened under a grant, the latest day first. */
export function findOpenings(db: Db, grant: string): Opening[] {
	return db.read
		.select({ id: grantOpening.id, what, day, count, by: user.name })
		.from(grantOpening)
		.leftJoin(user, eq(user.id, userId))
		.where(eq(grantId, grant))
		.orderBy(desc(day), desc(grantOpening.id))
		.all();
}
