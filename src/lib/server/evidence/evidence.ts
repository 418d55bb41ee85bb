/** Evidence of rounds: what there is of it, and how it is added, released, withdrawn and deleted. */
import { and, asc, count, eq, inArray, isNotNull, sum } from 'drizzle-orm';
import {
	fitsQuota,
	PER_ITEM_MOST,
	type Evidence,
	type EvidenceContent,
	type EvidenceEntry
} from '#lib/domain/evidence/evidence.ts';
import { may } from '#lib/domain/access.ts';
import { randomToken } from '#lib/server/checks/checks.ts';
import type { Db, Reader, Writer } from '#lib/server/db/open.ts';
import { evidence } from '#lib/server/db/schema-evidence.ts';
import { assessment } from '#lib/server/db/schema.ts';
import { note } from '#lib/server/municipalities/audit.ts';
import { readRound } from '#lib/server/rounds/rounds.ts';
import { discardFile, evidenceFolder, keepFile, settleFile } from './files.ts';

/** Whose round it is, who acts, and when. */
export interface EvidenceDeed {
	key: string;
	roundId: string;
	userId: string | undefined;
	today: string;
}

type Row = typeof evidence.$inferSelect;

function contentOf({ kind, content, fileType, bytes }: Row): EvidenceContent {
	if (kind === 'file' && fileType) return { kind, type: fileType, bytes };
	return kind === 'link' ? { kind, link: content } : { kind: 'note', note: content };
}

function asEvidence(row: Row): Evidence {
	const { id, itemId, title, date, page, addedOn, releasedOn } = row;
	return { id, item: itemId, title, date, page, addedOn, releasedOn, content: contentOf(row) };
}

/** All evidence of a round, by item and day. */
export function findEvidence(db: Db, roundId: string): Evidence[] {
	return readEvidence(db.read, roundId);
}

export function readEvidence(reader: Reader, roundId: string): Evidence[] {
	const { itemId, addedOn, title, id } = evidence;
	const order = [asc(itemId), asc(addedOn), asc(title), asc(id)];
	return reader
		.select()
		.from(evidence)
		.where(eq(evidence.assessmentId, roundId))
		.orderBy(...order)
		.all()
		.map(asEvidence);
}

/** One piece of this round of this municipality. */
export function readPiece(
	reader: Reader,
	{ key, roundId, id }: Pick<EvidenceDeed, 'key' | 'roundId'> & { id: string }
): Evidence | undefined {
	const ofRound = and(eq(evidence.id, id), eq(evidence.assessmentId, roundId), eq(assessment.municipalityKey, key));
	const found = reader
		.select({ row: evidence })
		.from(evidence)
		.innerJoin(assessment, eq(assessment.id, evidence.assessmentId))
		.where(ofRound)
		.get();
	return found && asEvidence(found.row);
}

/** Bytes of all files of a municipality. */
export function usedBytes(reader: Reader, key: string): number {
	const found = reader
		.select({ used: sum(evidence.bytes).mapWith(Number) })
		.from(evidence)
		.innerJoin(assessment, eq(assessment.id, evidence.assessmentId))
		.where(eq(assessment.municipalityKey, key))
		.get();
	return found?.used ?? 0;
}

/** `phase`: nothing is collected in this round now; `many`: the item has as many as it may; `quota`: the files are too many. */
export type EvidenceRefused = { refused: 'phase' | 'many' | 'quota' };

/** What is added; a file has arrived (`receiveFile`). */
export type NewContent = Exclude<EvidenceContent, { kind: 'file' }> | (EvidenceContent & { kind: 'file'; id: string });

/** Adds a piece. An arrived file is kept with its row, or removed where there will be none. */
export async function addEvidence(
	db: Db,
	entry: EvidenceEntry,
	content: NewContent,
	deed: EvidenceDeed
): Promise<{ id: string } | EvidenceRefused> {
	if (content.kind !== 'file') return db.write((writer) => insert(writer, randomToken(), entry, content, deed));
	const folder = evidenceFolder(db.file);
	let stored = false;
	try {
		keepFile(folder, content.id);
		const outcome = await db.write((writer) => insert(writer, content.id, entry, content, deed));
		stored = 'id' in outcome;
		return outcome;
	} finally {
		if (stored) settleFile(content.id);
		else discardFile(folder, content.id);
	}
}

