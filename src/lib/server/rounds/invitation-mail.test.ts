import { describe, expect, test } from 'vitest';
import { addDays } from '#lib/domain/day.ts';
import { REMINDER_GAP_DAYS } from '#lib/domain/round/reminder.ts';
import { answering, redeem, save, submit } from '../../../../tests/support/answering-a-round.ts';
import {
	DEED,
	invite,
	roundPlace,
	startRound,
	STARTED_ON,
	type StartedRound
} from '../../../../tests/support/making-rounds.ts';
import { endCollecting } from './collecting.ts';
import { sendDue, type InvitationFacts } from './invitation-mail.ts';
import { findInvitations } from './invitations.ts';
import { addCodes, removeInvitation } from './inviting.ts';
import type { Letter } from '#lib/server/mail.ts';
import { orderReminder } from './reminders.ts';
import { findRound } from './rounds.ts';

const REMINDED_ON = addDays(STARTED_ON, REMINDER_GAP_DAYS);
const REFUSED = Object.assign(new Error('no such mailbox'), { code: 'EENVELOPE', responseCode: 550 });
const AWAY = Object.assign(new Error('cannot connect'), { code: 'ECONNECTION' });

/** Sends what waits by a server that answers each letter as told; gives what it took and what was asked to be written. */
async function sending(
	started: StartedRound,
	today = STARTED_ON,
	answer: (letter: Letter) => Error | undefined = () => undefined
) {
	const sent: Letter[] = [];
	const written: InvitationFacts[] = [];
	const mail = {
		folder: undefined,
		send: (letter: Letter) => {
			const error = answer(letter);
			if (error) return Promise.reject(error);
			sent.push(letter);
			return Promise.resolve();
		}
	};
	const write = (facts: InvitationFacts) => {
		written.push(facts);
		return { subject: facts.reminder ? 'again' : 'first', text: facts.link };
	};
	const failure = await sendDue({ db: started.db, keyFolder: started.keys, mail, write }, started.id, today).catch(
		(error: unknown) => error
	);
	return { sent, written, failure };
}

const people = (count: number) => [{ role: 'staff', count }];

describe('letters to everyone invited', () => {
	test('go out once, with a link of their own, and not to printed codes', async () => {
		const started = await startRound({}, people(3));
		await addCodes(started.db, started.id, { role: 'staff', count: 2 }, DEED);
		const { sent } = await sending(started);
		expect(sent.map(({ to }) => to).toSorted()).toEqual([0, 1, 2].map((index) => `staff-${index}@musterau.de`));
		expect(new Set(sent.map(({ text }) => text))).toHaveLength(3);
		expect((await sending(started)).sent).toEqual([]);
	});

	test('remind all of them alike, answered or not, and as often as was set', async () => {
		const started = await startRound({ remindersMost: 1 }, people(2));
		await sending(started);
		const { pass } = await redeem(started);
		await save(started, pass);
		await submit(started, pass);
		await sending(started);
		const deed = { userId: undefined, today: REMINDED_ON };
		expect(await orderReminder(started.db, started.id, DEED)).toMatchObject({ obstacle: 'early' });
		expect(await orderReminder(started.db, started.id, deed)).toBeUndefined();
		const { sent } = await sending(started, REMINDED_ON);
		expect(sent.map(({ subject }) => subject)).toEqual(['again', 'again', 'again']);
		expect((await sending(started, REMINDED_ON)).sent).toEqual([]);
		const later = { ...deed, today: addDays(REMINDED_ON, REMINDER_GAP_DAYS) };
		expect(await orderReminder(started.db, started.id, later)).toEqual({ obstacle: 'spent' });
		expect(answering(started, pass).response?.submittedOn).toBeDefined();
	});

	test('wait while the server is away, and go out later', async () => {
		const started = await startRound({}, people(3));
		let tries = 0;
		const { sent, failure } = await sending(started, STARTED_ON, () => (++tries > 1 ? AWAY : undefined));
		expect(failure).toBe(AWAY);
		expect(sent).toHaveLength(1);
		expect((await sending(started)).sent).toHaveLength(2);
	});

	test('are not sent again to an address that is refused for good; the others get theirs', async () => {
		const started = await startRound({}, people(3));
		const refuse = ({ to }: Letter) => (to.startsWith('staff-1') ? REFUSED : undefined);
		expect((await sending(started, STARTED_ON, refuse)).sent).toHaveLength(2);
		expect(findInvitations(started.db, started.id).map(({ undeliverable }) => undeliverable)).toEqual([
			false,
			true,
			false
		]);
		await orderReminder(started.db, started.id, { userId: undefined, today: REMINDED_ON });
		expect((await sending(started, REMINDED_ON)).sent).toHaveLength(2);
	});

	test('go neither to whoever was taken off the list meanwhile, nor after collecting', async () => {
		const started = await startRound({}, people(2));
		const [first] = findInvitations(started.db, started.id);
		const place = { roundId: started.id, invitationId: first?.id ?? '' };
		await removeInvitation(started.db, started.keys, place, DEED);
		expect((await sending(started)).sent).toHaveLength(1);
		await invite(started, 'staff');
		await endCollecting(started.db, started.keys, started.id, STARTED_ON);
		expect((await sending(started)).sent).toEqual([]);
	});

	test('go out no more once the last day is over, until it is moved', async () => {
		const started = await startRound({}, people(1));
		const last = findRound(started.db, roundPlace.key, started.id)?.collectUntil ?? '';
		expect((await sending(started, addDays(last, 1))).sent).toEqual([]);
		expect((await sending(started, last)).sent).toHaveLength(1);
	});
});
