import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Settlement } from '#lib/domain/meeting/meeting.ts';
import type { Level } from '#lib/domain/answering/rating.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { makeAnsweredRound, requireMade, type Answered } from '../../../../tests/support/answered-round.ts';
import { makeClosedRound } from '../../../../tests/support/closed-round.ts';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database.ts';
import type { Db } from '#lib/server/db/open.ts';
import { assessment } from '#lib/server/db/schema.ts';
import { acceptOthers, decide, findMeeting, lastDecision, undoDecision } from './meetings.ts';

const { instrument } = currentInstrument();

/** Everybody gives every item of the short variant the same level, but for `disputed` on D1.1. */
function team(disputed: readonly Level[]): Answered[] {
	const others = instrument.dimensions.flatMap(({ criteria }) =>
		criteria.flatMap(({ items }) => items.filter(({ core }) => core).map(({ id }) => id))
	);
	return disputed.map((level) => ({
		role: 'others',
		answers: { ...Object.fromEntries(others.map((id) => [id, 3 as const])), 'D1.1': level }
	}));
}

const DISPUTED: Level[] = [1, 5, 1, 5, 1, 5, 1];

async function held(people = team(DISPUTED)) {
	const db = openTemporaryDatabase();
	const id = await makeAnsweredRound(db, people);
	return { db, id, look: () => findMeeting(db, requireMade(db, id), instrument) };
}

const entry = (settlement: Settlement, reason = 'so beschlossen') => ({ settlement, reason, dissent: '' });
const decideOn = (db: Db, id: string, revision: number, settlement: Settlement, reason?: string) =>
	decide(db, id, { itemId: 'D1.1', revision }, entry(settlement, reason), instrument);

describe('the agenda', () => {
	test.each(['draft', 'collecting'] as const)('D12: there is nothing while the round is in %s', async (phase) => {
		const db = openTemporaryDatabase();
		const id = await makeAnsweredRound(db, team(DISPUTED), {}, phase);
		expect(await findMeeting(db, requireMade(db, id), instrument)).toMatchObject({ items: [], submitted: 0 });
		expect(await decideOn(db, id, 0, 3)).toEqual({ refused: 'phase' });
	});

	test('holds the disputed item, and the others can be accepted in one step', async () => {
		const { db, id, look } = await held();
		expect((await look()).open).toEqual(['D1.1']);
		expect(await acceptOthers(db, id, instrument)).toBe(17);
		expect(await acceptOthers(db, id, instrument)).toBe(0);
		expect((await look()).decisions.get('A1.1')).toMatchObject({ settlement: 'accepted', revision: 1 });
		expect((await look()).decisions.has('D1.1')).toBe(false);
	});

	test('D12: four levels show nothing, the fifth shows the mean of all five and no distribution', async () => {
		const seen = async (levels: Level[]) => {
			const { look } = await held(team(levels));
			return (await look()).items.find(({ item }) => item === 'D1.1');
		};
		expect((await seen([2, 3, 4, 3]))?.seen).toEqual((await seen([1, 5, 5, 1]))?.seen);
		const after = (await seen([2, 3, 4, 3, 3]))?.seen;
		expect(after).toMatchObject({ mean: 3, distribution: { withheld: 'tooFew' } });
		expect(after).not.toHaveProperty('counts');
	});
});

describe('deciding', () => {
	test('a decision is stored with its reason, can be changed and taken back', async () => {
		const { db, id, look } = await held();
		expect(await decideOn(db, id, 0, 3, 'Beschluss von 2025')).toBeUndefined();
		expect(await look()).toMatchObject({ open: [] });
		expect(await decideOn(db, id, 1, 2, 'doch nur Einzelfälle')).toBeUndefined();
		expect((await look()).decisions.get('D1.1')).toMatchObject({
			settlement: 2,
			revision: 2,
			reason: 'doch nur Einzelfälle'
		});
		expect(await undoDecision(db, id, { itemId: 'D1.1', revision: 2 }, instrument)).toBeUndefined();
		expect(await look()).toMatchObject({ open: ['D1.1'] });
		expect((await look()).decisions.get('D1.1')).toMatchObject({ settlement: null, reason: 'doch nur Einzelfälle' });
	});

	test('of two decisions at the same moment one wins, and the other learns what stands', async () => {
		const { db, id, look } = await held();
		const both = await Promise.all([decideOn(db, id, 0, 3, 'die erste'), decideOn(db, id, 0, 4, 'die zweite')]);
		const stored = { settlement: 3, reason: 'die erste', dissent: '', revision: 1 };
		expect(both).toEqual([undefined, { refused: 'conflict', stored }]);
		expect((await look()).decisions.get('D1.1')).toEqual(stored);
	});

	test('the same decision sent twice counts once', async () => {
		const { db, id, look } = await held();
		expect(await Promise.all([decideOn(db, id, 0, 3), decideOn(db, id, 0, 3)])).toEqual([undefined, undefined]);
		expect((await look()).decisions.get('D1.1')?.revision).toBe(1);
	});

	test('taking back what somebody else has changed meanwhile is refused', async () => {
		const { db, id } = await held();
		await decideOn(db, id, 0, 3);
		await decideOn(db, id, 1, 4);
		const undone = await undoDecision(db, id, { itemId: 'D1.1', revision: 1 }, instrument);
		expect(undone).toMatchObject({ refused: 'conflict', stored: { settlement: 4 } });
	});

	test.each(['D9.9', 'D1.2', ''])('the item %j, which the round does not ask, cannot be decided', async (itemId) => {
		const { db, id } = await held();
		const refusal = await decide(db, id, { itemId, revision: 0 }, entry(3), instrument);
		expect(refusal).toEqual({ refused: 'unknownItem' });
	});
});

test('M16: the last decision is that of the round that was closed last, whichever was prepared last', async () => {
	const { db, id } = await held();
	const close = async (title: string, decision: Level, createdOn: string, closedOn: string) => {
		const closed = await makeClosedRound(db, [], { title, decision, closedOn, people: team(DISPUTED) });
		await db.write((writer) => writer.update(assessment).set({ createdOn }).where(eq(assessment.id, closed)).run());
	};
	expect(lastDecision(db, requireMade(db, id), 'D1.1')).toBeUndefined();
	await close('lange vorbereitet', 4, '2025-01-10', '2026-03-01');
	await close('schnell fertig', 2, '2025-06-10', '2025-09-01');
	expect(lastDecision(db, requireMade(db, id), 'D1.1')).toMatchObject({ title: 'lange vorbereitet', decision: 4 });
});
