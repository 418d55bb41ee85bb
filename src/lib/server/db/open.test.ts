import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { storeCheck } from '../../../../tests/support/stored-check.ts';
import { openTemporaryDatabase, temporaryFolder } from '../../../../tests/support/temporary-database.ts';
import { refuseOldSqlite, refuseUnsynced } from './inspect.ts';
import { openDatabase } from './open.ts';
import { heartbeat } from './schema.ts';

const refusal = (reason: string) => expect.objectContaining({ name: 'StartRefusal', reason });

test('a new file is made with its folder, synced at every commit, and kept from the second start on', async () => {
	const file = join(temporaryFolder(), 'new', 'folder', 'test.db');
	const first = openDatabase(file);
	await first.write((writer) => {
		expect(writer.get('PRAGMA synchronous')).toEqual({ synchronous: 2 });
		expect(writer.get('PRAGMA foreign_keys')).toEqual({ foreign_keys: 1 });
		expect(writer.get('PRAGMA secure_delete')).toEqual({ secure_delete: 1 });
		writer.insert(heartbeat).values({ id: 1, beat: 7 }).run();
	});
	first.close();
	const second = openDatabase(file);
	expect(second.read.select().from(heartbeat).get()).toEqual({ id: 1, beat: 7 });
	second.close();
});

test('file and log can be read by their owner only', async () => {
	const db = openTemporaryDatabase();
	await storeCheck(db);
	expect([db.file, `${db.file}-wal`].map((path) => statSync(path).mode & 0o777)).toEqual([0o600, 0o600]);
});

test('the reader cannot write', () => {
	const db = openTemporaryDatabase();
	expect(() => db.read.insert(heartbeat).values({ id: 1, beat: 1 }).run()).toThrow(/readonly/);
});

test('answers lie in their key, without a second tree of row numbers', () => {
	const db = openTemporaryDatabase();
	const tables = ['answer', 'invitation', 'response', 'response_answer', 'ballot', 'contact_offer'];
	const sql = tables.map(
		(name) => db.read.get<{ sql: string }>(`SELECT sql FROM sqlite_master WHERE name = '${name}'`).sql
	);
	expect(sql.every((text) => text.endsWith('WITHOUT ROWID'))).toBe(true);
});

test('an answer without a check is refused, and a check takes its answers along', async () => {
	const db = openTemporaryDatabase();
	const insert = (id: string) => `INSERT INTO answer VALUES ('${id}', 'D1', 1, '{}', 0)`;
	await expect(db.write((writer) => writer.run(insert('nobody')))).rejects.toMatchObject({
		cause: { code: 'SQLITE_CONSTRAINT_FOREIGNKEY' }
	});
	const id = await storeCheck(db);
	await db.write((writer) => writer.run(insert(id)));
	await db.write((writer) => writer.run('DELETE FROM assessment'));
	expect(db.read.all('SELECT * FROM answer')).toEqual([]);
});

test('after closing there is one file, and the log is gone', async () => {
	const db = openTemporaryDatabase();
	await storeCheck(db);
	expect(statSync(`${db.file}-wal`).size).toBeGreaterThan(0);
	db.close();
	expect(existsSync(`${db.file}-wal`)).toBe(false);
});

test('what is deleted is overwritten in the file', async () => {
	const db = openTemporaryDatabase();
	await storeCheck(db, { seed: 'unmistakable'.repeat(20) });
	await db.write((writer) => writer.run('DELETE FROM assessment'));
	db.close();
	expect(readFileSync(db.file).includes('unmistakable')).toBe(false);
});

test('a second writer is refused until the first has closed, a reader is not', () => {
	const db = openTemporaryDatabase();
	expect(() => openDatabase(db.file)).toThrow(refusal('inUse'));
	const reader = new Database(db.file, { readonly: true });
	expect(reader.prepare('SELECT count(*) FROM answer').pluck().get()).toBe(0);
	reader.close();
	db.close();
	expect(() => openDatabase(db.file).close()).not.toThrow();
});

