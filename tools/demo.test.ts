import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FrozenSolo } from '#lib/domain/result/frozen.ts';
import { readCode } from '#lib/domain/answering/resume-code.ts';
import { findAccount } from '#lib/server/accounts/accounts.ts';
import { findActions } from '#lib/server/rounds/actions.ts';
import { answersOf, findCheckByCode } from '#lib/server/checks/checks.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { account } from '#lib/server/db/schema-accounts.ts';
import { assessment, municipality } from '#lib/server/db/schema.ts';
import { isDemonstration } from '#lib/server/demonstration.ts';
import { ensureFictitiousRegister } from '#lib/server/municipalities/fictitious-register.ts';
import { findInvited } from '#lib/server/rounds/invitations.ts';
import { hmac, openCodeKey } from '#lib/server/keys.ts';
import { searchMunicipalities } from '#lib/server/municipalities/municipalities.ts';
import { findOwnMunicipalities } from '#lib/server/municipalities/participants.ts';
import { verifyPassword } from '#lib/server/accounts/password.ts';
import { findLatestRelease, findReleases } from '#lib/server/releases/releases.ts';
import { findGrantsNaming } from '#lib/server/reviews/grants.ts';
import { readProgress } from '#lib/server/reviews/ratings.ts';
import { findRounds } from '#lib/server/rounds/rounds.ts';
import { today } from '#lib/server/today.ts';
import { insertRounds, spreadRounds } from '../tests/support/rounds.ts';

const folder = mkdtempSync(join(tmpdir(), 'demo-'));
afterAll(() => rmSync(folder, { recursive: true }));
const keys = join(folder, 'keys');

function demo(database: string, ...args: string[]) {
	const env = {
		...process.env,
		DATABASE_FILE: join(folder, database),
		KEY_FOLDER: keys,
		ORIGIN: 'http://demo.example'
	};
	return spawnSync(process.execPath, ['tools/demo.ts', ...args], { encoding: 'utf8', env });
}

/** Opens a database, looks at it and closes it again. */
async function look<T>(database: string, at: (db: ReturnType<typeof openDatabase>) => T | Promise<T>): Promise<T> {
	const db = openDatabase(join(folder, database));
	try {
		return await at(db);
	} finally {
		db.close();
	}
}

