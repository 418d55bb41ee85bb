import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { storeCheck } from '../../../tests/support/stored-check.ts';
import { openTemporaryDatabase, temporaryFolder } from '../../../tests/support/temporary-database.ts';
import { saveAnswers, findAnswers } from '#lib/server/checks/answers.ts';
import { backUp, expireBackups } from './backup.ts';
import { openDatabase } from './db/open.ts';

const NOW = new Date('2026-11-25T09:30:00Z');

async function filled() {
	const db = openTemporaryDatabase();
	const id = await storeCheck(db);
	await saveAnswers(db, id, [{ questionId: 'D1.1', revision: 1, value: { rating: 3 } }], '2026-11-25');
	return { db, id, folder: join(temporaryFolder(), 'backups') };
}

test('a backup taken while the database is open opens and holds what was confirmed', async () => {
	const { db, id, folder } = await filled();
	const target = backUp(db.file, folder, NOW);
	expect(readdirSync(folder)).toEqual(['test.db.2026-11-25T09-30-00Z.backup']);
	expect(statSync(target).mode & 0o777).toBe(0o600);
	const restored = openDatabase(target);
	expect(findAnswers(restored, id)).toMatchObject([{ questionId: 'D1.1', value: { rating: 3 } }]);
	restored.close();
});

test('a database of a stopped service can be backed up too', async () => {
	const { db, folder } = await filled();
	db.close();
	expect(() => openDatabase(backUp(db.file, folder, NOW)).close()).not.toThrow();
});

test('what was deleted before is not in the backup', async () => {
	const { db, folder } = await filled();
	await db.write((writer) => writer.run('DELETE FROM assessment'));
	const restored = openDatabase(backUp(db.file, folder, NOW));
	expect(restored.read.all('SELECT * FROM answer')).toEqual([]);
	restored.close();
});

test('a database that does not exist is not made by backing it up', () => {
	const folder = temporaryFolder();
	expect(() => backUp(join(folder, 'nothing.db'), folder, NOW)).toThrow(/unable to open/);
	expect(readdirSync(folder)).toEqual([]);
});

test('a backup that fails leaves nothing half behind', async () => {
	const { db, folder } = await filled();
	mkdirSync(join(folder, 'test.db.2026-11-25T09-30-00Z.backup', 'in the way'), { recursive: true });
	expect(() => backUp(db.file, folder, NOW)).toThrow(/EISDIR|ENOTEMPTY/);
	expect(readdirSync(folder)).toHaveLength(1);
});

test('backups are removed after 30 days, nothing else is', () => {
	const folder = temporaryFolder();
	const kept = [
		'test.db',
		'test.db-wal',
		'test.db.2026-10-26T23-59-59Z.backup',
		'test.db.2026-11-25.before-0001.backup',
		'other.db.2020-01-01T00-00-00Z.backup',
		'test.db.2020-01-01.txt',
		'test.db.backup'
	];
	const gone = ['test.db.2026-10-25T00-00-00Z.backup', 'test.db.2025-11-25.before-0001.backup'];
	[...kept, ...gone].forEach((name) => writeFileSync(join(folder, name), ''));
	expireBackups(join(folder, 'test.db'), folder, '2026-11-25');
	expect(readdirSync(folder).sort()).toEqual(kept.sort());
});