function insert(writer: Writer, id: string, entry: EvidenceEntry, content: EvidenceContent, deed: EvidenceDeed) {
	const { key, roundId, userId, today } = deed;
	const round = readRound(writer, roundId);
	if (round?.municipalityKey !== key || !may('organiser', 'collectEvidence', round.phase))
		return { refused: 'phase' } as const;
	const { item, ...more } = entry;
	const ofItem = and(eq(evidence.assessmentId, roundId), eq(evidence.itemId, item));
	const present = writer.select({ count: count() }).from(evidence).where(ofItem).get()?.count ?? 0;
	if (present >= PER_ITEM_MOST) return { refused: 'many' } as const;
	const bytes = content.kind === 'file' ? content.bytes : 0;
	if (bytes > 0 && !fitsQuota(usedBytes(writer, key), bytes)) return { refused: 'quota' } as const;
	const text = content.kind === 'link' ? content.link : content.kind === 'note' ? content.note : '';
	const fileType = content.kind === 'file' ? content.type : null;
	const values = { kind: content.kind, content: text, fileType, bytes, addedBy: userId, addedOn: today };
	writer
		.insert(evidence)
		.values({ id, assessmentId: roundId, itemId: item, ...more, ...values })
		.run();
	note(writer, { municipalityKey: key, userId, event: 'evidence_added', subject: id }, today);
	return { id };
}

/** Deletes a piece with its file, also from what a restore brings back; false where the round has none of this id. */
export async function deleteEvidence(
	db: Db,
	id: string,
	{ key, roundId, userId, today }: EvidenceDeed
): Promise<boolean> {
	const deleted = await db.write((writer) => {
		if (!readPiece(writer, { key, roundId, id })) return false;
		writer.delete(evidence).where(eq(evidence.id, id)).run();
		note(writer, { municipalityKey: key, userId, event: 'evidence_deleted', subject: id }, today);
		return true;
	});
	if (!deleted) return false;
	db.deletions.add('evidence', [id], today);
	discardFile(evidenceFolder(db.file), id);
	return true;
}

/** Releases pieces of a round for review, and withdraws others at once, also after a restore. Unknown ids are passed over. */
export async function changeReleases(
	db: Db,
	{ release, withdraw }: { release: readonly string[]; withdraw: readonly string[] },
	{ key, roundId, userId, today }: EvidenceDeed
): Promise<void> {
	const ended = await db.write((writer) => {
		if (readRound(writer, roundId)?.municipalityKey !== key) return [];
		const ofRound = eq(evidence.assessmentId, roundId);
		const told = (event: 'evidence_released' | 'evidence_withdrawn', subject: string) =>
			note(writer, { municipalityKey: key, userId, event, subject }, today);
		const chosen = (ids: readonly string[]) =>
			writer
				.select({ id: evidence.id, release: evidence.release })
				.from(evidence)
				.where(and(ofRound, inArray(evidence.id, [...ids])))
				.all();
		for (const { id } of chosen(release).filter((one) => one.release === null)) {
			const values = { release: randomToken(), releasedOn: today };
			writer.update(evidence).set(values).where(eq(evidence.id, id)).run();
			told('evidence_released', id);
		}
		const withdrawn = chosen(withdraw).flatMap((one) => (one.release === null ? [] : [{ ...one, was: one.release }]));
		for (const { id } of withdrawn) {
			writer.update(evidence).set({ release: null, releasedOn: null }).where(eq(evidence.id, id)).run();
			told('evidence_withdrawn', id);
		}
		return withdrawn.map(({ was }) => was);
	});
	db.deletions.add('evidenceRelease', ended, today);
}

/** The released evidence of a round on some of its items. */
export function readReleased(reader: Reader, roundId: string, items: readonly string[]): Evidence[] {
	const released = and(
		...[eq(evidence.assessmentId, roundId), isNotNull(evidence.release), inArray(evidence.itemId, [...items])]
	);
	return reader
		.select()
		.from(evidence)
		.where(released)
		.orderBy(asc(evidence.itemId), asc(evidence.title))
		.all()
		.map(asEvidence);
}

/** One released piece of a round. */
export function readReleasedPiece(reader: Reader, roundId: string, id: string): Evidence | undefined {
	const released = and(eq(evidence.id, id), eq(evidence.assessmentId, roundId), isNotNull(evidence.release));
	const row = reader.select().from(evidence).where(released).get();
	return row && asEvidence(row);
}
