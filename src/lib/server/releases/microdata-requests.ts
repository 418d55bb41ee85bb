/** Requests for microdata: asked by an account, decided by an operator, used until a day, each download noted (D9 b). */
import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, inArray, isNull, lt } from 'drizzle-orm';
import type { MicrodataDecision, MicrodataRequestForm } from '#lib/domain/microdata/request.ts';
import { stateOfRequest, type MicrodataState } from '#lib/domain/microdata/request.ts';
import type { Microdata } from '#lib/domain/microdata/microdata.ts';
import { keptSince } from '#lib/domain/retention.ts';
import type { Db } from '#lib/server/db/open.ts';
import { user } from '#lib/server/db/schema-accounts.ts';
import { microdataDownload, microdataRequest } from '#lib/server/db/schema-research.ts';
import { findMicrodata, hasMicrodata } from './microdata.ts';
import { findLatestRelease, findRelease } from './releases.ts';

export type MicrodataRequest = typeof microdataRequest.$inferSelect & {
	state: MicrodataState;
	/** the days on which it was downloaded */
	downloads: string[];
};

/** So many requests of one account may wait for a decision. */
const MOST_WAITING = 3;

/** The release whose microdata can be asked for now: the one in force, where it has a file. */
export function findRequestable(db: Db): number | undefined {
	const number = findLatestRelease(db)?.content.number;
	return number !== undefined && hasMicrodata(db, number) ? number : undefined;
}

/** Asks for the microdata of the release in force. */
export function requestMicrodata(
	db: Db,
	userId: string,
	form: MicrodataRequestForm,
	today: string
): Promise<{ id: string } | { refused: 'none' | 'tooMany' }> {
	const number = findRequestable(db);
	if (number === undefined) return Promise.resolve({ refused: 'none' });
	const id = randomUUID();
	return db.write((writer) => {
		const waiting = and(eq(microdataRequest.userId, userId), isNull(microdataRequest.approved));
		if (writer.select().from(microdataRequest).where(waiting).all().length >= MOST_WAITING)
			return { refused: 'tooMany' as const };
		writer
			.insert(microdataRequest)
			.values({ id, userId, number, ...form, requestedOn: today })
			.run();
		return { id };
	});
}

/** What somebody has asked for, the latest first. */
export function findOwnRequests(db: Db, userId: string, today: string): MicrodataRequest[] {
	const rows = db.read.select().from(microdataRequest).where(eq(microdataRequest.userId, userId));
	return rows
		.orderBy(desc(microdataRequest.requestedOn))
		.all()
		.map((row) => withState(db, row, today));
}

function withState(db: Db, row: typeof microdataRequest.$inferSelect, today: string): MicrodataRequest {
	const log = db.read.select({ day: microdataDownload.day }).from(microdataDownload);
	const days = log.where(eq(microdataDownload.requestId, row.id)).orderBy(asc(microdataDownload.id)).all();
	return { ...row, state: stateOfRequest(row, today), downloads: days.map(({ day }) => day) };
}

/** All requests with who asked, for the operator; those that wait come first. */
export function findRequests(db: Db, today: string): (MicrodataRequest & { name: string; email: string })[] {
	const rows = db.read
		.select({ request: microdataRequest, name: user.name, email: user.email })
		.from(microdataRequest)
		.innerJoin(user, eq(user.id, microdataRequest.userId))
		.orderBy(desc(microdataRequest.requestedOn))
		.all();
	const found = rows.map(({ request, name, email }) => ({ ...withState(db, request, today), name, email }));
	return found.sort((a, b) => Number(b.state === 'waiting') - Number(a.state === 'waiting'));
}

/** Decides about a request, once; tells who asked, or undefined where it waits for no decision. */
export function decideRequest(
	db: Db,
	{ id, approved, reason }: MicrodataDecision,
	today: string
): Promise<{ email: string } | undefined> {
	return db.write((writer) => {
		const waiting = and(eq(microdataRequest.id, id), isNull(microdataRequest.approved));
		const changed = writer.update(microdataRequest).set({ approved, reason, decidedOn: today }).where(waiting).run();
		if (changed.changes === 0) return undefined;
		const found = writer.select({ email: user.email }).from(user);
		return found
			.innerJoin(microdataRequest, eq(microdataRequest.userId, user.id))
			.where(eq(microdataRequest.id, id))
			.get();
	});
}

const own = (userId: string, id: string) => and(eq(microdataRequest.userId, userId), eq(microdataRequest.id, id));

/** Accepts the terms of an approved request; false where there is none of this account that waits for it. */
export async function acceptTerms(db: Db, userId: string, id: string, today: string): Promise<boolean> {
	const row = db.read.select().from(microdataRequest).where(own(userId, id)).get();
	if (!row || stateOfRequest(row, today) !== 'terms') return false;
	await db.write(
		(writer) => void writer.update(microdataRequest).set({ acceptedOn: today }).where(own(userId, id)).run()
	);
	return true;
}

/** Notes the download and hands out the file; undefined unless the request is open and its release is shown. */
export async function downloadMicrodata(
	db: Db,
	userId: string,
	id: string,
	today: string
): Promise<{ number: number; file: Microdata } | undefined> {
	return db.write((writer) => {
		const row = writer.select().from(microdataRequest).where(own(userId, id)).get();
		if (!row || stateOfRequest(row, today) !== 'open' || findRelease(db, row.number)?.retraction) return undefined;
		const file = findMicrodata(db, row.number);
		if (!file) return undefined;
		writer.insert(microdataDownload).values({ requestId: id, day: today }).run();
		return { number: row.number, file };
	});
}

/** Deletes requests, their log with them, when period and request have been over long enough (D16). */
export function expireMicrodataRequests(db: Db, today: string): Promise<void> {
	const since = keptSince(today).audit;
	return db.write((writer) => {
		const old = and(lt(microdataRequest.until, since), lt(microdataRequest.requestedOn, since));
		const ids = writer.select({ id: microdataRequest.id }).from(microdataRequest).where(old).all();
		writer
			.delete(microdataRequest)
			.where(
				inArray(
					microdataRequest.id,
					ids.map(({ id }) => id)
				)
			)
			.run();
	});
}
