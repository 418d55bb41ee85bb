import { statSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database.ts';
import type { Db } from './open.ts';
import { heartbeat } from './schema.ts';

const PAGE = 4096 + 24;
const logSize = (file: string) => statSync(`${file}-wal`).size / PAGE;

/** Writes a value over as many pages; the next call writes over the same ones. */
const fill = (db: Db, pages: number) =>
	db.write((writer) => {
		writer.run('CREATE TABLE IF NOT EXISTS filler (id integer PRIMARY KEY, content blob)');
		writer.run(`INSERT OR REPLACE INTO filler VALUES (1, randomblob(${pages} * 4096))`);
	});
const beat = (db: Db) => db.write((writer) => writer.insert(heartbeat).values({ beat: 1 }).run());

test('the log starts anew once it has been worth copying', async () => {
	const db = openTemporaryDatabase();
	for (let round = 0; round < 5; round++) await fill(db, 1100);
	expect(logSize(db.file)).toBeLessThan(2500);
});

test('the log is emptied when nobody has saved for a while', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	onTestFinished(() => void vi.useRealTimers());
	const db = openTemporaryDatabase();
	await beat(db);
	expect(logSize(db.file)).toBeGreaterThan(0);
	vi.advanceTimersByTime(1000);
	expect(logSize(db.file)).toBe(0);
});

test('a reader defers emptying, until it has finished', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	onTestFinished(() => void vi.useRealTimers());
	const db = openTemporaryDatabase();
	const reader = holdView(db.file);
	await beat(db);
	vi.advanceTimersByTime(1000);
	expect(logSize(db.file)).toBeGreaterThan(0);
	reader.close();
	vi.advanceTimersByTime(1000);
	expect(logSize(db.file)).toBe(0);
});

test('when a reader lets the log grow too long, saves wait for it and none fails', async () => {
	const db = openTemporaryDatabase();
	await fill(db, 1);
	const reader = holdView(db.file);
	await fill(db, 9000);
	let isSaved = false;
	const save = beat(db).then(() => (isSaved = true));
	for (let turn = 0; turn < 20; turn++) await setImmediate();
	expect(isSaved).toBe(false);
	reader.close();
	await save;
	expect(logSize(db.file)).toBeLessThan(10);
});

test('closing does not wait for a reader, and keeps what was saved', async () => {
	const db = openTemporaryDatabase();
	const reader = holdView(db.file);
	await beat(db);
	db.close();
	expect(reader.prepare('SELECT count(*) FROM heartbeat').pluck().get(), 'its view stays').toBe(0);
	reader.exec('COMMIT');
	expect(reader.prepare('SELECT count(*) FROM heartbeat').pluck().get()).toBe(1);
	reader.close();
});

/** A connection of another program that holds its view of the database. */
function holdView(file: string) {
	const reader = new Database(file, { readonly: true });
	reader.exec('BEGIN');
	reader.prepare('SELECT count(*) FROM sqlite_master').get();
	return reader;
}
