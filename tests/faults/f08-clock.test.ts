import { expect, test } from 'vitest';
import { dayOf } from '#lib/domain/day.ts';
import { findAnswers, saveAnswers } from '#lib/server/checks/answers.ts';
import { saveProfile } from '#lib/server/checks/checks.ts';
import { expireChecks } from '#lib/server/expiry.ts';
import { storeCheck } from '../support/stored-check.ts';
import { openTemporaryDatabase } from '../support/temporary-database.ts';

const HOUR = 3_600_000;
const value = (rating: 1 | 2 | 3 | 4 | 5) => ({ rating });
const change = (revision: number, rating: 1 | 2 | 3 | 4 | 5) => ({
	questionId: 'D1.1',
	revision,
	value: value(rating)
});

/** A check whose first answer was saved by a clock that shows `now`. */
async function savedAt(now: Date) {
	const db = openTemporaryDatabase();
	await expireChecks(db, dayOf(now));
	const id = await storeCheck(db, { savedOn: dayOf(now) });
	await saveAnswers(db, id, [change(1, 1)], dayOf(now));
	return { db, id };
}

test.each([
	['an hour back, over midnight', -HOUR],
	['a year back', -365 * 24 * HOUR],
	['a year ahead', 365 * 24 * HOUR]
])('a clock that jumps %s between two saves does not change who wins', async (_, jump) => {
	const now = new Date('2026-11-24T23:30:00Z');
	const { db, id } = await savedAt(now);
	await saveAnswers(db, id, [change(2, 2)], dayOf(new Date(now.getTime() + jump)));
	expect(await saveAnswers(db, id, [change(1, 1)], dayOf(now))).toMatchObject([{ status: 'older' }]);
	expect(findAnswers(db, id)).toMatchObject([{ revision: 2, value: value(2) }]);
});

test('a clock that jumps a year ahead deletes nothing, and after its repair expiry goes on', async () => {
	const { db, id } = await savedAt(new Date('2026-11-24T12:00:00Z'));
	expect(await expireChecks(db, '2027-11-25')).toBe('held');
	expect(await expireChecks(db, '2027-11-25'), 'nor after a restart on the same day').toBe('done');
	expect(await expireChecks(db, '2026-11-25'), 'nor when it goes back').toBe(0);
	expect(findAnswers(db, id)).toHaveLength(1);
	await saveAnswers(db, id, [change(2, 2)], '2026-11-25');
	await db.write((writer) => writer.run(`UPDATE assessment SET saved_on = '2026-01-01'`));
	expect(await expireChecks(db, '2026-11-26')).toBe(1);
});

test('a clock that goes back and returns deletes nothing that was saved meanwhile', async () => {
	const { db, id } = await savedAt(new Date('2026-11-24T12:00:00Z'));
	await expireChecks(db, '2025-11-24');
	await saveAnswers(db, id, [change(2, 2)], '2025-11-24');
	expect(await expireChecks(db, '2026-11-25')).toBe('held');
	expect(await expireChecks(db, '2026-11-26')).toBe(0);
	expect(findAnswers(db, id)).toHaveLength(1);
});

test('a service that was off for weeks expires from its second day on', async () => {
	const { db } = await savedAt(new Date('2026-06-01T12:00:00Z'));
	expect(await expireChecks(db, '2026-11-25')).toBe('held');
	expect(await expireChecks(db, '2026-11-26')).toBe(1);
});

test.each([
	['2028-02-29', '2028-05-29', '2028-05-30'],
	['2027-12-01', '2028-02-29', '2028-03-01']
])('90 days from %s end after %s, leap day or not', async (saved, last, next) => {
	const { db, id } = await savedAt(new Date(`${saved}T12:00:00Z`));
	await db.write((writer) => writer.run(`UPDATE expiry_run SET day = date('${last}', '-1 day')`));
	expect(await expireChecks(db, last)).toBe(0);
	expect(findAnswers(db, id)).toHaveLength(1);
	expect(await expireChecks(db, next)).toBe(1);
});

test.each([
	['2026-03-28T22:30:00Z', '2026-03-28'],
	['2026-03-29T00:30:00Z', '2026-03-29'],
	['2026-03-29T22:30:00Z', '2026-03-30'],
	['2026-10-24T22:30:00Z', '2026-10-25'],
	['2026-10-25T00:30:00Z', '2026-10-25'],
	['2026-10-25T22:30:00Z', '2026-10-25'],
	['2026-10-25T23:30:00Z', '2026-10-26']
])('around the nights of the change of clocks a save at %s is stamped by the clock in Germany', async (moment, day) => {
	const { db } = await savedAt(new Date(moment));
	expect(db.read.all('SELECT saved_on FROM assessment')).toEqual([{ saved_on: day }]);
});

test('whatever is saved by a clock that has gone back, the time that a check is kept does not get shorter', async () => {
	const { db, id } = await savedAt(new Date('2026-11-24T12:00:00Z'));
	await saveAnswers(db, id, [change(2, 2)], '2025-11-24');
	await saveProfile(db, id, { source: 'trial', asked: {} }, '2025-11-24');
	expect(db.read.all('SELECT saved_on FROM assessment')).toEqual([{ saved_on: '2026-11-24' }]);
});

test('in the night of the change of clocks each day is counted once', async () => {
	const db = openTemporaryDatabase();
	const days: string[] = [];
	for (let hour = 0; hour < 72; hour++) {
		const day = dayOf(new Date(Date.parse('2026-10-24T00:00:00Z') + hour * HOUR));
		const before = db.read.all('SELECT day FROM expiry_run');
		await expireChecks(db, day);
		if (JSON.stringify(before) !== JSON.stringify(db.read.all('SELECT day FROM expiry_run'))) days.push(day);
	}
	expect(days).toEqual(['2026-10-24', '2026-10-25', '2026-10-26', '2026-10-27']);
});
