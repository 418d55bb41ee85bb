import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { makeContactTowns, TOWNS } from '../../../../tests/support/contact-towns.ts';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database.ts';
import type { PlanDeed } from '#lib/server/rounds/actions.ts';
import { settleMessage } from './contact-answers.ts';
import { sendContactLetters, type WriteContactLetter } from './contact-mail.ts';
import { findReceived, writeMessage } from './contact-messages.ts';
import { offerContact, withdrawContact } from './contacts.ts';
import { membership } from '#lib/server/db/schema-accounts.ts';
import type { Letter } from '#lib/server/mail.ts';

const TODAY = '2027-03-01';
const { offering, reading } = TOWNS;
const KIM: PlanDeed = { key: offering.key, userId: offering.organiser, today: TODAY };
const OLA: PlanDeed = { key: reading.key, userId: reading.observer, today: TODAY };
const told: WriteContactLetter = (facts) => ({ subject: facts.kind, text: JSON.stringify(facts) });

/** A message that waits, and a mailbox; `refusals` are what the server says to the next letters. */
async function waitingMessage() {
	const db = openTemporaryDatabase();
	await makeContactTowns(db);
	await offerContact(db, { criterion: 'D1', contactPoint: 'Stabsstelle', stage: null }, KIM);
	await writeMessage(db, { place: { key: offering.key, criterion: 'D1' }, text: 'Wie geht das?' }, OLA);
	const sent: Letter[] = [];
	const refusals: Error[] = [];
	const mail = {
		folder: undefined,
		send(letter: Letter) {
			const refusal = refusals.shift();
			if (refusal) return Promise.reject(refusal);
			sent.push(letter);
			return Promise.resolve();
		}
	};
	const send = () => sendContactLetters({ db, mail, write: told }, TODAY);
	return { db, sent, refusals, send, id: findReceived(db, offering.key)[0]?.id ?? '' };
}

test('a letter goes once to whoever offered, without any address', async () => {
	const { sent, send, id } = await waitingMessage();
	await send();
	await send();
	expect(sent.map(({ to }) => to)).toEqual([offering.organiser]);
	expect(sent[0]?.text).toContain(id);
	expect(sent[0]?.text).toContain('Wie geht das?');
	expect(sent[0]?.text).not.toContain('@');
});

test('where whoever offered organises no longer, it goes to those who do', async () => {
	const { db, sent, send } = await waitingMessage();
	await db.write((writer) => {
		writer.update(membership).set({ role: 'organiser' }).where(eq(membership.userId, offering.observer)).run();
		writer.update(membership).set({ role: 'observer' }).where(eq(membership.userId, offering.organiser)).run();
	});
	await send();
	expect(sent.map(({ to }) => to)).toEqual([offering.observer]);
});

test('what is withdrawn before it is sent leaves no letter behind', async () => {
	const { db, sent, send } = await waitingMessage();
	await withdrawContact(db, 'D1', KIM);
	await send();
	expect(sent).toEqual([]);
});

test('the answer goes to whoever wrote, with the address; a refusal without', async () => {
	for (const answer of ['Gern.', undefined]) {
		const { db, sent, send, id } = await waitingMessage();
		await settleMessage(db, { id, answer }, KIM);
		await send();
		await send();
		expect(sent.map(({ to, subject }) => [to, subject])).toEqual([[reading.observer, 'reply']]);
		expect(sent[0]?.text.includes(offering.organiser)).toBe(answer !== undefined);
	}
});

test('nobody who has left the municipality that wrote gets its answer', async () => {
	const { db, sent, send, id } = await waitingMessage();
	await settleMessage(db, { id, answer: 'Gern.' }, KIM);
	await db.write((writer) => writer.delete(membership).where(eq(membership.userId, OLA.userId)).run());
	await send();
	expect(sent).toEqual([]);
});

test('what the server does not take now waits, and what can never arrive does not', async () => {
	const { sent, refusals, send } = await waitingMessage();
	refusals.push(new Error('later'));
	await expect(send()).rejects.toThrow('later');
	refusals.push(Object.assign(new Error('never'), { code: 'EENVELOPE', responseCode: 550 }));
	await send();
	await send();
	expect(sent).toEqual([]);
});
