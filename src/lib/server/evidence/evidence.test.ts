import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { eq } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { PER_ITEM_MOST, QUOTA } from '#lib/domain/evidence/evidence.ts';
import { backUp } from '#lib/server/backup.ts';
import { openDatabase, type Db } from '#lib/server/db/open.ts';
import { evidence } from '#lib/server/db/schema-evidence.ts';
import { assessment } from '#lib/server/db/schema.ts';
import { restoreBackup } from '#lib/server/restore.ts';
import { deleteRound } from '#lib/server/rounds/rounds.ts';
import { PDF, WHOLE } from '../../../../tests/support/evidence-files.ts';
import { makeRound, roundPlace } from '../../../../tests/support/making-rounds.ts';
import { openTemporaryDatabase, temporaryFolder } from '../../../../tests/support/temporary-database.ts';
import {
	addEvidence,
	changeReleases,
	deleteEvidence,
	findEvidence,
	readPiece,
	readReleased,
	usedBytes
} from './evidence.ts';
import { evidenceFile, evidenceFolder, receiveFile, type ArrivedFile } from './files.ts';
import { openEvidenceFile } from './reading.ts';
import { missingFiles, sweepEvidence, tendEvidence } from './sweep.ts';

const TODAY = '2027-02-01';
const ENTRY = { item: 'D1.1', title: 'Leitbild', date: '2026-05-01', page: 'S. 3' };
const NOTE = { kind: 'note', note: 'Akte 3' } as const;

async function madeRound(db: Db, phase: 'closed' | 'collecting' = 'closed') {
	const id = await makeRound(db, {});
	await db.write((writer) => writer.run(`UPDATE round SET phase = '${phase}' WHERE assessment_id = '${id}'`));
	return { roundId: id, key: roundPlace.key, userId: undefined, today: TODAY };
}

async function arrive(db: Db, content: Uint8Array): Promise<ArrivedFile> {
	const arrived = await receiveFile(evidenceFolder(db.file), Readable.from([content]));
	if (typeof arrived === 'string') throw new Error(arrived);
	return arrived;
}

async function addFile(
	db: Db,
	deed: Awaited<ReturnType<typeof madeRound>>,
	content: Uint8Array = PDF
): Promise<string> {
	const added = await addEvidence(db, ENTRY, { kind: 'file', ...(await arrive(db, content)) }, deed);
	if ('refused' in added) throw new Error(added.refused);
	return added.id;
}

const filesOf = (db: Db) => (existsSync(evidenceFolder(db.file)) ? readdirSync(evidenceFolder(db.file)) : []);

test('a file lies under a random name that only the service may read, and comes back as it was', async () => {
	const db = openTemporaryDatabase();
	const deed = await madeRound(db);
	const id = await addFile(db, deed, WHOLE.docx);
	expect(filesOf(db)).toEqual([id]);
	expect(statSync(evidenceFile(evidenceFolder(db.file), id)).mode & 0o777).toBe(0o600);
	expect(findEvidence(db, deed.roundId)).toEqual([
		{
			...ENTRY,
			...{ id, addedOn: TODAY, releasedOn: null },
			content: { kind: 'file', type: 'docx', bytes: WHOLE.docx.length }
		}
	]);
	const opened = await openEvidenceFile(db, id);
	expect(opened?.size).toBe(WHOLE.docx.length);
	expect(Buffer.from(await new Response(opened?.content).arrayBuffer())).toEqual(WHOLE.docx);
	expect(usedBytes(db.read, deed.key)).toBe(WHOLE.docx.length);
});

test.each([
	['type', Buffer.from('<!doctype html><script>alert(1)</script>')],
	['empty', Buffer.alloc(0)],
	['tooLarge', Buffer.concat([PDF, Buffer.alloc(20 * 1024 * 1024)])]
] as const)('what may not be stored leaves nothing behind: %s', async (refusal, content) => {
	const db = openTemporaryDatabase();
	expect(await receiveFile(evidenceFolder(db.file), Readable.from([content]))).toBe(refusal);
	expect(filesOf(db)).toEqual([]);
});

