/** Requests for microdata: asked by an account, decided by an operator, used until a day, each download noted (D9 b). */
import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, inArray, isNull, lt } from 'drizzle-orm';
import type { MicrodataDecision, MicrodataRequestForm } from '#lib/domain/microdata/request.ts';
import { stateOfRequest, type MicrodataState } from '#lib/domain/microdata/request.ts';
import { keptSince } from '#lib/domain/retention.ts';
import type { Db } from '#lib/server/db/open.ts';
import { user } from '#lib/server/db/schema-accounts.ts';
import { microdataDownload, microdataRequest } from '#lib/server/db/schema-research.ts';
import { hasMicrodata } from './microdata.ts';
import { findLatestRelease, findRelease, type Release } from './releases.ts';

export type MicrodataRequest = typeof microdataRequest.$inferSelect & {
	state: MicrodataState;
	/** why its release was taken back */
	retraction: Release['retraction'];
	/** when it was downloaded, and what: downloads from before the checksum was noted have none */
	downloads: { day: string; sha256: string | null }[];
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
		const asked = writer.select().from(microdataRequest).where(eq(microdataRequest.userId, userId)).all();
		const waiting = asked.filter(
			(one) => stateOfRequest({ ...one, retracted: isRetracted(db, one) }, today) === 'waiting'
		);
		if (waiting.length >= MOST_WAITING) return { refused: 'tooMany' as const };
		writer
			.insert(microdataRequest)
			.values({ id, userId, number, ...form, requestedOn: today })
			.run();
		return { id };
	});
}

const isRetracted = (db: Db, { number }: { number: number }) => findRelease(db, number)?.retraction !== undefined;

/** What somebody has asked for, the latest first. */
export function findOwnRequests(db: Db, userId: string, today: string): MicrodataRequest[] {
	const rows = db.read.select().from(microdataRequest).where(eq(microdataRequest.userId, userId));
	return rows
		.orderBy(desc(microdataRequest.requestedOn))
		.all()
		.map((row) => withState(db, row, today));
}

function withState(db: Db, row: typeof microdataRequest.$inferSelect, today: string): MicrodataRequest {
	const { day, sha256 } = microdataDownload;
	const log = db.read.select({ day, sha256 }).from(microdataDownload);
	const downloads = log.where(eq(microdataDownload.requestId, row.id)).orderBy(asc(microdataDownload.id)).all();
	const retraction = findRelease(db, row.number)?.retraction;
	return {
		...row,
		state: stateOfRequest({ ...row, retracted: retraction !== undefined }, today),
		retraction,
		downloads
	};
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

/** `own`: nobody decides about what they have asked for themselves. `missing`: it waits for no decision. */
export type DecisionRefusal = 'own' | 'missing';

/** Decides about a request, once; tells who asked. @param operator whose decision it is */
export function decideRequest(
	db: Db,
	operator: string,
	{ id, approved, reason }: MicrodataDecision,
	today: string
): Promise<{ email: string } | { refused: DecisionRefusal }> {
	return db.write((writer) => {
		const waiting = and(eq(microdataRequest.id, id), isNull(microdataRequest.approved));
		const asked = writer
			.select({ userId: user.id, email: user.email, number: microdataRequest.number })
			.from(microdataRequest)
			.innerJoin(user, eq(user.id, microdataRequest.userId))
			.where(waiting)
			.get();
		if (!asked || isRetracted(db, asked)) return { refused: 'missing' as const };
		if (asked.userId === operator) return { refused: 'own' as const };
		writer.update(microdataRequest).set({ approved, reason, decidedOn: today }).where(waiting).run();
		return { email: asked.email };
	});
}

const own = (userId: string, id: string) => and(eq(microdataRequest.userId, userId), eq(microdataRequest.id, id));

/** Accepts the terms of an approved request; false where there is none of this account that waits for it. */
export async function acceptTerms(db: Db, userId: string, id: string, today: string): Promise<boolean> {
	const row = db.read.select().from(microdataRequest).where(own(userId, id)).get();
	if (!row || stateOfRequest({ ...row, retracted: isRetracted(db, row) }, today) !== 'terms') return false;
	await db.write(
		(writer) => void writer.update(microdataRequest).set({ acceptedOn: today }).where(own(userId, id)).run()
	);
	return true;
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
