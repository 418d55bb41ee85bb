import { and, eq, inArray, lt, or, type SQL } from 'drizzle-orm';
import { addDays } from '#lib/domain/day.ts';
import { keptSince } from '#lib/domain/retention.ts';
import type { Db, Writer } from './db/open.ts';
import { assessment, expiryRun } from './db/schema.ts';

/** Days between two runs that a service may have been off; more looks like a clock that has jumped. */
const PLAUSIBLE_GAP = 3;
/** Checks deleted in one job, so that nobody's save waits long. */
const BATCH = 50;

/**
 * How many checks were deleted; `held`: the clock seems to have jumped, so nothing is deleted before the next day;
 * `done`: this day has been dealt with, one way or the other.
 */
export type Expiry = number | 'held' | 'done';

/**
 * Deletes the solo checks that have expired (D16), their answers with them: open ones by the day of the last change,
 * finished ones by the day of finishing. May be called often; each day counts once.
 * @param today as the clock says; a day that is far from the last one must be followed by another before it counts (F8)
 */
export async function expireChecks(db: Db, today: string): Promise<Expiry> {
	const last = db.read.select().from(expiryRun).get()?.day;
	if (last === today) return 'done';
	const expiry = !last ? 0 : today > addDays(last, PLAUSIBLE_GAP) ? 'held' : await deleteAll(db, today);
	const run = { id: 1, day: today };
	await db.write((writer) =>
		writer.insert(expiryRun).values(run).onConflictDoUpdate({ target: expiryRun.id, set: run }).run()
	);
	return expiry;
}

async function deleteAll(db: Db, today: string): Promise<number> {
	const expired = expiredBefore(keptSince(today));
	let deleted = 0;
	let batch;
	do {
		batch = await db.write((writer) => deleteSome(writer, expired));
		db.deletions.add('check', batch, today);
		deleted += batch.length;
	} while (batch.length === BATCH);
	return deleted;
}

/** Deletes some of them and tells which. */
function deleteSome(writer: Writer, expired: SQL | undefined): string[] {
	const found = writer.select({ id: assessment.id }).from(assessment).where(expired).limit(BATCH).all();
	const ids = found.map(({ id }) => id);
	if (ids.length > 0) writer.delete(assessment).where(inArray(assessment.id, ids)).run();
	return ids;
}

function expiredBefore({ openCheck, finishedCheck }: ReturnType<typeof keptSince>) {
	const solo = (state: 'open' | 'closed') => and(eq(assessment.mode, 'solo'), eq(assessment.state, state));
	const open = and(solo('open'), lt(assessment.savedOn, openCheck));
	// Nothing is saved after finishing, so the day of saving, which has an index, narrows the search.
	const finished = and(solo('closed'), lt(assessment.savedOn, finishedCheck), lt(assessment.closedOn, finishedCheck));
	return or(open, finished);
}