test('a name that leads elsewhere is no id', async () => {
	const db = openTemporaryDatabase();
	for (const id of ['../test.db', '..', '', 'a/b', '../../../etc/passwd-xxxxx']) {
		expect(() => evidenceFile(evidenceFolder(db.file), id)).toThrow(RangeError);
		expect(readPiece(db.read, { key: roundPlace.key, roundId: 'x', id })).toBeUndefined();
	}
});

test('files of a municipality may fill its space and no more; links and notes take none', async () => {
	const db = openTemporaryDatabase();
	const deed = await madeRound(db);
	const first = await addFile(db, deed);
	const fill = { bytes: QUOTA - 2 * PDF.length };
	await db.write((writer) => writer.update(evidence).set(fill).where(eq(evidence.id, first)).run());
	const second = await addFile(db, deed);
	await db.write((writer) =>
		writer
			.update(evidence)
			.set({ bytes: PDF.length + 1 })
			.where(eq(evidence.id, second))
			.run()
	);
	const arrived = await arrive(db, PDF);
	expect(await addEvidence(db, ENTRY, { kind: 'file', ...arrived }, deed)).toEqual({ refused: 'quota' });
	expect(filesOf(db).toSorted()).toEqual([first, second].toSorted());
	expect(await addEvidence(db, ENTRY, NOTE, deed)).toHaveProperty('id');
});

test('an item has room for some pieces, and for one more once one is deleted', async () => {
	const db = openTemporaryDatabase();
	const deed = await madeRound(db);
	for (let count = 0; count < PER_ITEM_MOST; count++) await addEvidence(db, ENTRY, NOTE, deed);
	expect(await addEvidence(db, ENTRY, NOTE, deed)).toEqual({ refused: 'many' });
	expect(await addEvidence(db, { ...ENTRY, item: 'D1.2' }, NOTE, deed)).toHaveProperty('id');
	const [piece] = findEvidence(db, deed.roundId);
	await deleteEvidence(db, piece?.id ?? '', deed);
	expect(await addEvidence(db, ENTRY, NOTE, deed)).toHaveProperty('id');
});

test('nothing is added before the consensus, to rounds of others, or with a file that then stays', async () => {
	const db = openTemporaryDatabase();
	const deed = await madeRound(db, 'collecting');
	const file = async () => ({ kind: 'file', ...(await arrive(db, PDF)) }) as const;
	expect(await addEvidence(db, ENTRY, await file(), deed)).toEqual({ refused: 'phase' });
	const closed = await madeRound(db);
	expect(await addEvidence(db, ENTRY, await file(), { ...closed, key: '05998999' })).toEqual({ refused: 'phase' });
	expect(filesOf(db)).toEqual([]);
});

test('a piece of another round or municipality is neither read nor deleted nor released', async () => {
	const db = openTemporaryDatabase();
	const [deed, other] = [await madeRound(db), await madeRound(db)];
	const id = await addFile(db, deed);
	for (const foreign of [{ ...deed, key: '05998999' }, other]) {
		expect(readPiece(db.read, { ...foreign, id })).toBeUndefined();
		expect(await deleteEvidence(db, id, foreign)).toBe(false);
		await changeReleases(db, { release: [id], withdraw: [] }, foreign);
	}
	expect(findEvidence(db, deed.roundId)).toMatchObject([{ id, releasedOn: null }]);
	expect(filesOf(db)).toEqual([id]);
});

