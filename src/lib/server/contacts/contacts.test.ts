import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { makeRound, roundPlace } from '../../../../tests/support/making-rounds.ts';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database.ts';
import { addParticipant } from '../../../../tests/support/town-hall.ts';
import { findAudit } from '#lib/server/municipalities/audit.ts';
import { findContacts, findOwnOffers, findReaderRole, offerContact, withdrawContact } from './contacts.ts';
import { contactOffer, participant, user } from '#lib/server/db/schema-accounts.ts';

const KIM = 'kim@musterau.example';
const ROBIN = 'robin@musterau.example';
const { key } = roundPlace;
const deed = { key, userId: KIM, today: '2027-03-01' };
const OFFER = { criterion: 'D1', contactPoint: 'Stabsstelle Nachhaltigkeit', stage: 3 };

async function town({ verified = true } = {}) {
	const db = openTemporaryDatabase();
	await makeRound(db);
	await addParticipant(db, [
		{ email: KIM, role: 'organiser' },
		{ email: ROBIN, role: 'observer' }
	]);
	if (verified)
		await db.write((writer) =>
			writer.update(participant).set({ verifiedOn: '2027-01-01', verifiedBy: 'operator' }).run()
		);
	return db;
}

describe('contacts', () => {
	test('are offered criterion by criterion with day and person, and stand in the list at once', async () => {
		const db = await town();
		expect(await offerContact(db, OFFER, deed)).toBe(true);
		await offerContact(db, { ...OFFER, criterion: 'B2', stage: null }, { ...deed, today: '2027-03-02' });
		expect(findOwnOffers(db, key)).toEqual([
			{ ...OFFER, criterion: 'B2', stage: null, offeredOn: '2027-03-02', offeredBy: KIM },
			{ ...OFFER, offeredOn: '2027-03-01', offeredBy: KIM }
		]);
		const { name, state, population } = roundPlace;
		expect(findContacts(db)[1]).toEqual({ ...OFFER, key, name, state, population, offeredOn: '2027-03-01' });
	});

	test('offered again take the place of the offer before', async () => {
		const db = await town();
		await offerContact(db, OFFER, deed);
		await offerContact(db, { ...OFFER, stage: 4 }, { ...deed, today: '2027-04-01' });
		expect(findContacts(db).map(({ stage, offeredOn }) => [stage, offeredOn])).toEqual([[4, '2027-04-01']]);
	});

	test('are withdrawn one by one, are gone at once, and the log tells of both', async () => {
		const db = await town();
		await offerContact(db, OFFER, deed);
		await offerContact(db, { ...OFFER, criterion: 'B2' }, deed);
		await withdrawContact(db, 'D1', { ...deed, key: '05999002' });
		expect(findContacts(db), 'nobody withdraws for others').toHaveLength(2);
		await withdrawContact(db, 'D1', deed);
		await withdrawContact(db, 'D1', deed);
		expect(findContacts(db).map(({ criterion }) => criterion)).toEqual(['B2']);
		const noted = (await findAudit(db, key)).filter(({ event }) => event.startsWith('contact_'));
		expect(noted.map(({ event, subject }) => [event, subject])).toEqual([
			['contact_withdrawn', 'D1'],
			['contact_offered', 'B2'],
			['contact_offered', 'D1']
		]);
	});

	test('are neither offered nor read before the municipality is verified', async () => {
		const db = await town({ verified: false });
		expect(await offerContact(db, OFFER, deed)).toBe(false);
		expect(db.read.select().from(contactOffer).all()).toEqual([]);
		expect([KIM, ROBIN].map((id) => findReaderRole(db, id))).toEqual([undefined, undefined]);
		const verified = await town();
		expect([KIM, ROBIN, 'nobody'].map((id) => findReaderRole(verified, id))).toEqual([
			'organiser',
			'observer',
			undefined
		]);
	});

	test('stay when the account of whoever offered them goes, and go with the municipality', async () => {
		const db = await town();
		await offerContact(db, OFFER, deed);
		await db.write((writer) => writer.delete(user).where(eq(user.id, KIM)).run());
		expect(findOwnOffers(db, key)).toMatchObject([{ criterion: 'D1', offeredBy: undefined }]);
		await db.write((writer) => writer.delete(participant).run());
		expect(db.read.select().from(contactOffer).all()).toEqual([]);
	});
});
