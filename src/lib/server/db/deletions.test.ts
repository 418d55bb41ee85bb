import {
	appendFileSync,
	chmodSync,
	existsSync,
	mkdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { storeCheck } from '../../../../tests/support/stored-check.ts';
import { openTemporaryDatabase, temporaryFolder } from '../../../../tests/support/temporary-database.ts';
import { deletionsFile, mergeDeletions } from './deletions.ts';
import { openDatabase } from './open.ts';
import { assessment } from './schema.ts';
import { NOTHING_REPLAYED } from './replay-deletions.ts';

const HASH = 'A'.repeat(43);
const DAY = '2026-11-25';
const lines = (file: string) => readFileSync(file, 'utf8').split('\n').filter(Boolean);

/** A database with a check that is on the list of deletions and still, or again, there; and one that is not. */
async function withDeletedCheck() {
	const db = openTemporaryDatabase();
	const gone = await storeCheck(db);
	const kept = await storeCheck(db, { shareHash: 'kept link' });
	const shared = await storeCheck(db, { shareHash: 'ended link' });
	db.deletions.add('check', [gone], DAY);
	db.deletions.add('link', ['ended link'], DAY);
	return { db, gone, kept, shared, list: deletionsFile(db.file) };
}

test('what is on the list is taken away when the database is opened, nothing else is', async () => {
	const { db, kept, shared } = await withDeletedCheck();
	await db.write((writer) => writer.run(`INSERT INTO answer SELECT id, 'D1', 1, '{}', 0 FROM assessment`));
	db.close();
	const again = openDatabase(db.file);
	expect(again.deletions.replayed).toEqual({ ...NOTHING_REPLAYED, check: 1, link: 1 });
	const left = again.read.select({ id: assessment.id, link: assessment.shareHash }).from(assessment).all();
	expect(left).toHaveLength(2);
	expect(left).toEqual(
		expect.arrayContaining([
			{ id: kept, link: 'kept link' },
			{ id: shared, link: null }
		])
	);
	expect(again.read.all('SELECT * FROM answer')).toHaveLength(2);
	again.close();
	const third = openDatabase(db.file);
	expect(third.deletions.replayed).toEqual(NOTHING_REPLAYED);
	third.close();
});

test('the list says nothing about whom it names, and only its owner can read it', async () => {
	const { gone, list } = await withDeletedCheck();
	expect(readFileSync(list, 'utf8')).not.toContain(gone);
	expect(lines(list)).toEqual([
		expect.stringMatching(/^2026-11-25 check [\w-]{43}$/),
		expect.stringMatching(/^2026-11-25 link [\w-]{43}$/)
	]);
	expect(statSync(list).mode & 0o777).toBe(0o600);
});

test('a line that a crash has cut spoils neither the ones before nor the next', async () => {
	const { db, list } = await withDeletedCheck();
	appendFileSync(list, '2026-11-25 che');
	db.close();
	const again = openDatabase(db.file);
	expect(again.deletions.replayed.check).toBe(1);
	const more = await storeCheck(again);
	again.deletions.add('check', [more], DAY);
	again.close();
	const third = openDatabase(db.file);
	expect(third.deletions.replayed.check).toBe(1);
	third.close();
});

test('what cannot be written is written as soon as it can', async () => {
	const { db, list } = await withDeletedCheck();
	rmSync(list);
	mkdirSync(list);
	db.deletions.add('check', ['one'], DAY);
	db.deletions.add('check', ['two'], DAY);
	expect(db.deletions.write()).toBe(false);
	rmSync(list, { recursive: true });
	expect(db.deletions.write()).toBe(true);
	expect(lines(list)).toHaveLength(2);
	expect(db.deletions.write()).toBe(true);
	expect(lines(list), 'once').toHaveLength(2);
});

test('entries leave the list after their time, also those of a clock that had gone back not before', async () => {
	const { db, list } = await withDeletedCheck();
	db.deletions.add('check', ['deleted by a clock that is wrong'], '2020-01-01');
	db.deletions.trim(DAY);
	expect(lines(list)).toHaveLength(3);
	db.deletions.trim('2026-11-26');
	expect(lines(list)).toEqual([]);
	db.deletions.add('check', ['x'], DAY);
	expect(lines(list)).toHaveLength(1);
});

test('no list, or an unreadable line in it, harms nobody', () => {
	const db = openTemporaryDatabase();
	expect(existsSync(deletionsFile(db.file))).toBe(false);
	db.close();
	writeFileSync(deletionsFile(db.file), `nonsense\n2026-11-25 check short\n2026-11-25 person ${HASH}\n`);
	const again = openDatabase(db.file);
	expect(again.deletions.replayed).toEqual(NOTHING_REPLAYED);
	again.close();
});

test('lists are merged, each entry once', () => {
	const folder = temporaryFolder();
	const [one, other] = [join(folder, 'one'), join(folder, 'other')];
	mergeDeletions(one, other);
	expect(existsSync(other)).toBe(false);
	writeFileSync(one, `2026-11-25 check ${HASH}\n2026-11-26 link ${HASH}\n2026-11-2`);
	writeFileSync(other, `2026-11-24 check ${HASH}\n2026-11-25 check ${HASH}\n`);
	chmodSync(other, 0o600);
	mergeDeletions(one, other);
	expect(lines(other)).toEqual([`2026-11-24 check ${HASH}`, `2026-11-25 check ${HASH}`, `2026-11-26 link ${HASH}`]);
	expect(statSync(other).mode & 0o777).toBe(0o600);
});
