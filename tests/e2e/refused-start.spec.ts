/** What stops the start of the built service, as whoever runs it sees it: a sentence in two languages and an exit code. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { startBuiltServer, type BuiltServer } from '../support/built-server.ts';

let folder = '';
let running: BuiltServer | undefined;
test.beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'standort-refused-'));
	running = undefined;
});
test.afterEach(async () => {
	await running?.stop();
	rmSync(folder, { recursive: true, force: true });
});

/** Starts the service on the folder and waits for its end; `preloaded` is a program that runs before it. */
async function start(preloaded = '') {
	const options = preloaded && `--import=data:text/javascript,${encodeURIComponent(preloaded)}`;
	const child = spawn(process.execPath, ['tools/serve.mjs'], {
		stdio: ['ignore', 'ignore', 'pipe'],
		env: {
			...process.env,
			PORT: '0',
			NODE_OPTIONS: options,
			DATABASE_FILE: join(folder, 'standort.db'),
			KEY_FOLDER: join(folder, 'keys')
		}
	});
	const [complaint, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
	return { code, complaint };
}

/** A database as an earlier run of the service has left it. */
async function leaveDatabase() {
	await (await startBuiltServer({ folder })).stop();
	return join(folder, 'standort.db');
}

function change(file: string, statement: string) {
	const client = new Database(file);
	client.exec(statement);
	client.close();
}

/** Changes what SQLite answers to one statement, for faults that this machine's SQLite does not have. */
const pretend = (from: string, to: string) => `
	import { createRequire } from 'node:module';
	const { prototype } = createRequire('${process.cwd()}/tools/serve.mjs')('better-sqlite3');
	for (const name of ['prepare', 'pragma']) {
		const original = prototype[name];
		prototype[name] = function (text, ...rest) {
			return original.call(this, text === ${JSON.stringify(from)} ? ${JSON.stringify(to)} : text, ...rest);
		};
	}`;

const both = (german: RegExp, english: RegExp) => new RegExp(`${german.source}[^]*${english.source}`);

test('a corrupted database', async () => {
	const file = await leaveDatabase();
	const bytes = readFileSync(file);
	bytes.fill(0x5a, 4096 * 3);
	writeFileSync(file, bytes);
	const { code, complaint } = await start();
	expect(code).toBe(1);
	expect(complaint).toMatch(both(/ist beschädigt.*letzte Sicherung ein/, /is corrupted.*last backup/));
	expect(readFileSync(file)).toEqual(bytes);
});

test('a database of a newer version', async () => {
	change(await leaveDatabase(), `INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 9e12)`);
	const { code, complaint } = await start();
	expect(code).toBe(1);
	expect(complaint).toMatch(both(/neueren oder anderen Fassung/, /newer or other version/));
});

test('a database of another program', async () => {
	change(join(folder, 'standort.db'), 'CREATE TABLE song (title text)');
	const { code, complaint } = await start();
	expect(code).toBe(1);
	expect(complaint).toMatch(both(/eines anderen Programms/, /of another program/));
});

test('an SQLite that is too old', async () => {
	const { code, complaint } = await start(pretend('SELECT sqlite_version()', `SELECT '3.51.2'`));
	expect(code).toBe(1);
	expect(complaint).toMatch(both(/SQLite 3\.51\.2 ist zu alt.*npm ci/, /SQLite 3\.51\.2 is too old.*npm ci/));
});

test('a writer that does not sync at every commit', async () => {
	const { code, complaint } = await start(pretend('synchronous = FULL', 'synchronous = NORMAL'));
	expect(code).toBe(1);
	expect(complaint).toMatch(both(/nicht sicher speichern.*lokale Festplatte/, /cannot be stored safely.*local disk/));
});

test('a second service on the same file; the first goes on', async ({ request }) => {
	running = await startBuiltServer({ folder });
	const { code, complaint } = await start();
	expect(code).toBe(1);
	expect(complaint).toMatch(both(/schreibt schon ein anderes Programm/, /writes to the database.*already/));
	expect((await request.get(`${running.origin}/health`)).status()).toBe(200);
});

test('a key that is gone although codes depend on it', async () => {
	const file = await leaveDatabase();
	change(
		file,
		`INSERT INTO assessment (id, mode, state, instrument_id, instrument_version, variant, profile, seed, code_hash, created_on, saved_on)
		VALUES ('x', 'solo', 'open', 'standort-2030', '1.0.0', 'full', '{"source":"trial","asked":{}}', '1', 'hash', '2026-11-25', '2026-11-25')`
	);
	rmSync(join(folder, 'keys'), { recursive: true });
	const { code, complaint } = await start();
	expect(code).toBe(1);
	expect(complaint).toMatch(both(/Schlüssel .* fehlt/, /key .* is missing/));
});

test('a place that cannot be used', async () => {
	mkdirSync(join(folder, 'standort.db'));
	const { code, complaint } = await start();
	expect(code).toBe(1);
	expect(complaint).toMatch(both(/lässt sich nicht öffnen/, /cannot be opened/));
});
