/** Microdata are handed out, and each time is noted with the day and the checksum of what was handed out (D9 b). */
import { and, eq } from 'drizzle-orm';
import { stateOfRequest } from '#lib/domain/microdata/request.ts';
import type { Db, Reader } from '#lib/server/db/open.ts';
import { microdataDownload, microdataRequest } from '#lib/server/db/schema-research.ts';
import { runInWorker } from '#lib/server/worker.ts';
import { findPackedMicrodata } from './microdata.ts';
import type { MadeMicrodata, MicrodataOrder } from './microdata-worker.ts';
import { findRelease, type Release } from './releases.ts';

export type MicrodataDownload =
	({ number: number } & MadeMicrodata) | { retraction: NonNullable<Release['retraction']> } | undefined;

/** Whose request, which one, and on which day. */
interface Asked {
	userId: string;
	id: string;
	today: string;
}

/**
 * Notes the download and hands out the file; undefined unless the request is open. Where its release was taken back, the
 * public reason in place of the file.
 * @throws where the thread that makes the file fails
 */
export async function downloadMicrodata(db: Db, asked: Asked): Promise<MicrodataDownload> {
	const found = findOpen(db, db.read, asked);
	if (found === undefined || 'retraction' in found) return found;
	const packed = findPackedMicrodata(db, found.number);
	if (packed === undefined) return undefined;
	const made = await runInWorker<MadeMicrodata>('releases/microdata-worker', {
		number: found.number,
		packed
	} satisfies MicrodataOrder);
	return db.write((writer) => {
		// Meanwhile the release may have been taken back, or the account deleted.
		const still = findOpen(db, writer, asked);
		if (still === undefined || 'retraction' in still) return still;
		writer.insert(microdataDownload).values({ requestId: asked.id, day: asked.today, sha256: made.sha256 }).run();
		return { number: still.number, ...made };
	});
}

type Found = { number: number } | { retraction: NonNullable<Release['retraction']> } | undefined;

function findOpen(db: Db, read: Reader, { userId, id, today }: Asked): Found {
	const own = and(eq(microdataRequest.userId, userId), eq(microdataRequest.id, id));
	const row = read.select().from(microdataRequest).where(own).get();
	if (!row) return undefined;
	const retraction = findRelease(db, row.number)?.retraction;
	const state = stateOfRequest({ ...row, retracted: retraction !== undefined }, today);
	if (state === 'retracted' && retraction) return { retraction };
	return state === 'open' ? { number: row.number } : undefined;
}