describe('the command on an empty database', () => {
	let printed: string;
	beforeAll(async () => {
		// As after a first start of the service, which puts the small register in.
		await look('full.db', ensureFictitiousRegister);
		const { status, stdout, stderr } = demo('full.db');
		if (status !== 0) throw new Error(stderr);
		printed = stdout;
	}, 120_000);

	test('marks everything as a demonstration', () =>
		look('full.db', (db) => {
			const rows = db.read.select({ demonstration: assessment.demonstration }).from(assessment).all();
			expect(rows.length).toBeGreaterThan(600);
			expect(rows.every(({ demonstration }) => demonstration)).toBe(true);
			expect(isDemonstration(db)).toBe(true);
			const places = db.read.select({ fictitious: municipality.fictitious }).from(municipality).all();
			expect(places.every(({ fictitious }) => fictitious)).toBe(true);
		}));

	test('leaves a release in force, after an earlier one', () =>
		look('full.db', (db) => {
			const { tables, demonstration } = findLatestRelease(db)?.content ?? {};
			expect(demonstration).toBe(true);
			expect(findReleases(db).map(({ content }) => content.number)).toEqual([2, 1]);
			expect(tables?.full[0]?.n).toBeGreaterThan(250);
			expect(tables?.short[0]?.n).toBeGreaterThan(20);
			expect(Object.keys(tables?.full[0]?.cells ?? {})).toHaveLength(22);
		}));

	test('leaves one check half answered and one finished, and prints the codes that open them', () =>
		look('full.db', async (db) => {
			const codes = [...new Set(printed.match(/\b([2-9A-Z]{4}-){3}[2-9A-Z]{4}\b/g))].map(
				(code) => readCode(code) ?? ''
			);
			const key = openCodeKey(db, keys);
			const [open, finished] = await Promise.all(
				codes.map((code) => findCheckByCode(db, (secret) => hmac(key, secret), code))
			);
			expect(codes).toHaveLength(2);
			expect([open?.state, finished?.state]).toEqual(['open', 'closed']);
			expect((await answersOf(db, open?.id ?? '')).size).toBe(36);
			const { result } = FrozenSolo.parse(finished?.frozen);
			expect(result.overall).toBeGreaterThan(1);
		}));

	test('says where to look', () => {
		expect(printed).toMatch(/http:\/\/demo\.example\/check\/resume#[2-9A-Z-]{19}\n/);
		expect(printed).toContain('http://demo.example/releases/2');
	});

	test('leaves a town whose organiser signs in with what is printed: rounds in every phase, a plan, links to answer by', () =>
		look('full.db', async (db) => {
			const [, email = '', password = ''] = /E-Mail (\S+) +Passwort · password (\S+)/.exec(printed) ?? [];
			const { id = '' } = (await findAccount(db, email)) ?? {};
			const [own] = db.read.select({ hash: account.password }).from(account).where(eq(account.userId, id)).all();
			expect(await verifyPassword({ hash: own?.hash ?? '', password })).toBe(true);
			const [town] = await findOwnMunicipalities(db, id);
			expect(town).toMatchObject({ role: 'organiser', verified: true });
			const rounds = findRounds(db, town?.key ?? '');
			expect(rounds.map(({ phase }) => phase).sort()).toEqual(['closed', 'closed', 'collecting', 'consensus', 'draft']);
			expect(findActions(db, town?.key ?? '').some(({ status }) => status === 'inProgress')).toBe(true);
			const links = [...printed.matchAll(/\/answer\/(\w+)-(\w+)/g)];
			const opened = links.map(([, round = '', token = '']) => findInvited(db, keys, round, token, today()));
			expect(opened.map((one) => one && !('over' in one))).toEqual([true, true]);
		}));

	test('leaves a review of a closed round, partly in sight, to the consultant whose password is printed', () =>
		look('full.db', async (db) => {
			const [, email = '', password = ''] = /E-Mail (begutachtung@\S+) +Passwort · password (\S+)/.exec(printed) ?? [];
			const { id = '' } = (await findAccount(db, email)) ?? {};
			const [own] = db.read.select({ hash: account.password }).from(account).where(eq(account.userId, id)).all();
			expect(await verifyPassword({ hash: own?.hash ?? '', password })).toBe(true);
			const [held] = findGrantsNaming(db, id);
			expect(held?.round).toMatchObject({ phase: 'closed', demonstration: true });
			const { ratings, opened, handedIn } = readProgress(db.read, held?.grant.id ?? '');
			expect([ratings.size > opened.size, opened.size, handedIn]).toEqual([true, 4, undefined]);
		}));

	test('lets its municipalities be found', () =>
		look('full.db', async (db) => {
			const found = await searchMunicipalities(db, 'kelmor', { limit: 5 });
			expect(found).toHaveLength(5);
		}));

	test('refuses to do it again', () => {
		const { status, stderr } = demo('full.db');
		expect(status).toBe(1);
		expect(stderr).toContain('holds answers already');
		expect(stderr).toContain('Nothing was changed');
	});
});

describe('the command refuses', { timeout: 30_000 }, () => {
	test('a database with rounds of somebody else', async () => {
		await look('rounds.db', (db) => insertRounds(db, spreadRounds(1)));
		expect(demo('rounds.db').stderr).toContain('holds answers already');
		const rows = await look('rounds.db', (db) => db.read.select({ id: assessment.id }).from(assessment).all());
		expect(rows).toHaveLength(1);
	});

	test('a database with an official register', async () => {
		await look('register.db', (db) =>
			db.write((writer) =>
				writer
					.insert(municipality)
					.values({
						key: '05901001',
						name: 'Nordöhm',
						kind: 'town',
						state: '05',
						population: 1,
						area: 1,
						registerDate: '2026-01-31'
					})
					.run()
			)
		);
		expect(demo('register.db').stderr).toContain('holds the official register');
	});

	test('while the service runs', () =>
		look('running.db', () => {
			const { status, stderr } = demo('running.db');
			expect(status).toBe(1);
			expect(stderr).toContain('Another program writes to the database');
			expect(stderr).not.toMatch(/\n\s+at /);
		}));

	test('arguments', () => {
		expect(demo('none.db', 'now')).toMatchObject({ status: 2, stderr: expect.stringContaining('npm run demo') });
	});
});
