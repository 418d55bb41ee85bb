import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { readMigrationFiles, type MigrationMeta } from 'drizzle-orm/migrator';
import { copyDatabase } from './copy-database.ts';
import { StartRefusal } from './start-refusal.ts';

const LEDGER = '__drizzle_migrations';

/** The folder `drizzle` of the program: the nearest one above this file, in the sources as in the build. */
export function migrationsFolder(): string {
	for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
		if (existsSync(join(folder, 'drizzle', 'meta', '_journal.json'))) return join(folder, 'drizzle');
	}
	throw new Error('The folder drizzle is missing beside the program');
}

/** What this program version has to do with a database that has been opened. */
export interface MigrationPlan {
	pending: MigrationMeta[];
	/** how many migrations are done; 0 for an empty file */
	done: number;
}

/**
 * Compares a database with the migrations of this program version; changes nothing.
 * @throws StartRefusal `foreign` or `newer`
 */
export function planMigration(client: Database.Database, file: string, folder: string): MigrationPlan {
	const migrations = readMigrationFiles({ migrationsFolder: folder });
	const tables = client.prepare('SELECT name FROM sqlite_master').pluck().all();
	if (tables.length > 0 && !tables.includes(LEDGER)) throw new StartRefusal('foreign', file);
	const done = tables.length === 0 ? [] : client.prepare(`SELECT hash FROM ${LEDGER}`).pluck().all();
	const known = migrations.map(({ hash }) => hash);
	if (done.some((hash) => !known.includes(String(hash)))) throw new StartRefusal('newer', file);
	return { pending: migrations.filter(({ hash }) => !done.includes(hash)), done: done.length };
}

/**
 * Carries out what is pending in one transaction, after a copy of the file beside it (none of an empty one). Foreign
 * keys are off meanwhile, because rebuilding a table would delete its children by cascade, and checked at the end.
 * @param day of the copy's name, so that repeated attempts of one day do not fill the disk
 * @throws StartRefusal `migrationFailed`; the file then is as it was
 */
export function migrate(client: Database.Database, file: string, { pending, done }: MigrationPlan, day: string): void {
	if (pending.length === 0) return;
	client.pragma('foreign_keys = OFF');
	try {
		if (done > 0) copyDatabase(client, `${file}.${day}.before-${String(done).padStart(4, '0')}.backup`);
		client.transaction(() => carryOut(client, pending)).immediate();
	} catch (error) {
		throw new StartRefusal('migrationFailed', error instanceof Error ? error.message : String(error), { cause: error });
	} finally {
		client.pragma('foreign_keys = ON');
	}
}

function carryOut(client: Database.Database, pending: MigrationMeta[]) {
	client.exec(`CREATE TABLE IF NOT EXISTS ${LEDGER} (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)`);
	const enter = client.prepare(`INSERT INTO ${LEDGER} (hash, created_at) VALUES (?, ?)`);
	for (const { sql, hash, folderMillis } of pending) {
		sql.forEach((statement) => client.exec(statement));
		enter.run(hash, folderMillis);
	}
	const orphans = client.pragma('foreign_key_check') as { table: string }[];
	if (orphans[0]) throw new Error(`${orphans.length} rows without parent, first in ${orphans[0].table}`);
}
