import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findAnswers, saveAnswers } from '#lib/server/checks/answers.ts';
import {
	createCheck,
	deleteCheck,
	endSharing,
	findCheckByCode,
	findSharedCheck,
	shareCheck
} from '#lib/server/checks/checks.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { expireChecks } from '#lib/server/expiry.ts';
import { deleteRound, findRounds } from '#lib/server/rounds/rounds.ts';
import { makeRound, roundPlace } from '../support/making-rounds.ts';
import { openTemporaryDatabase, temporaryFolder } from '../support/temporary-database.ts';

const hash = (secret: string) => `hash of ${secret}`;
const NEW = {
	instrumentId: 'standort-2030',
	instrumentVersion: '1.0.0',
	variant: 'full',
	scope: undefined,
	profile: { source: 'trial', asked: {} }
} as const;
const [YESTERDAY, TODAY] = ['2026-11-24', '2026-11-25'];
const answer = (revision: number) => [{ questionId: 'D1.1', revision, value: { rating: 3 as const } }];

/** Runs a command of the product on a database; what it prints. */
function command(tool: string, argument: string, file: string) {
	const env = { ...process.env, DATABASE_FILE: file };
	const { status, stdout, stderr } = spawnSync(process.execPath, [`tools/${tool}.ts`, argument], { env });
	return { status, printed: String(stdout), complaint: String(stderr) };
}

test(
	'after a restore from yesterday what was deleted since is gone again, and what was kept is there',
	{ timeout: 60_000 },
	async () => {
		const db = openTemporaryDatabase();
		await expireChecks(db, YESTERDAY);
		const make = (day = YESTERDAY) => createCheck(db, hash, NEW, day);
		const [kept, deleted, expiring, shared] = [await make(), await make(), await make('2026-08-26'), await make()];
		for (const { id } of [kept, deleted, shared]) await saveAnswers(db, id, answer(1), YESTERDAY);
		const ended = await shareCheck(db, hash, shared.id, YESTERDAY);
		const round = await makeRound(db);
		const folder = join(temporaryFolder(), 'backups');
		const backup = command('backup', folder, db.file).printed.trim();

		await saveAnswers(db, kept.id, answer(2), TODAY);
		await deleteCheck(db, deleted.id, TODAY);
		await endSharing(db, shared.id, TODAY);
		await deleteRound(db, temporaryFolder(), round, { today: TODAY });
		expect(await expireChecks(db, TODAY)).toBe(1);
		expect(command('restore', backup, db.file), 'not while the service runs').toMatchObject({ status: 1, printed: '' });
		db.close();

		const { status, printed } = command('restore', backup, db.file);
		expect(status).toBe(0);
		expect(printed, 'how long it took').toMatch(/Wiederhergestellt in \d+\.\d s/);
		expect(printed, 'how much is lost').toMatch(/Was nach dieser Sicherung gespeichert wurde, fehlt/);
		expect(printed).toMatch(/2 Selbst-Checks, 1 Runden, 1 Links/);
		const restored = openDatabase(db.file);
		expect(findAnswers(restored, kept.id)).toMatchObject(answer(1));
		expect(findAnswers(restored, shared.id)).toMatchObject(answer(1));
		expect(await findSharedCheck(restored, hash, ended)).toBeUndefined();
		expect(findRounds(restored, roundPlace.key)).toEqual([]);
		for (const { id, code } of [deleted, expiring]) {
			expect(await findCheckByCode(restored, hash, code)).toBeUndefined();
			expect(findAnswers(restored, id)).toEqual([]);
		}
		restored.close();
	}
);
