import { join } from 'node:path';
import { expect, test } from 'vitest';
import { itemsOf } from '#lib/domain/instrument/instrument.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { makeAnsweredRound, requireMade, type Answered } from '../../../../tests/support/answered-round.ts';
import { roundPlace } from '../../../../tests/support/making-rounds.ts';
import { openTemporaryDatabase, temporaryFolder } from '../../../../tests/support/temporary-database.ts';
import { findAudit } from '#lib/server/municipalities/audit.ts';
import { backUp } from '#lib/server/backup.ts';
import { closeRound } from './closing.ts';
import { openDatabase, type Db } from '#lib/server/db/open.ts';
import { NOTHING_REPLAYED } from '#lib/server/db/replay-deletions.ts';
import { invitation, response, responseAnswer } from '#lib/server/db/schema-rounds.ts';
import { restoreBackup } from '#lib/server/restore.ts';
import { expireResponses } from './round-expiry.ts';

const sealed = currentInstrument();
const CLOSED_ON = '2027-01-15';
const NOW = new Date('2028-01-16T12:00:00Z');

const items = itemsOf(sealed.instrument, 'short').map(({ id }) => id);
const person: Answered = { role: 'others', answers: Object.fromEntries(items.map((id) => [id, 3 as const])) };

/** A round of 25 people that stopped collecting on 21 December 2026. */
async function answered() {
	const db = openTemporaryDatabase();
	const id = await makeAnsweredRound(db, Array<Answered>(25).fill(person));
	await db.write((writer) =>
		writer.insert(invitation).values({ id: 'i', assessmentId: id, role: 'staff', email: 'a@musterau.de' }).run()
	);
	const close = () => closeRound(db, id, sealed, { userId: undefined, today: CLOSED_ON });
	return { db, id, close };
}

const left = ({ read }: Db) =>
	[response, responseAnswer, invitation].map((table) => read.select().from(table).all().length);
const ALL_ANSWERS = 25 * items.length;

test('D16: responses are kept for twelve months after closing; then they go and the result stays', async () => {
	const { db, id, close } = await answered();
	expect(await close()).toBeUndefined();
	const { frozen } = requireMade(db, id);
	expect(await expireResponses(db, '2028-01-15')).toBe(0);
	expect(left(db)).toEqual([25, ALL_ANSWERS, 0]);
	expect(await expireResponses(db, '2028-01-16')).toBe(1);
	expect(left(db)).toEqual([0, 0, 0]);
	expect(requireMade(db, id)).toMatchObject({ phase: 'closed', frozen });
	const [last] = await findAudit(db, roundPlace.key);
	expect(last).toMatchObject({ event: 'responses_expired', day: '2028-01-16', by: undefined, subject: id });
	expect(await expireResponses(db, '2028-01-17'), 'once').toBe(0);
});

test('D16: of a round that is never closed, responses and invitations go twelve months after collecting', async () => {
	const { db, id } = await answered();
	expect(await expireResponses(db, '2027-12-21')).toBe(0);
	expect(left(db)).toEqual([25, ALL_ANSWERS, 1]);
	expect(await expireResponses(db, '2027-12-22')).toBe(1);
	expect(left(db)).toEqual([0, 0, 0]);
	expect(requireMade(db, id).phase).toBe('consensus');
});

test('what a round still collects is left alone', async () => {
	const db = openTemporaryDatabase();
	await makeAnsweredRound(db, [person], {}, 'collecting');
	expect(await expireResponses(db, '2036-01-01')).toBe(0);
	expect(left(db)).toEqual([1, items.length, 0]);
});

test('F13: a backup brings expired responses back as little as those who were invited', async () => {
	const { db, id } = await answered();
	const backup = backUp(db.file, join(temporaryFolder(), 'backups'), NOW);
	await expireResponses(db, '2028-01-16');
	db.close();
	expect(restoreBackup(backup, db.file, NOW).replayed).toEqual({ ...NOTHING_REPLAYED, responses: 1 });
	const again = openDatabase(db.file);
	expect(left(again)).toEqual([0, 0, 0]);
	expect(requireMade(again, id).phase).toBe('consensus');
	again.close();
});

test('F13: closing forgets who was invited in backups, too', async () => {
	const { db, close } = await answered();
	const backup = backUp(db.file, join(temporaryFolder(), 'backups'), NOW);
	expect(await close()).toBeUndefined();
	db.close();
	expect(restoreBackup(backup, db.file, NOW).replayed).toEqual({ ...NOTHING_REPLAYED, invitations: 1 });
	const again = openDatabase(db.file);
	expect(left(again)).toEqual([25, ALL_ANSWERS, 0]);
	again.close();
});
