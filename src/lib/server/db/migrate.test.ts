import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { makeMigrations } from '../../../../tests/support/migrations.ts';
import { temporaryFolder } from '../../../../tests/support/temporary-database.ts';
import { migrationsFolder } from './migrate.ts';
import { openDatabase } from './open.ts';

const PARENTS = 'CREATE TABLE parent (id integer PRIMARY KEY, name text)';
const CHILDREN =
	'CREATE TABLE child (id integer PRIMARY KEY, parent_id integer REFERENCES parent(id) ON DELETE CASCADE)';
/** what drizzle-kit writes to change a column: the parent table is made anew under the same name */
const REBUILD = [
	'PRAGMA foreign_keys=OFF',
	'CREATE TABLE new_parent (id integer PRIMARY KEY, name text NOT NULL)',
	'INSERT INTO new_parent SELECT id, name FROM parent',
	'DROP TABLE parent',
	'ALTER TABLE new_parent RENAME TO parent',
	'PRAGMA foreign_keys=ON'
];

/** A file of the first version with a parent and its child. */
function firstVersion() {
	const folder = temporaryFolder();
	const file = join(folder, 'data', 'test.db');
	const first = makeMigrations(join(folder, 'first'), [[PARENTS, CHILDREN]]);
	const db = openDatabase(file, first);
	db.close();
	const client = new Database(file);
	client.exec(`INSERT INTO parent VALUES (1, 'a'); INSERT INTO child VALUES (1, 1)`);
	client.close();
	return {
		file,
		first,
		second: (steps: string[]) => makeMigrations(join(folder, 'second'), [[PARENTS, CHILDREN], steps])
	};
}

const backups = (file: string) => readdirSync(dirname(file)).filter((name) => name.endsWith('.backup'));
const query = (file: string, text: string) => {
	const client = new Database(file, { readonly: true });
	const rows = client.prepare(text).pluck().all();
	client.close();
	return rows;
};

test('rebuilding a parent table keeps its children', () => {
	const { file, second } = firstVersion();
	openDatabase(file, second(REBUILD)).close();
	expect(query(file, 'SELECT parent_id FROM child')).toEqual([1]);
	expect(query(file, `SELECT sql FROM sqlite_master WHERE name = 'parent'`)[0]).toMatch(/NOT NULL/);
});

test('a migration leaves a readable backup of before, for its owner only', () => {
	const { file, second } = firstVersion();
	openDatabase(file, second(['DELETE FROM child', 'DROP TABLE parent'])).close();
	expect(backups(file)).toEqual([expect.stringMatching(/^test\.db\.\d{4}-\d{2}-\d{2}\.before-0001\.backup$/)]);
	const backup = join(dirname(file), String(backups(file)[0]));
	expect(query(backup, 'SELECT name FROM parent')).toEqual(['a']);
	expect(statSync(backup).mode & 0o777).toBe(0o600);
});

test('an empty file needs no backup, and a file that is up to date none either', () => {
	const { file, first } = firstVersion();
	openDatabase(file, first).close();
	expect(backups(file)).toEqual([]);
});

test.each([
	['a statement that fails', ['CREATE TABLE more (id integer)', 'INSERT INTO nowhere VALUES (1)'], /nowhere/],
	['rows that lose their parent', ['DELETE FROM parent'], /1 rows without parent, first in child/]
])('after %s the file is as before, and the previous version runs', (_, steps, reason) => {
	const { file, first, second } = firstVersion();
	const attempt = () => openDatabase(file, second(steps)).close();
	expect(attempt).toThrow(reason);
	expect(attempt).toThrow(expect.objectContaining({ name: 'StartRefusal', reason: 'migrationFailed' }));
	expect(backups(file), 'repeated attempts of one day keep one backup').toHaveLength(1);
	openDatabase(file, first).close();
	expect(query(file, `SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`)).toEqual([
		'__drizzle_migrations',
		'child',
		'parent'
	]);
	expect(query(file, 'SELECT count(*) FROM child JOIN parent ON parent.id = parent_id')).toEqual([1]);
});

test('without room for the backup nothing is migrated', () => {
	const { file, first, second } = firstVersion();
	const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(new Date());
	mkdirSync(`${file}.${day}.before-0001.backup`);
	writeFileSync(join(`${file}.${day}.before-0001.backup`, 'in the way'), '');
	expect(() => openDatabase(file, second(REBUILD))).toThrow(expect.objectContaining({ reason: 'migrationFailed' }));
	openDatabase(file, first).close();
	expect(query(file, `SELECT sql FROM sqlite_master WHERE name = 'parent'`)[0]).not.toMatch(/NOT NULL/);
});

test('a migration that was changed after its release is taken for another version', () => {
	const { file, first } = firstVersion();
	const [name] = readdirSync(first).filter((each) => each.endsWith('.sql'));
	writeFileSync(join(first, String(name)), 'CREATE TABLE other (id integer)');
	expect(() => openDatabase(file, first)).toThrow(expect.objectContaining({ reason: 'newer' }));
});

test('the program’s migrations are found wherever it is started', () => {
	const directory = process.cwd();
	process.chdir('/');
	const folder = migrationsFolder();
	process.chdir(directory);
	expect(JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8'))).toMatchObject({ dialect: 'sqlite' });
});
