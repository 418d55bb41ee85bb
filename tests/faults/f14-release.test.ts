import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openDatabase, type Db } from '#lib/server/db/open.ts';
import { buildRelease } from '#lib/server/releases/release-building.ts';
import { findLatestRelease } from '#lib/server/releases/releases.ts';
import { seededRandom } from '../support/random.ts';
import { insertRounds, spreadRounds } from '../support/rounds.ts';
import { temporaryFolder } from '../support/temporary-database.ts';

const KILLS = 10;

/** Starts the command on a database of its own and kills it after so many milliseconds; resolves when it has ended. */
async function buildAndKill(file: string, after: number): Promise<void> {
	const env = { ...process.env, DATABASE_FILE: file, KEY_FOLDER: join(dirname(file), 'keys') };
	const command = spawn(process.execPath, ['tools/release.ts', 'build', '2026-11-01'], { env, stdio: 'ignore' });
	const ended = once(command, 'exit');
	await Promise.race([setTimeout(after), ended]);
	command.kill('SIGKILL');
	await ended;
}

/** Builds the release and resolves with its SHA-256 and the milliseconds it took. */
async function build(db: Db, file: string) {
	const start = performance.now();
	await buildRelease(db, {
		file,
		keyFolder: join(dirname(file), 'keys'),
		cutoff: '2026-11-01',
		today: '2026-11-25',
		demonstration: false
	});
	return { sha256: findLatestRelease(db)?.sha256, milliseconds: performance.now() - start };
}

test(
	'a release build killed at ten random moments leaves no half release, and is the same when repeated',
	{ timeout: 180_000 },
	async () => {
		const seed = Date.now() % 1e9;
		const random = seededRandom(seed);
		const folder = temporaryFolder();
		const source = join(folder, 'source.db');
		const db = openDatabase(source);
		await insertRounds(db, spreadRounds(60));
		db.close();

		const whole = join(folder, 'whole.db');
		cpSync(source, whole);
		const untouched = openDatabase(whole);
		const { sha256, milliseconds } = await build(untouched, whole);
		untouched.close();
		expect(sha256).toMatch(/^[0-9a-f]{64}$/);

		for (let kill = 0; kill < KILLS; kill++) {
			const file = join(folder, `${kill}.db`);
			cpSync(source, file);
			await buildAndKill(file, random.below(2 * milliseconds));
			const after = openDatabase(file);
			const left = findLatestRelease(after)?.sha256;
			expect([undefined, sha256], `seed ${seed}`).toContain(left);
			if (!left) expect((await build(after, file)).sha256, `seed ${seed}`).toBe(sha256);
			after.close();
		}
	}
);
