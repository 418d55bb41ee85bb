import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { FrozenTeam } from '#lib/domain/result/frozen.ts';
import type { Settlement } from '#lib/domain/meeting/meeting.ts';
import { HURDLES_QUESTION } from '#lib/domain/answering/question.ts';
import type { Level } from '#lib/domain/answering/rating.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { makeAnsweredRound, requireMade, type Answered } from '../../../../tests/support/answered-round.ts';
import { roundPlace } from '../../../../tests/support/making-rounds.ts';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database.ts';
import { findAudit } from '#lib/server/municipalities/audit.ts';
import { closeRound } from './closing.ts';
import { invitation, response, round } from '#lib/server/db/schema-rounds.ts';
import { findShownHurdles } from './hurdles.ts';
import { decide, findMeeting } from '#lib/server/meeting/meetings.ts';
import { replayAll } from '#lib/server/replays.ts';

const sealed = currentInstrument();
const { instrument } = sealed;
const CLOSED_ON = '2027-01-15';

const ids = instrument.dimensions.flatMap(({ criteria }) => criteria.map(({ items }) => items[0]?.id ?? ''));
const person = (level: Level, role = 'others'): Answered => ({
	role,
	answers: { ...Object.fromEntries(ids.map((id) => [id, level])), D1: { importance: 4 } }
});

async function held(people: Answered[], mode: 'confidential' | 'open' = 'confidential') {
	const db = openTemporaryDatabase();
	const id = await makeAnsweredRound(db, people, { mode });
	await db.write((writer) =>
		writer.insert(invitation).values({ id: 'i', assessmentId: id, role: 'staff', email: 'a@musterau.de' }).run()
	);
	const settleAll = async (settlement: Settlement) => {
		const { open } = await findMeeting(db, requireMade(db, id), instrument);
		for (const itemId of open)
			await decide(db, id, { itemId, revision: 0 }, { settlement, reason: 'so beschlossen', dissent: '' }, instrument);
	};
	const close = () => closeRound(db, id, sealed, { userId: undefined, today: CLOSED_ON });
	return { db, id, settleAll, close, frozen: () => FrozenTeam.parse(requireMade(db, id).frozen) };
}

describe('closing a round', () => {
	test('is refused while an item of the agenda is open, and changes nothing', async () => {
		const { db, id, close } = await held([1, 5, 1, 5, 1, 5, 1].map((level) => person(level as Level)));
		expect(await close()).toEqual({ refused: 'open', items: ids });
		expect(requireMade(db, id)).toMatchObject({ phase: 'consensus', frozen: null });
		expect(db.read.select().from(invitation).all()).toHaveLength(1);
	});

	test('freezes hurdles that enough people named, so that they outlive the responses (D12, D16)', async () => {
		const named = (index: number): Answered['answers'] => ({
			[HURDLES_QUESTION]: {
				hurdles: [{ id: index < 6 ? 'H05' : 'H01', severity: index % 2 === 0 ? 3 : 2 }]
			}
		});
		const people = Array.from({ length: 8 }, () => person(3)).map((one, index) => ({
			...one,
			answers: { ...one.answers, ...named(index) }
		}));
		const { db, id, settleAll, close } = await held(people);
		await settleAll(3);
		await close();
		await db.write((writer) => writer.delete(response).run());
		expect(findShownHurdles(db, requireMade(db, id), instrument)).toEqual([{ id: 'H05', named: 5, severity: 3 }]);
		expect([...replayAll(db.read)]).toEqual([{ id, problems: [] }]);
	});

	test('freezes what replays to the same digits, closes the round and forgets who was invited (M15, D16)', async () => {
		const { db, id, settleAll, close, frozen } = await held([1, 5, 1, 5, 1, 5, 1, 3].map((l) => person(l as Level)));
		await settleAll(2);
		expect(await close()).toBeUndefined();
		expect(requireMade(db, id)).toMatchObject({ phase: 'closed', closedOn: CLOSED_ON });
		expect(db.read.select().from(invitation).all()).toEqual([]);
		expect([...replayAll(db.read)]).toEqual([{ id, problems: [] }]);
		const [last] = await findAudit(db, roundPlace.key);
		expect(last).toMatchObject({ event: 'round_closed', day: CLOSED_ON, subject: id });
		expect(frozen().result.overall).toBe(2);
		expect(frozen().inputs).toMatchObject({ respondents: 8, criteria: { D1: { importance: [0, 0, 0, 8] } } });
		expect(Object.keys(frozen().inputs.intervals)).toEqual(['decision', 'administration', 'budget']);
	});

	test('what was accepted keeps its mean and is no decision', async () => {
		const { settleAll, close, frozen } = await held([1, 5, 1, 5, 1, 5, 1].map((level) => person(level as Level)));
		await settleAll('accepted');
		await close();
		expect(frozen().inputs.decisions).toEqual({});
		expect(frozen().result.items['D1.1']?.value).toBeCloseTo(19 / 7);
	});

	test('D12: with four responses only decisions count', async () => {
		const { db, settleAll, close, frozen } = await held([2, 2, 2, 2].map((level) => person(level as Level)));
		await settleAll('accepted');
		expect(await close()).toBeUndefined();
		expect(frozen().result.overall).toBeNull();
		expect(frozen().inputs.items['D1.1']).toEqual({ applies: true });
		expect([...replayAll(db.read)].flatMap(({ problems }) => problems)).toEqual([]);
	});

	test('an open workshop of two has its means', async () => {
		const { settleAll, close, frozen } = await held([person(2), person(3)], 'open');
		await settleAll('accepted');
		await close();
		expect(frozen().result.overall).toBe(2.5);
	});

	test('it happens once, and nothing is decided afterwards', async () => {
		const { db, id, settleAll, close } = await held([3, 3, 3, 3, 3].map((level) => person(level as Level)));
		await settleAll(3);
		expect(await Promise.all([close(), close()])).toEqual([undefined, { refused: 'phase' }]);
		const entry = { settlement: 5 as const, reason: 'zu spät', dissent: '' };
		expect(await decide(db, id, { itemId: 'D1.1', revision: 0 }, entry, instrument)).toEqual({ refused: 'phase' });
	});

	test.each(['draft', 'collecting'] as const)('is refused in %s', async (phase) => {
		const { db, id, close } = await held([person(3)]);
		await db.write((writer) => writer.update(round).set({ phase }).where(eq(round.assessmentId, id)).run());
		expect(await close()).toEqual({ refused: 'phase' });
	});
});