test('consultants get what is released, as long as it is', async () => {
	const db = openTemporaryDatabase();
	const deed = await madeRound(db);
	const id = await addFile(db, deed);
	await addEvidence(db, ENTRY, NOTE, deed);
	const released = () => readReleased(db.read, deed.roundId, ['D1.1']).map((piece) => piece.id);
	expect(released()).toEqual([]);
	await changeReleases(db, { release: [id, 'unknown'], withdraw: [] }, deed);
	expect(released()).toEqual([id]);
	expect(readReleased(db.read, deed.roundId, ['D1.2'])).toEqual([]);
	await changeReleases(db, { release: [], withdraw: [id] }, deed);
	expect(released()).toEqual([]);
});

test('files go with their piece, their round and their municipality', async () => {
	const db = openTemporaryDatabase();
	const [deed, other] = [await madeRound(db), await madeRound(db)];
	const [single, ofRound, ofMunicipality] = [
		await addFile(db, deed),
		await addFile(db, deed),
		await addFile(db, other)
	];
	await deleteEvidence(db, single, deed);
	expect(filesOf(db).toSorted()).toEqual([ofRound, ofMunicipality].toSorted());
	await deleteRound(db, temporaryFolder(), deed.roundId, { today: TODAY });
	expect(filesOf(db)).toEqual([ofMunicipality]);
	await db.write((writer) => writer.delete(assessment).run());
	expect(sweepEvidence(db)).toBe(1);
	expect(filesOf(db)).toEqual([]);
});

test('what a crash leaves is swept away at the start, and nothing else; what is missing is told', async () => {
	const db = openTemporaryDatabase();
	const deed = await madeRound(db);
	const [kept, lost] = [await addFile(db, deed), await addFile(db, deed)];
	const folder = evidenceFolder(db.file);
	writeFileSync(join(folder, 'a'.repeat(22)), PDF);
	writeFileSync(join(folder, `${'b'.repeat(22)}.part`), PDF.subarray(0, 5));
	writeFileSync(join(folder, 'README'), 'not ours');
	const arriving = await arrive(db, PDF);
	await deleteFile(folder, lost);
	const told = tendEvidence(db);
	expect(filesOf(db).toSorted()).toEqual([kept, 'README', `${arriving.id}.part`].toSorted());
	expect(missingFiles(db)).toEqual([lost]);
	expect(told.join()).toContain(lost);
	expect(await openEvidenceFile(db, lost)).toBeUndefined();
});

async function deleteFile(folder: string, id: string) {
	const { rm } = await import('node:fs/promises');
	await rm(evidenceFile(folder, id));
}

test('a backup brings files back that were lost, and neither what was deleted nor a release that was withdrawn', async () => {
	const folder = temporaryFolder();
	const file = join(folder, 'data', 'standort.db');
	let db = openDatabase(file);
	onTestFinished(() => db.close());
	const deed = await madeRound(db);
	const [deleted, withdrawn, lost] = [await addFile(db, deed), await addFile(db, deed), await addFile(db, deed)];
	await changeReleases(db, { release: [withdrawn, lost], withdraw: [] }, deed);
	const backup = backUp(file, join(folder, 'backups'), new Date());
	await deleteEvidence(db, deleted, deed);
	await changeReleases(db, { release: [], withdraw: [withdrawn] }, deed);
	const later = await addFile(db, deed);
	db.close();
	await deleteFile(evidenceFolder(file), lost);

	const { replayed } = restoreBackup(backup, file, new Date());
	expect(replayed).toMatchObject({ evidence: 1, evidenceRelease: 1 });
	db = openDatabase(file);
	expect(tendEvidence(db)).toHaveLength(1);
	expect(findEvidence(db, deed.roundId).map(({ id, releasedOn }) => [id, releasedOn !== null])).toEqual(
		[[withdrawn, false] as const, [lost, true] as const].toSorted(([a], [b]) => (a < b ? -1 : 1))
	);
	expect(filesOf(db).toSorted()).toEqual([withdrawn, lost].toSorted());
	expect(filesOf(db)).not.toContain(later);
	expect(readFileSync(evidenceFile(evidenceFolder(file), lost))).toEqual(PDF);
});
