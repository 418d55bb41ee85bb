/** The code of a meeting, its screens and its blind votes: what somebody in the room, or outside, might try. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MEETING_CODE_LENGTH, meetingCodeFrom } from '#lib/domain/meeting/meeting-code.ts';
import { LEVELS, type Level } from '#lib/domain/answering/rating.ts';
import { voteOutcome } from '#lib/domain/result/vote.ts';
import { ballot } from '#lib/server/db/schema-rounds.ts';
import { findScreenView } from '#lib/server/meeting/screen-views.ts';
import { admitScreens, findRoundByCode, readScreens } from '#lib/server/meeting/screens.ts';
import { endVote } from '#lib/server/meeting/votes.ts';
import { wrongCodes } from '../../src/routes/meeting/limits.ts';
import { holdMeeting, LEADER, LED_ON } from '../support/led-meeting.ts';
import { seededRandom } from '../support/random.ts';
import { snapshotFiles } from './insider.ts';

const Ballots = fc.array(fc.option(fc.constantFrom(...LEVELS)), { maxLength: 12 });
const levelsIn = (ballots: readonly (Level | null)[]) => ballots.filter((one) => one !== null).length;

describe('guessing the code', () => {
	/** of ten meetings that let screens in on the same day, guessed all day long */
	const MEETINGS = 10;
	const WINDOWS_A_DAY = 24 * 6;

	test('one address has forty tries in ten minutes, and all of them together six hundred', () => {
		const tries = (address: (index: number) => string) => {
			let index = 0;
			while (!wrongCodes.isUsedUp(address(index)) && index < 10_000) wrongCodes.allows(address(index++));
			return index;
		};
		expect(tries(() => 'one')).toBe(40);
		const all = 40 + tries((index) => `another ${index}`);
		expect(all).toBe(600);
		expect(wrongCodes.isUsedUp('somebody else')).toBe(true);
		const codes = 32 ** MEETING_CODE_LENGTH;
		expect((all * WINDOWS_A_DAY * MEETINGS) / codes).toBeLessThan(0.001);
	});

	test('wrong codes open nothing, and what has held before is a wrong one', async () => {
		const { db, id, code } = await holdMeeting();
		const random = seededRandom(6);
		const bytes = () => Uint8Array.from({ length: MEETING_CODE_LENGTH }, () => random.below(256));
		const guesses = Array.from({ length: 2000 }, () => meetingCodeFrom(bytes())).filter((guess) => guess !== code());
		expect(guesses.filter((guess) => findRoundByCode(db, guess, LED_ON))).toEqual([]);
		const before = code();
		await admitScreens(db, id, LEADER, LED_ON);
		expect(findRoundByCode(db, before, LED_ON)).toBeUndefined();
		expect(findRoundByCode(db, '', LED_ON)).toBeUndefined();
	});
});

describe('D12: a vote below the minimum', () => {
	test('is told alike, whatever was chosen and by however many', () => {
		fc.assert(
			fc.property(Ballots, Ballots, (one, other) => {
				fc.pre(levelsIn(one) < 5 && levelsIn(other) < 5);
				expect(JSON.stringify(voteOutcome(one, true))).toBe(JSON.stringify(voteOutcome(other, true)));
			})
		);
	});

	test('with five or six levels tells two votes of the same mean and agreement alike', () => {
		expect(voteOutcome([1, 3, 3, 3, 5], true)).toEqual(voteOutcome([1, 3, 3, 3, 5].reverse() as Level[], true));
		expect(voteOutcome([2, 2, 3, 4, 4], true)).not.toHaveProperty('levels');
	});

	test('leaves nothing to read in database, log and backup once it has ended', async () => {
		const { db, id, vote, cast } = await holdMeeting();
		const number = await vote();
		for (const phone of ['a', 'b', 'c', 'd']) await cast(phone, number, 5);
		const voters = db.read.select({ voter: ballot.voter }).from(ballot).all();
		expect(voters).toHaveLength(4);
		await endVote(db, id, LEADER);
		expect(db.read.select().from(ballot).all()).toEqual([]);
		const { counts } = readScreens(db.read, id) ?? {};
		expect(counts).toEqual({ applies: true });
		for (const [name, bytes] of snapshotFiles(db.file)) {
			if (name.endsWith('-wal')) continue;
			expect(
				voters.filter(({ voter }) => bytes.includes(voter)),
				name
			).toEqual([]);
		}
	});
});

describe('before and after', () => {
	/** What a screen shows, step by step, while people vote like this. */
	async function watchVote(levels: readonly Level[]) {
		const { db, id, vote, cast } = await holdMeeting();
		const number = await vote();
		const seen: string[] = [];
		for (const [index, level] of levels.entries()) {
			await cast(`phone ${index}`, number, level);
			const view = await findScreenView(db, id, 'de', LED_ON);
			seen.push(JSON.stringify({ ...view, code: 'another each time' }));
		}
		return seen;
	}

	test('while a vote is open, no single ballot changes what is shown but their number', async () => {
		const low = await watchVote([1, 1, 1, 1, 1, 1, 1, 1]);
		expect(low).toHaveLength(8);
		expect(await watchVote([5, 4, 3, 2, 1, 5, 4, 3])).toEqual(low);
	});

	test('an ended vote takes no further ballot, so that nobody sees it with and without one person', async () => {
		const { db, id, vote, cast } = await holdMeeting();
		const number = await vote();
		for (const phone of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) await cast(phone, number, 3);
		await endVote(db, id, LEADER);
		const before = readScreens(db.read, id);
		expect(await cast('h', number, 5)).toEqual({ refused: 'over' });
		expect(readScreens(db.read, id)).toEqual(before);
	});

	test('whoever changes the ballot often is counted once', async () => {
		const { db, id, vote, cast } = await holdMeeting();
		const number = await vote();
		for (let time = 0; time < 9; time++) await cast('a', number, ((time % 5) + 1) as Level);
		await endVote(db, id, LEADER);
		expect(readScreens(db.read, id)?.counts).toEqual({ applies: true });
	});
});

test('nothing stored of a ballot leads to the phone, to another vote, or to a person', async () => {
	const { db, id, vote, cast, code } = await holdMeeting();
	const ids: string[] = [];
	for (const item of ['D1.1', 'D2.1']) {
		const number = await vote(item);
		for (const phone of ['a', 'b', 'c']) await cast(phone, number, 3);
		ids.push(
			...db.read
				.select({ voter: ballot.voter })
				.from(ballot)
				.all()
				.map(({ voter }) => voter)
		);
		await endVote(db, id, LEADER);
	}
	expect(new Set(ids)).toHaveLength(6);
	for (const known of [id, code(), LEADER, 'D1.1']) expect(ids.join()).not.toContain(known);
});
