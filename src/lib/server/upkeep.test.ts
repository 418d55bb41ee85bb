import { existsSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { storeCheck } from '../../../tests/support/stored-check.ts';
import { openTemporaryDatabase } from '../../../tests/support/temporary-database.ts';
import { assessment } from './db/schema.ts';
import { keepUp } from './upkeep.ts';

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

test('it deletes expired checks and backups, and tells about the checks', async () => {
	const db = openTemporaryDatabase();
	expect(await keepUp(db, db.file, noon('2026-11-24'), 0), 'nothing to tell').toEqual([]);
	await storeCheck(db, { savedOn: '2026-01-01' });
	const backup = `${db.file}.2026-01-01.before-0001.backup`;
	writeFileSync(backup, '');
	expect(await keepUp(db, db.file, noon('2026-11-25'), 0)).toEqual([expect.stringMatching(/deleted: 1$/)]);
	expect(db.read.select().from(assessment).all()).toEqual([]);
	expect(existsSync(backup)).toBe(false);
});

test('the log tells of a clock that has jumped and of little space', async () => {
	const db = openTemporaryDatabase();
	await keepUp(db, db.file, noon('2026-11-24'), 0);
	const lines = await keepUp(db, db.file, noon('2027-11-24'), Number.MAX_VALUE);
	expect(lines).toEqual([expect.stringContaining('clock'), expect.stringContaining('Space is running out')]);
});