test('a file that is no database is refused and left as it is', () => {
	const file = join(temporaryFolder(), 'test.db');
	writeFileSync(file, 'no database at all\n'.repeat(1000));
	const before = readFileSync(file);
	expect(() => openDatabase(file)).toThrow(refusal('corrupted'));
	expect(readFileSync(file)).toEqual(before);
});

test('a damaged database is refused and left as it is', async () => {
	const db = openTemporaryDatabase();
	for (let round = 0; round < 50; round++) await storeCheck(db, { seed: 'x'.repeat(1000) });
	db.close();
	const bytes = readFileSync(db.file);
	bytes.fill(0x5a, Math.floor(bytes.length / 8192) * 4096);
	writeFileSync(db.file, bytes);
	expect(() => openDatabase(db.file)).toThrow(refusal('corrupted'));
	expect(readFileSync(db.file)).toEqual(bytes);
});

test('a database of another program is refused and left as it is', () => {
	const file = join(temporaryFolder(), 'other.db');
	const other = new Database(file);
	other.exec('CREATE TABLE song (title text)');
	other.close();
	const before = readFileSync(file);
	expect(() => openDatabase(file)).toThrow(refusal('foreign'));
	expect(readFileSync(file)).toEqual(before);
});

test('a database of a newer version is refused', () => {
	const db = openTemporaryDatabase();
	db.close();
	const newer = new Database(db.file);
	newer.exec(`INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('from the future', 9e12)`);
	newer.close();
	expect(() => openDatabase(db.file)).toThrow(refusal('newer'));
});

test('a place where no file can be made is refused', () => {
	const folder = temporaryFolder();
	mkdirSync(join(folder, 'test.db'));
	expect(() => openDatabase(join(folder, 'test.db'))).toThrow(refusal('notReachable'));
	writeFileSync(join(folder, 'file'), '');
	expect(() => openDatabase(join(folder, 'file', 'test.db'))).toThrow(refusal('notReachable'));
});

test('a refused start leaves no lock behind', () => {
	const db = openTemporaryDatabase();
	db.close();
	const good = readFileSync(db.file);
	writeFileSync(db.file, 'no database at all\n'.repeat(1000));
	expect(() => openDatabase(db.file)).toThrow(refusal('corrupted'));
	writeFileSync(db.file, good);
	expect(() => openDatabase(db.file).close()).not.toThrow();
});

test('every refusal says what to do, in German and in English', () => {
	const file = join(temporaryFolder(), 'test.db');
	writeFileSync(file, 'no database at all\n'.repeat(1000));
	expect(() => openDatabase(file)).toThrow(/ist beschädigt[^]*Sicherung[^]*\n[^]*is corrupted[^]*backup/);
});

test.each(['3.7.0', '3.50.9', '3.51.2', '2.99.99'])('SQLite %s is too old', (version) => {
	expect(() => refuseOldSqlite(version)).toThrow(refusal('sqliteTooOld'));
});

test.each(['3.51.3', '3.52.0', '3.54.1', '4.0.0'])('SQLite %s is new enough', (version) => {
	expect(() => refuseOldSqlite(version)).not.toThrow();
});

test.each([
	['the log is synced at checkpoints only', 'journal_mode = WAL', 'synchronous = NORMAL'],
	['nothing is synced', 'journal_mode = WAL', 'synchronous = OFF'],
	['there is no write-ahead log', 'journal_mode = DELETE', 'synchronous = FULL']
])('a writer is refused where %s', (_, ...pragmas) => {
	const client = new Database(join(temporaryFolder(), 'test.db'));
	pragmas.forEach((pragma) => client.pragma(pragma));
	expect(() => refuseUnsynced(client, 'test.db')).toThrow(refusal('notDurable'));
	client.close();
});
