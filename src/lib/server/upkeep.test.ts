import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { roundPlace, startRound } from '../../../tests/support/making-rounds.ts';
import { storeCheck } from '../../../tests/support/stored-check.ts';
import { openTemporaryDatabase } from '../../../tests/support/temporary-database.ts';
import { findAudit } from '#lib/server/municipalities/audit.ts';
import { extendCollecting } from '#lib/server/rounds/collecting.ts';
import { assessment } from './db/schema.ts';
import { openRoundKeys } from '#lib/server/rounds/round-keys.ts';
import { findRound } from '#lib/server/rounds/rounds.ts';
import { keepUp } from './upkeep.ts';

const placesOf = ({ file }: { file: string }) => ({ file, keyFolder: join(dirname(file), 'keys') });
const noon = (day: string) => new Date(`${day}T12:00:00Z`);

test('it deletes expired checks and backups, and tells about the checks', async () => {
	const db = openTemporaryDatabase();
	expect(await keepUp(db, placesOf(db), noon('2026-11-24'), 0), 'nothing to tell').toEqual([]);
	await storeCheck(db, { savedOn: '2026-01-01' });
	const backup = `${db.file}.2026-01-01.before-0001.backup`;
	writeFileSync(backup, '');
	expect(await keepUp(db, placesOf(db), noon('2026-11-25'), 0)).toEqual([expect.stringMatching(/deleted: 1$/)]);
	expect(db.read.select().from(assessment).all()).toEqual([]);
	expect(existsSync(backup)).toBe(false);
});

test('the log tells of a clock that has jumped and of little space', async () => {
	const db = openTemporaryDatabase();
	await keepUp(db, placesOf(db), noon('2026-11-24'), 0);
	const lines = await keepUp(db, placesOf(db), noon('2027-11-24'), Number.MAX_VALUE);
	expect(lines).toEqual([expect.stringContaining('clock'), expect.stringContaining('Space is running out')]);
});

describe('a round that nobody has ended', () => {
	/** Collects from 24 November until 20 December. */
	async function collecting() {
		const { db, keys, id } = await startRound();
		const places = { file: db.file, keyFolder: keys };
		const phase = () => findRound(db, roundPlace.key, id)?.phase;
		return { db, keys, id, phase, tend: (day: string) => keepUp(db, places, noon(day), 0) };
	}

	test('ends by itself a week after its last day, with its keys; the log names nobody', async () => {
		const { db, keys, id, phase, tend } = await collecting();
		for (const day of ['2026-12-25', '2026-12-26', '2026-12-27']) await tend(day);
		expect(phase()).toBe('collecting');
		await tend('2026-12-28');
		expect(phase()).toBe('consensus');
		expect(openRoundKeys(keys, id)).toBeUndefined();
		const [ended] = await findAudit(db, roundPlace.key);
		expect(ended).toMatchObject({ event: 'collecting_ended', day: '2026-12-28', by: undefined, subject: id });
	});

	test('D16: ends after six months, however it was extended', async () => {
		const { db, id, phase, tend } = await collecting();
		expect(await extendCollecting(db, id, '2027-05-24', '2026-12-24')).toBeUndefined();
		for (const day of ['2027-05-23', '2027-05-24']) await tend(day);
		expect(phase()).toBe('collecting');
		await tend('2027-05-25');
		expect(phase()).toBe('consensus');
	});

	test('F8: a clock that jumps ends nothing on that day, however often it is looked at', async () => {
		const { phase, tend } = await collecting();
		await tend('2026-11-25');
		for (let hour = 0; hour < 3; hour++) await tend('2027-11-25');
		await tend('2026-11-26');
		expect(phase()).toBe('collecting');
	});
});
