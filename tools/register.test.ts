import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '#lib/server/db/open.ts';
import { municipality } from '#lib/server/db/schema.ts';
import { registerLine, registerText, SMALL_REGISTER } from '../tests/support/register-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'register-'));
afterAll(() => rmSync(folder, { recursive: true }));

let database: string;
let run = 0;
beforeEach(() => void (database = join(folder, `${run++}.db`)));

function register(...args: string[]) {
	const env = { ...process.env, DATABASE_FILE: database, INIT_CWD: folder };
	return spawnSync(process.execPath, ['tools/register.ts', ...args], { encoding: 'utf8', env });
}

/** Name of a file with that text, as seen from the folder where the command is typed. */
function fileOf(text: string): string {
	writeFileSync(join(folder, 'GV100AD.txt'), text);
	return 'GV100AD.txt';
}

const later = (changes: Record<string, string | undefined>) => registerText(changes).replaceAll('20260131', '20260630');

describe('the command that imports a register', { timeout: 30_000 }, () => {
	test('tells its steps on stderr and the report on stdout', () => {
		const { status, stdout, stderr } = register('import', fileOf(registerText()));
		expect(status).toBe(0);
		expect(stderr).toMatch(/reading: \d+ Byte[^]*comparing: 6 [^]*writing: 6 /);
		expect(stdout).toMatch(/2026-01-31[^]*added +6\n[^]*unincorporated areas +1\n[^]*Statistisches Bundesamt/);
	});

	test('names what is gone with what it probably became, and what has a new name', () => {
		register('import', fileOf(registerText()));
		const town = registerLine('60', {
			key: '059010030003',
			name: 'Bad Musterau',
			code: '63',
			area: 2500,
			population: 1
		});
		const { stdout } = register('import', fileOf(later({ north: undefined, town })));
		expect(stdout).toContain('05901001 Nordöhm (municipality) → 05901003 Bad Musterau (town)');
		expect(stdout).toContain('05901003 Musterau, Stadt (town) → 05901003 Bad Musterau (town)');
	});

	test('says so when there is nothing new', () => {
		register('import', fileOf(registerText()));
		const { status, stdout } = register('import', fileOf(registerText()));
		expect(status).toBe(0);
		expect(stdout).toContain('nothing changed');
	});

	test('names a bad line, and that nothing was imported', () => {
		const { status, stdout, stderr } = register(
			'import',
			fileOf(registerText({ south: SMALL_REGISTER.south?.slice(0, 145) }))
		);
		expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
		expect(stderr).toMatch(/Zeile · line 8: .*population.*\n.*Nothing was imported/);
	});

	test.each([
		['a file that is not there', () => 'nowhere.txt', 'there is no file'],
		['a folder', () => '.', 'there is no file'],
		['a file of another kind', () => fileOf('key;name\n'), 'www.destatis.de'],
		['an empty file', () => fileOf(''), 'empty'],
		['a broken ZIP', () => fileOf('PK\u0003\u0004'), 'download it again']
	])('refuses %s with a sentence', (_, file, sentence) => {
		const { status, stderr } = register('import', file());
		expect(status).toBe(1);
		expect(stderr).toContain(sentence);
		expect(stderr).not.toMatch(/\n\s+at /);
	});

	test('refuses while the service runs', () => {
		const service = openDatabase(database);
		const { status, stderr } = register('import', fileOf(registerText()));
		expect(status).toBe(1);
		expect(stderr).toContain('Another program writes to the database');
		expect(service.read.select().from(municipality).all()).toEqual([]);
		service.close();
	});

	test.each([[['import']], [['export', 'x']]])('shows how it is called for %j', (args) => {
		const { status, stderr } = register(...args);
		expect(status).toBe(2);
		expect(stderr).toContain('npm run register -- import');
	});
});
