import { describe, expect, test } from 'vitest';
import type { Level } from '#lib/domain/answering/rating.ts';
import { holdMeeting, LEADER, LED_ON } from '../../../../tests/support/led-meeting.ts';
import { ballot } from '#lib/server/db/schema-rounds.ts';
import { dismissScreens, readScreens } from './screens.ts';
import { castBallot, countBallots, endVote, findBallot, openVote } from './votes.ts';

async function voting() {
	const held = await holdMeeting();
	const vote = await held.vote();
	return { ...held, vote, look: () => readScreens(held.db.read, held.id), open: held.vote };
}

describe('a blind vote', () => {
	test('is hidden while it is open, and told once whoever leads has ended it', async () => {
		const { db, id, vote, cast, look } = await voting();
		for (const [index, level] of ([1, 2, 2, 3, 3, 3, 5] as Level[]).entries())
			await cast(`phone ${index}`, vote, level);
		expect(look()).toMatchObject({ voting: 'open', counts: null });
		expect(await endVote(db, id, LEADER)).toBeUndefined();
		expect(look()).toMatchObject({ voting: 'ended', counts: { levels: [1, 2, 3, 0, 1] } });
	});

	test('ends by itself with the last of all who take part', async () => {
		const { cast, vote, look } = await voting();
		for (const phone of ['a', 'b', 'c']) await cast(phone, vote, 4, 4);
		expect(look()?.voting).toBe('open');
		await cast('d', vote, null, 4);
		expect(look()).toMatchObject({ voting: 'ended', counts: { applies: true } });
	});

	test('does not end by itself where it is not known who takes part', async () => {
		const { cast, vote, look } = await voting();
		await cast('a', vote, 4);
		expect(look()?.voting).toBe('open');
	});

	test('leaves no ballot behind when it ends, when another item is shown, when the meeting is broken off', async () => {
		const { db, id, vote, cast, show, open } = await voting();
		const left = () => db.read.select().from(ballot).all();
		await cast('a', vote, 4);
		expect(left()).toHaveLength(1);
		await endVote(db, id, LEADER);
		expect(left()).toEqual([]);
		await cast('a', await open('D2.1'), 4);
		await show('D3.1');
		expect(left()).toEqual([]);
		await cast('a', await open('D2.1'), 4);
		await dismissScreens(db, id, LEADER);
		expect(left()).toEqual([]);
	});

	test('needs an item that is shown, and somebody who leads', async () => {
		const { db, id } = await holdMeeting();
		expect(await openVote(db, id, LEADER, LED_ON)).toEqual({ refused: 'noItem' });
		expect(await openVote(db, id, 'mika', LED_ON)).toEqual({ refused: 'notLeading' });
	});
});

describe('a phone', () => {
	test('has one ballot in a vote, which it can change until the vote ends', async () => {
		const { db, id, vote, cast, look } = await voting();
		await cast('a', vote, 4);
		await cast('a', vote, 2);
		expect(countBallots(db.read, id)).toBe(1);
		const screens = look();
		expect(screens && findBallot(db, id, screens, 'a')).toEqual({ level: 2 });
		expect(screens && findBallot(db, id, screens, 'b')).toBeUndefined();
	});

	test('has another id in every vote, and none that could be made without its secret', async () => {
		const { db, id, vote, cast, open } = await voting();
		const ids = () => db.read.select({ voter: ballot.voter }).from(ballot).all();
		await cast('a', vote, 4);
		const first = ids();
		await endVote(db, id, LEADER);
		await cast('a', await open(), 4);
		expect(ids()).toHaveLength(1);
		expect(ids()).not.toEqual(first);
	});

	test('comes too late once the vote has ended, another has begun, its day is over or its code is gone', async () => {
		const { db, id, vote, cast, open, code } = await voting();
		await endVote(db, id, LEADER);
		expect(await cast('a', vote, 4)).toEqual({ refused: 'over' });
		const next = await open('D2.1');
		expect(await cast('a', vote, 4)).toEqual({ refused: 'over' });
		const choice = { vote: next, level: 4 as const, device: 'a', code: code() };
		const late = { expected: undefined, today: '2027-01-11' };
		expect(await castBallot(db, id, choice, late)).toEqual({ refused: 'over' });
		const stranger = castBallot(db, id, { ...choice, code: 'AAAAAA' }, { expected: undefined, today: LED_ON });
		expect(await stranger).toEqual({ refused: 'over' });
		expect(await cast('a', next, 4)).toBeUndefined();
	});

	test('of a ballot and the end at the same moment either the ballot counts, or it is refused', async () => {
		const { db, id, vote, cast, look } = await voting();
		for (const phone of ['b', 'c', 'd', 'e']) await cast(phone, vote, 3);
		const [ended, refusal] = await Promise.all([endVote(db, id, LEADER), cast('a', vote, 3)]);
		expect([ended, refusal]).toEqual([undefined, { refused: 'over' }]);
		expect(look()?.counts).toEqual({ applies: true });
	});
});
