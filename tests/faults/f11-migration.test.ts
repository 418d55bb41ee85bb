import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openDatabase } from '#lib/server/db/open.ts';
import { makeMigrations } from '../support/migrations.ts';
import { temporaryFolder } from '../support/temporary-database.ts';
import { bundle } from './bundle.ts';

const FIRST = [
	'CREATE TABLE parent (id integer PRIMARY KEY, name text)',
	'CREATE TABLE child (id integer PRIMARY KEY, parent_id integer REFERENCES parent(id) ON DELETE CASCADE)'
];
const SECOND = [
	'CREATE TABLE new_parent (id integer PRIMARY KEY, name text NOT NULL)',
	'INSERT INTO new_parent SELECT id, name FROM parent',
	'DROP TABLE parent',
	'ALTER TABLE new_parent RENAME TO parent',
	'CREATE INDEX child_parent ON child (parent_id)'
];

/** A file of the first version with 500 parents and their children, and both versions' migrations. */
function firstVersion() {
	const folder = temporaryFolder();
	const file = join(folder, 'start', 'test.db');
	const old = makeMigrations(join(folder, 'old'), [FIRST]);
	openDatabase(file, old).close();
	const client = new Database(file);
	client.exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
		INSERT INTO parent SELECT i, 'name ' || i FROM n`);
	client.exec('INSERT INTO child SELECT id, id FROM parent');
	client.close();
	return { folder, old, current: makeMigrations(join(folder, 'current'), [FIRST, SECOND]) };
}

/** What a version of the program finds: rows with their parents, and whether the table was rebuilt. */
function open(file: string, migrations: string) {
	openDatabase(file, migrations).close();
	const client = new Database(file, { readonly: true });
	const families = client.prepare('SELECT count(*) FROM child JOIN parent ON parent.id = parent_id').pluck().get();
	const isRebuilt = String(client.prepare(`SELECT sql FROM sqlite_master WHERE name = 'parent'`).pluck().get());
	client.close();
	return { families, isRebuilt: isRebuilt.includes('NOT NULL') };
}

test(
	'a migration that is killed anywhere leaves the old version working, and its repetition works',
	{ timeout: 120_000 },
	async () => {
		const migrator = await bundle('tests/faults/migrator.ts');
		const { folder, old, current } = firstVersion();
		let kills = 0;
		let atOnceNew = 0;
		for (let done = false; !done; kills++) {
			const life = join(folder, `life-${kills}`);
			mkdirSync(life);
			cpSync(join(folder, 'start'), life, { recursive: true });
			const file = join(life, 'test.db');
			const { signal, stdout } = spawnSync(process.execPath, [migrator, file, current, String(kills)]);
			done = String(stdout).includes('done');
			expect(signal).toBe(done ? null : 'SIGKILL');
			try {
				expect(open(file, old)).toEqual({ families: 500, isRebuilt: false });
			} catch (error) {
				// Past the commit the file is the new version's, complete.
				expect(error).toMatchObject({ reason: 'newer' });
				atOnceNew++;
			}
			expect(open(file, current)).toEqual({ families: 500, isRebuilt: true });
		}
		expect(kills - atOnceNew, 'it was killed at each statement before the commit').toBeGreaterThan(SECOND.length + 10);
		expect(atOnceNew).toBeGreaterThan(0);
	}
);
