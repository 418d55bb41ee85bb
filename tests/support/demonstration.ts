/** Stories that need a release: the built server on a database that `npm run demo` has filled. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test as base } from './browser.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { initKeys } from '#lib/server/keys.ts';
import type { Person } from './members.ts';
import { OPENING, openAt, type Site } from './services.ts';
import { addSignedIn } from './signed-in.ts';

/** what `npm run demo` has said, written when all is there */
const SAID = 'said.txt';

export interface Demonstration {
	origin: string;
	/** resume codes of the two checks that the demonstration leaves */
	codes: { open: string; finished: string };
	operator: Person;
	/** belongs to no municipality */
	account: Person;
}

/** Runs `npm run demo` in a folder; what it says lies beside the database. @throws what it says where it fails */
function demonstrateIn(folder: string): void {
	const env = { DATABASE_FILE: join(folder, 'standort.db'), KEY_FOLDER: join(folder, 'keys') };
	const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/demo.ts'], {
		env: { ...process.env, ...env },
		encoding: 'utf8'
	});
	if (status !== 0) throw new Error(stderr);
	writeFileSync(join(folder, SAID), stdout);
}

/** Puts a demonstration of its own into a folder, and tells what `npm run demo` says. It is made once in a run. */
export async function copyDemonstration(folder: string): Promise<string> {
	const original = join(process.env.TEST_FOLDER ?? folder, 'demonstration');
	const mine = mkdirSync(original, { recursive: true }) !== undefined;
	if (mine) demonstrateIn(original);
	// A worker that comes while another makes it waits until all is there.
	else await expect.poll(() => existsSync(join(original, SAID)), { timeout: OPENING.timeout }).toBe(true);
	cpSync(original, folder, { recursive: true });
	return readFileSync(join(folder, SAID), 'utf8');
}

async function fill({ folder, file, keyFolder }: Site) {
	const said = await copyDemonstration(folder);
	const [open = '', finished = ''] = new Set(said.match(/\b([2-9A-Z]{4}-){3}[2-9A-Z]{4}\b/g));
	return { codes: { open, finished }, ...(await addPeople(file, keyFolder)) };
}

async function addPeople(file: string, keyFolder: string) {
	const db = openDatabase(file);
	initKeys(db, keyFolder);
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

/** Opens a demonstration that nobody else uses; who publishes in it names it apart from that which stories read. */
export const openDemonstration = () => openAt('demo', fill);

/** A `test` whose addresses lead to the demonstration. */
export const test = base.extend<{ demonstration: Demonstration }>({
	demonstration: [({ services }, use) => services.use(openDemonstration).then(use), OPENING],
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
