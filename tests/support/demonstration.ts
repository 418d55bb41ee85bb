/** Stories that need a release: the built server on a database that `npm run demo` has filled. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { test as base } from './browser.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { initKeys } from '#lib/server/keys.ts';
import { startBuiltServer } from './built-server.ts';
import type { Person } from './members.ts';
import { addSignedIn } from './signed-in.ts';

export interface Demonstration {
	origin: string;
	/** resume codes of the two checks that the demonstration leaves */
	codes: { open: string; finished: string };
	operator: Person;
	/** belongs to no municipality */
	account: Person;
}

/** Fills a database in a folder as `npm run demo` does, and tells what that says. @throws what it says where it fails */
export function demonstrateIn(folder: string) {
	const env = { DATABASE_FILE: join(folder, 'standort.db'), KEY_FOLDER: join(folder, 'keys') };
	const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/demo.ts'], {
		env: { ...process.env, ...env },
		encoding: 'utf8'
	});
	if (status !== 0) throw new Error(stderr);
	return { ...env, stdout };
}

/** @param name beginning of the name of its folder */
export async function withDemonstration(
	name: string,
	use: (demonstration: Demonstration) => Promise<void>
): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), name));
	const { stdout, ...env } = demonstrateIn(folder);
	const [open = '', finished = ''] = new Set(stdout.match(/\b([2-9A-Z]{4}-){3}[2-9A-Z]{4}\b/g));
	const people = await addPeople(env);
	const server = await startBuiltServer({ folder, env: { ADDRESS_HEADER: 'x-forwarded-for' } });
	await use({ origin: server.origin, codes: { open, finished }, ...people });
	await server.stop();
	rmSync(folder, { recursive: true });
}

async function addPeople({ DATABASE_FILE, KEY_FOLDER }: Record<'DATABASE_FILE' | 'KEY_FOLDER', string>) {
	const db = openDatabase(DATABASE_FILE);
	initKeys(db, KEY_FOLDER);
	const wanted = {
		operator: { name: 'Ola Operator', email: 'betrieb@standort.example', operator: true },
		account: { name: 'Rita Reich', email: 'rita@institut.example' }
	};
	const people = await db.write((writer) => ({
		operator: addSignedIn(writer, wanted.operator),
		account: addSignedIn(writer, wanted.account)
	}));
	db.close();
	return people;
}

/** A `test` whose addresses lead to the demonstration. */
export const test = base.extend<object, { demonstration: Demonstration }>({
	demonstration: [
		({ browserName }, use) => withDemonstration(`standort-demo-${browserName}-`, use),
		{ scope: 'worker', timeout: 120_000 }
	],
	baseURL: ({ demonstration }, use) => use(demonstration.origin)
});

/** Opens the check of a code in this browser; gives its id. */
export async function resume(page: Page, code: string): Promise<string> {
	await page.goto('/check/resume');
	await page.locator('input[name="code"]').fill(code);
	await page.locator('main form').getByRole('button').click();
	await page.waitForURL(/\/check\/[\w-]{22}$/);
	return new URL(page.url()).pathname.split('/')[2] ?? '';
}
