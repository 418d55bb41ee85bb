import { describe, expect, test } from 'vitest';
import { currentInstrument } from '#lib/instruments/index.ts';
import { holdMeeting, LEADER, LEADS_AS, LED_ON } from '../../../../tests/support/led-meeting.ts';
import { closeRound } from '#lib/server/rounds/closing.ts';
import { takeChair } from '#lib/server/rounds/leading.ts';
import { decide } from './meetings.ts';
import { admitScreens, dismissScreens, findRoundByCode, readScreens, showItem } from './screens.ts';

const { instrument } = currentInstrument();
const TOMORROW = '2027-01-11';

describe('the code of a meeting', () => {
	test('lets in on its day, to its meeting, and is gone when the meeting is broken off', async () => {
		const { db, id, code } = await holdMeeting();
		expect(findRoundByCode(db, code(), LED_ON)?.id).toBe(id);
		expect(findRoundByCode(db, code(), TOMORROW)).toBeUndefined();
		const first = code();
		await dismissScreens(db, id, LEADER);
		expect(readScreens(db.read, id)).toMatchObject({ code: null, itemId: null });
		expect(findRoundByCode(db, first, LED_ON)).toBeUndefined();
	});

	test('is another one after going on, and the old one opens nothing', async () => {
		const { db, id, code } = await holdMeeting();
		const first = code();
		await admitScreens(db, id, LEADER, TOMORROW);
		expect(code()).not.toBe(first);
		expect(findRoundByCode(db, first, TOMORROW)).toBeUndefined();
		expect(findRoundByCode(db, code(), TOMORROW)?.id).toBe(id);
	});

	test('ends with the round', async () => {
		const { db, id, code } = await holdMeeting([]);
		for (const { criteria } of instrument.dimensions)
			for (const { items } of criteria) {
				const itemId = items[0]?.id ?? '';
				const entry = { settlement: 'accepted' as const, reason: '', dissent: '' };
				await decide(db, id, { itemId, revision: 0 }, entry, instrument);
			}
		const kept = code();
		expect(await closeRound(db, id, currentInstrument(), { userId: LEADER, today: LED_ON })).toBeUndefined();
		expect(findRoundByCode(db, kept, LED_ON)).toBeUndefined();
	});
});

describe('who leads', () => {
	test('alone controls the screens; whoever takes over controls them next', async () => {
		const { db, id } = await holdMeeting();
		const show = (userId: string) => showItem(db, id, { userId, itemId: 'D1.1', today: LED_ON }, instrument);
		expect(await show('mika')).toEqual({ refused: 'notLeading' });
		await takeChair(db, id, 'mika', LEADS_AS, LED_ON);
		expect(await show('mika')).toBeUndefined();
		expect(await show(LEADER)).toEqual({ refused: 'notLeading' });
	});
});

describe('an item', () => {
	test('is shown once it has been opened, and counts the version up', async () => {
		const { db, id, show } = await holdMeeting();
		const before = readScreens(db.read, id)?.version ?? 0;
		expect(await show('D1.1')).toBeUndefined();
		expect(readScreens(db.read, id)).toMatchObject({ itemId: 'D1.1', version: before + 1 });
	});

	test('that the round does not ask is refused, and so is any while no screens are let in', async () => {
		const { db, id, show } = await holdMeeting();
		expect(await show('D1.2')).toEqual({ refused: 'unknownItem' });
		expect(await show('D1.1', TOMORROW)).toEqual({ refused: 'noScreens' });
		await dismissScreens(db, id, LEADER);
		expect(await show('D1.1')).toEqual({ refused: 'noScreens' });
	});

	test('a decision counts the version up, too', async () => {
		const { db, id } = await holdMeeting();
		const before = readScreens(db.read, id)?.version ?? 0;
		const entry = { settlement: 3 as const, reason: 'so beschlossen', dissent: '' };
		await decide(db, id, { itemId: 'D1.1', revision: 0 }, entry, instrument);
		expect(readScreens(db.read, id)?.version).toBe(before + 1);
	});
});
