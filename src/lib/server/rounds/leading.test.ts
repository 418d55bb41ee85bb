import { describe, expect, test } from 'vitest';
import { makeAnsweredRound, requireMade, type Answered } from '../../../../tests/support/answered-round.ts';
import { MADE_ON, roundPlace } from '../../../../tests/support/making-rounds.ts';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database.ts';
import { findAudit } from '#lib/server/municipalities/audit.ts';
import { user } from '#lib/server/db/schema-accounts.ts';
import { findChair, findComments, leaveChair, saveAttendance, takeChair } from './leading.ts';

const LEADER = 'Stabsstelle Nachhaltigkeit';

const person = (comment: string): Answered => ({ role: 'others', answers: { 'D1.1': { rating: 3, comment } } });

async function held(people: Answered[], mode: 'confidential' | 'open' = 'confidential') {
	const db = openTemporaryDatabase();
	const id = await makeAnsweredRound(db, people, { mode });
	const at = new Date('2026-11-01T12:00:00Z');
	await db.write((writer) => {
		for (const name of ['kim', 'mika'])
			writer.insert(user).values({ id: name, name, email: name, createdAt: at, updatedAt: at }).run();
	});
	const take = (who: string, as = LEADER) => takeChair(db, id, who, as, MADE_ON);
	const read = (who: string) => {
		return findComments(db, requireMade(db, id), { userId: who, itemId: 'D1.1', submitted: people.length });
	};
	return { db, id, take, read };
}

const eight = Array.from({ length: 8 }, (_, index) => person(`Anmerkung ${index}`));

describe('D13: comments', () => {
	test('are shown to whoever leads the meeting, and to nobody else', async () => {
		const { db, id, take, read } = await held(eight);
		expect(read('kim')).toBe('notLeading');
		expect(await take('kim')).toBeUndefined();
		expect([...read('kim')].sort()).toEqual(eight.map((_, index) => `Anmerkung ${index}`));
		expect(read('mika')).toBe('notLeading');
		await take('mika');
		expect(read('kim')).toBe('notLeading');
		await leaveChair(db, id, 'kim');
		expect(read('mika')).toHaveLength(8);
		await leaveChair(db, id, 'mika');
		expect(read('mika')).toBe('notLeading');
		const led = (await findAudit(db, roundPlace.key)).filter(({ event }) => event === 'meeting_led');
		expect(led).toMatchObject([{ by: 'mika' }, { by: 'kim' }]);
	});

	test('with seven responses nobody sees any, in an open workshop they are shown', async () => {
		const seven = await held(eight.slice(1));
		await seven.take('kim');
		expect(seven.read('kim')).toBe('tooFew');
		const workshop = await held(eight.slice(6), 'open');
		await workshop.take('kim');
		expect(workshop.read('kim')).toHaveLength(2);
	});

	test('stand in another order each time', async () => {
		const { take, read } = await held(eight);
		await take('kim');
		const orders = new Set(Array.from({ length: 20 }, () => String(read('kim'))));
		expect(orders.size).toBeGreaterThan(1);
	});
});

test('nobody leads in a function that was not named before people answered', async () => {
	const { db, id, take } = await held(eight);
	expect(await take('kim', 'Bürgermeisterin')).toEqual({ refused: 'notNamed' });
	expect(findChair(db, id).leaderId).toBeUndefined();
});

test('who was there is kept as typed, beside who leads', async () => {
	const { db, id, take } = await held(eight);
	await take('kim');
	await saveAttendance(db, id, 'Stabsstelle\nKämmerei');
	expect(findChair(db, id)).toEqual({ leaderId: 'kim', leaderFunction: LEADER, attendance: 'Stabsstelle\nKämmerei' });
});
