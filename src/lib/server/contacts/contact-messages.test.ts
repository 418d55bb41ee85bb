import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { makeContactTowns, TOWNS } from '../../../../tests/support/contact-towns.ts';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database.ts';
import { ANEW_DAYS, MESSAGES_A_DAY, type OfferPlace } from '#lib/domain/contact/message.ts';
import { addDays, addMonths } from '#lib/domain/day.ts';
import { CONTACT_MONTHS } from '#lib/domain/retention.ts';
import type { PlanDeed } from '#lib/server/rounds/actions.ts';
import { findAudit } from '#lib/server/municipalities/audit.ts';
import { expireContacts, settleMessage } from './contact-answers.ts';
import { blockSender, findBlocked, unblock } from './contact-blocks.ts';
import { findReceived, findSent, readRefusal, writeMessage } from './contact-messages.ts';
import { offerContact, withdrawContact } from './contacts.ts';
import type { Db } from '#lib/server/db/open.ts';
import { membership, participant, user } from '#lib/server/db/schema-accounts.ts';
import { contactMessage } from '#lib/server/db/schema-contacts.ts';

const TODAY = '2027-03-01';
const { offering, reading, waiting } = TOWNS;
const KIM: PlanDeed = { key: offering.key, userId: offering.organiser, today: TODAY };
const OLA: PlanDeed = { key: reading.key, userId: reading.observer, today: TODAY };
const D1: OfferPlace = { key: offering.key, criterion: 'D1' };
const TEXT = 'Wie haben Sie begonnen?';
const CLOSED = { why: 'closed' };

async function towns() {
	const db = openTemporaryDatabase();
	await makeContactTowns(db);
	await offerContact(db, { criterion: 'D1', contactPoint: 'Stabsstelle', stage: 3 }, KIM);
	return db;
}

const write = (db: Db, deed = OLA, place = D1) => writeMessage(db, { place, text: TEXT }, deed);

async function written() {
	const db = await towns();
	expect(await write(db)).toBeUndefined();
	const [message] = findReceived(db, offering.key);
	return { db, id: message?.id ?? '' };
}

describe('one message about an offer', () => {
	test('reaches the offering municipality without who wrote it, and the log tells of it', async () => {
		const { db, id } = await written();
		const message = { id, criterion: 'D1', text: TEXT, sentOn: TODAY, state: 'open', answer: undefined };
		expect(findReceived(db, offering.key)).toEqual([{ ...message, from: { key: reading.key, name: reading.name } }]);
		const to = { key: offering.key, name: offering.name };
		expect(findSent(db, reading.key)).toEqual([{ ...message, to, address: undefined }]);
		expect((await findAudit(db, reading.key))[0]).toMatchObject({ event: 'contact_written', subject: 'D1' });
	});

	test('is not followed by another until it is answered or long ago', async () => {
		const { db, id } = await written();
		const anewOn = addDays(TODAY, ANEW_DAYS);
		expect(await write(db)).toEqual({ why: 'again', since: TODAY, anewOn });
		expect(readRefusal(db.read, D1, { ...OLA, today: anewOn })).toBeUndefined();
		await settleMessage(db, { id, answer: 'Mit einem Leitbild.' }, KIM);
		expect(await write(db)).toBeUndefined();
		expect(findSent(db, reading.key)).toHaveLength(2);
	});

	test('is refused for one’s own offer, and alike for every closed one', async () => {
		const db = await towns();
		expect(await write(db, KIM)).toEqual({ why: 'own' });
		expect(await write(db, OLA, { ...D1, criterion: 'B1' }), 'never offered').toEqual(CLOSED);
		expect(await write(db, OLA, { ...D1, key: '00000000' }), 'no municipality').toEqual(CLOSED);
		expect(await write(db, { key: waiting.key, userId: waiting.organiser, today: TODAY }), 'unverified').toEqual(
			CLOSED
		);
		expect(db.read.select().from(contactMessage).all()).toEqual([]);
	});

	test('is one of a few within a day, also where offers and messages are gone', async () => {
		const db = await towns();
		const criteria = ['A1', 'A2', 'A3', 'B1', 'B2', 'B3'].slice(0, MESSAGES_A_DAY + 1);
		for (const criterion of criteria) {
			await offerContact(db, { criterion, contactPoint: 'Amt', stage: null }, KIM);
			const refused = await write(db, OLA, { ...D1, criterion });
			expect(refused).toEqual(criterion === criteria.at(-1) ? { why: 'day' } : undefined);
			await withdrawContact(db, criterion, KIM);
		}
		expect(await write(db, { ...OLA, today: addDays(TODAY, 1) })).toBeUndefined();
	});
});

