/** Solo checks: made by anyone, found by whoever holds the code, deleted at once. */
import { randomBytes } from 'node:crypto';
import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { answersById, type Answers } from '#lib/domain/answering/answering.ts';
import type { DimensionId, Variant } from '#lib/domain/instrument/instrument.ts';
import type { Profile } from '#lib/domain/municipality/municipality.ts';
import { isCriterionId } from '#lib/domain/answering/question.ts';
import { CODE_BYTES, codeFrom } from '#lib/domain/answering/resume-code.ts';
import { findAnswers, readAnswers } from './answers.ts';
import type { Db, Writer } from '#lib/server/db/open.ts';
import { prepared } from '#lib/server/db/prepared.ts';
import { answer, assessment } from '#lib/server/db/schema.ts';

/** Turns a secret into what the database may hold of it. */
export type Hash = (secret: string) => string;

export interface NewCheck {
	instrumentId: string;
	instrumentVersion: string;
	variant: Variant;
	scope: DimensionId | undefined;
	profile: Profile;
}

export interface Check {
	id: string;
	state: 'open' | 'closed';
	instrumentId: string;
	instrumentVersion: string;
	variant: Variant;
	scope: DimensionId | undefined;
	profile: Profile;
	/** M14: random text, never shown */
	seed: string;
	createdOn: string;
	savedOn: string;
	closedOn: string | undefined;
	/** M15, once closed */
	frozen: unknown;
	shared: boolean;
	demonstration: boolean;
}

/** 128 random bits for an id, a seed or a link. */
export function randomToken(): string {
	return randomBytes(16).toString('base64url');
}

/** Makes a check; the code is told once, the database keeps only its hash. */
export function createCheck(db: Db, hash: Hash, check: NewCheck, today: string): Promise<{ id: string; code: string }> {
	return db.write((writer) => insertCheck(writer, hash, check, today));
}

function insertCheck(writer: Writer, hash: Hash, check: NewCheck, today: string) {
	const id = randomToken();
	const code = codeFrom(randomBytes(CODE_BYTES));
	writer
		.insert(assessment)
		.values({
			...check,
			id,
			mode: 'solo',
			state: 'open',
			scope: check.scope ?? null,
			seed: randomToken(),
			codeHash: hash(code),
			createdOn: today,
			savedOn: today
		})
		.run();
	return { id, code };
}

type Row = typeof assessment.$inferSelect;

function asCheck(row: Row): Check {
	return {
		id: row.id,
		state: row.state,
		instrumentId: row.instrumentId,
		instrumentVersion: row.instrumentVersion,
		variant: row.variant,
		scope: row.scope ?? undefined,
		profile: row.profile,
		seed: row.seed,
		createdOn: row.createdOn,
		savedOn: row.savedOn,
		closedOn: row.closedOn ?? undefined,
		frozen: row.frozen,
		shared: row.shareHash !== null,
		demonstration: row.demonstration
	};
}

const finding = prepared((connection) => {
	const { mode, id, codeHash, shareHash } = assessment;
	const soloWith = (condition: SQL) => {
		const isSolo = eq(mode, 'solo');
		return connection.select().from(assessment).where(and(condition, isSolo)).prepare();
	};
	return {
		byId: soloWith(eq(id, sql.placeholder('id'))),
		byCode: soloWith(eq(codeHash, sql.placeholder('hash'))),
		byLink: soloWith(eq(shareHash, sql.placeholder('hash')))
	};
});

/** The check with this id, if one of the codes opens it. A wrong code and a missing check look the same. */
export async function findCheck(db: Db, hash: Hash, id: string, codes: string[]): Promise<Check | undefined> {
	const row = finding(db.read).byId.get({ id });
	return row?.codeHash && codes.map(hash).includes(row.codeHash) ? asCheck(row) : undefined;
}

/** The check that a typed code opens. */
export async function findCheckByCode(db: Db, hash: Hash, code: string): Promise<Check | undefined> {
	const row = finding(db.read).byCode.get({ hash: hash(code) });
	return row && asCheck(row);
}

/** The checks that these codes open, newest first. */
export async function findChecks(db: Db, hash: Hash, codes: string[]): Promise<Check[]> {
	if (codes.length === 0) return [];
	const rows = db.read
		.select()
		.from(assessment)
		.where(inArray(assessment.codeHash, codes.map(hash)))
		.all();
	return rows.map(asCheck).sort((a, b) => b.savedOn.localeCompare(a.savedOn));
}

/** The answers of a check by question id. */
export async function answersOf(db: Db, id: string): Promise<Answers> {
	return answersById(findAnswers(db, id));
}

/** Changes who is assessed; false where the check is no longer open. */
export async function saveProfile(db: Db, id: string, profile: Profile, today: string): Promise<boolean> {
	const result = await db.write((writer) =>
		writer
			.update(assessment)
			// A clock that has gone back must not bring the end of the retention nearer (F8).
			.set({ profile, savedOn: sql`max(${assessment.savedOn}, ${today})` })
			.where(and(eq(assessment.id, id), eq(assessment.state, 'open')))
			.run()
	);
	return result.changes === 1;
}

/**
 * Deletes a check with all its answers from the running system; its space is overwritten, and a backup that is restored
 * later does not bring it back (D16).
 */
export async function deleteCheck(db: Db, id: string, today: string): Promise<void> {
	await db.write((writer) =>
		writer
			.delete(assessment)
			.where(and(eq(assessment.id, id), eq(assessment.mode, 'solo')))
			.run()
	);
	db.deletions.add('check', [id], today);
}

/** Makes a read-only link, ending an earlier one; the database keeps only the token's hash. */
export async function shareCheck(db: Db, hash: Hash, id: string, today: string): Promise<string> {
	const token = randomToken();
	await setLink(db, id, hash(token), today);
	return token;
}

/** Ends the read-only link, also for the case that an earlier backup is restored. */
export async function endSharing(db: Db, id: string, today: string): Promise<void> {
	await setLink(db, id, null, today);
}

async function setLink(db: Db, id: string, shareHash: string | null, today: string): Promise<void> {
	const one = eq(assessment.id, id);
	const ended = await db.write((writer) => {
		const before = writer.select({ shareHash: assessment.shareHash }).from(assessment).where(one).get();
		writer.update(assessment).set({ shareHash }).where(one).run();
		return before?.shareHash;
	});
	if (ended) db.deletions.add('link', [ended], today);
}

/** The check behind a read-only link. */
export async function findSharedCheck(db: Db, hash: Hash, token: string): Promise<Check | undefined> {
	const row = finding(db.read).byLink.get({ hash: hash(token) });
	return row && asCheck(row);
}

/**
 * Opens a copy of a finished check: the same questions and profile, a code of its own. Every answer to an item is to be
 * confirmed; importance and targets (M9) are no observations and go on as they stand. Undefined while it is open.
 */
export function copyCheck(
	db: Db,
	hash: Hash,
	check: Check,
	today: string
): Promise<{ id: string; code: string } | undefined> {
	return db.write((writer) => {
		if (finding(writer).byId.get({ id: check.id })?.state !== 'closed') return undefined;
		const copy = insertCheck(writer, hash, pickNew(check), today);
		for (const { questionId, value } of readAnswers(writer, check.id)) {
			const toBeConfirmed = !isCriterionId(questionId);
			writer.insert(answer).values({ assessmentId: copy.id, questionId, revision: 1, value, toBeConfirmed }).run();
		}
		return copy;
	});
}

function pickNew({ instrumentId, instrumentVersion, variant, scope, profile }: Check): NewCheck {
	return { instrumentId, instrumentVersion, variant, scope, profile };
}