describe('an answer', () => {
	test('shows the address of whoever answers to the municipality that wrote, and nothing before', async () => {
		const { db, id } = await written();
		expect(JSON.stringify([findReceived(db, offering.key), findSent(db, reading.key)])).not.toContain('@');
		expect(await settleMessage(db, { id, answer: 'Gern.' }, KIM)).toBe(true);
		expect(findSent(db, reading.key)).toMatchObject([
			{ state: 'answered', answer: 'Gern.', address: offering.organiser }
		]);
		expect(JSON.stringify(findReceived(db, offering.key)), 'the other address stays hidden').not.toContain('@');
		expect((await findAudit(db, offering.key))[0]).toMatchObject({ event: 'contact_answered', subject: 'D1' });
	});

	test('is given once, by the municipality that was asked', async () => {
		const { db, id } = await written();
		expect(await settleMessage(db, { id, answer: 'Fremd.' }, OLA)).toBe(false);
		expect(await settleMessage(db, { id, answer: 'Gern.' }, KIM)).toBe(true);
		expect(await settleMessage(db, { id, answer: undefined }, KIM)).toBe(false);
		expect(findSent(db, reading.key)).toMatchObject([{ answer: 'Gern.' }]);
	});

	test('may be declined, which shows no address', async () => {
		const { db, id } = await written();
		expect(await settleMessage(db, { id, answer: undefined }, KIM)).toBe(true);
		expect(findSent(db, reading.key)).toMatchObject([{ state: 'declined', address: undefined }]);
	});

	test('shows the address only while whoever answered belongs to the municipality', async () => {
		for (const leaving of [
			(db: Db) => db.write((writer) => writer.delete(membership).where(eq(membership.userId, KIM.userId)).run()),
			(db: Db) => db.write((writer) => writer.delete(user).where(eq(user.id, KIM.userId)).run())
		]) {
			const { db, id } = await written();
			await settleMessage(db, { id, answer: 'Gern.' }, KIM);
			await leaving(db);
			expect(findSent(db, reading.key)).toMatchObject([{ answer: 'Gern.', address: undefined }]);
		}
	});
});

describe('messages go', () => {
	test('with the offer, answered ones too', async () => {
		const { db, id } = await written();
		await settleMessage(db, { id, answer: 'Gern.' }, KIM);
		await withdrawContact(db, 'D1', KIM);
		expect([findReceived(db, offering.key), findSent(db, reading.key)]).toEqual([[], []]);
		expect(await write(db)).toEqual(CLOSED);
	});

	test('with either municipality', async () => {
		for (const { key } of [offering, reading]) {
			const { db } = await written();
			await db.write((writer) => writer.delete(participant).where(eq(participant.municipalityKey, key)).run());
			expect(db.read.select().from(contactMessage).all()).toEqual([]);
		}
	});

	test('after their time', async () => {
		const { db } = await written();
		const last = addMonths(TODAY, CONTACT_MONTHS);
		await expireContacts(db, last);
		expect(findSent(db, reading.key)).toHaveLength(1);
		await expireContacts(db, addDays(last, 1));
		expect(findSent(db, reading.key)).toEqual([]);
	});
});

describe('a block', () => {
	test('closes all offers to the other municipality as if they were withdrawn, for both sides', async () => {
		const { db, id } = await written();
		await offerContact(db, { criterion: 'B1', contactPoint: 'Amt', stage: null }, KIM);
		expect(await blockSender(db, id, OLA), 'not one’s own message').toBe(false);
		expect(await blockSender(db, id, KIM)).toBe(true);
		expect([findReceived(db, offering.key), findSent(db, reading.key)]).toEqual([[], []]);
		const refused = [D1, { ...D1, criterion: 'B1' }].map((place) => readRefusal(db.read, place, OLA));
		expect(refused).toEqual([CLOSED, CLOSED]);
		expect(findBlocked(db, offering.key)).toEqual([{ key: reading.key, name: reading.name, blockedOn: TODAY }]);
		expect(findBlocked(db, reading.key)).toEqual([]);
	});

	test('is lifted by whoever set it', async () => {
		const { db, id } = await written();
		await blockSender(db, id, KIM);
		await unblock(db, offering.key, OLA);
		expect(await write(db)).toEqual(CLOSED);
		await unblock(db, reading.key, KIM);
		expect(await write(db)).toBeUndefined();
		const events = (await findAudit(db, offering.key)).map(({ event }) => event);
		expect(events.slice(0, 2)).toEqual(['contact_unblocked', 'contact_blocked']);
	});
});
