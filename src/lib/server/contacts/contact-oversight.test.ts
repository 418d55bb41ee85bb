import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { addUser } from '../../../../tests/support/accounts.ts';
import { makeContactTowns, TOWNS } from '../../../../tests/support/contact-towns.ts';
import { openTemporaryDatabase, temporaryFolder } from '../../../../tests/support/temporary-database.ts';
import type { OfferPlace } from '#lib/domain/contact/message.ts';
import type { PlanDeed } from '#lib/server/rounds/actions.ts';
import { findAudit } from '#lib/server/municipalities/audit.ts';
import { backUp } from '#lib/server/backup.ts';
import { expireContacts, settleMessage } from './contact-answers.ts';
import { blockSender } from './contact-blocks.ts';
import { moveContacts } from './contact-merging.ts';
import { findReceived, findSent, writeMessage } from './contact-messages.ts';
import { decideReport, findExcluded, findReports, isExcluded, readmit } from './contact-oversight.ts';
import { reportAnswer, reportMessage, reportOffer } from './contact-reports.ts';
import { findContacts, offerContact, withdrawContact } from './contacts.ts';
import { openDatabase, type Db } from '#lib/server/db/open.ts';
import { participant } from '#lib/server/db/schema-accounts.ts';
import { contactBlock } from '#lib/server/db/schema-contacts.ts';
import { restoreBackup } from '#lib/server/restore.ts';

const TODAY = '2027-03-01';
const NOW = new Date(`${TODAY}T12:00:00Z`);
const { offering, reading, waiting } = TOWNS;
const KIM: PlanDeed = { key: offering.key, userId: offering.organiser, today: TODAY };
const OLA: PlanDeed = { key: reading.key, userId: reading.observer, today: TODAY };
const D1: OfferPlace = { key: offering.key, criterion: 'D1' };
const OFFER = { criterion: 'D1', contactPoint: 'Stabsstelle', stage: null };

/** Both offer; the one that reads has written to the other. */
async function written() {
	const db = openTemporaryDatabase();
	await makeContactTowns(db);
	const operator = await addUser(db, 'ola@betrieb.example', { operator: true });
	await offerContact(db, OFFER, KIM);
	await offerContact(db, { ...OFFER, criterion: 'B1' }, OLA);
	await writeMessage(db, { place: D1, text: 'Werbung' }, OLA);
	const id = findReceived(db, offering.key)[0]?.id ?? '';
	const decide = async (decision: { remove?: boolean; exclude?: boolean } = {}) => {
		const [report] = findReports(db);
		const decided = { id: report?.id ?? '', remove: false, exclude: false, ...decision };
		await decideReport(db, decided, operator.id, TODAY);
	};
	return { db, id, operator, decide };
}

const eventsOf = async (db: Db, key: string) => (await findAudit(db, key)).map(({ event }) => event);

describe('a report', () => {
	test('quotes a message, an answer or an offer, and names both municipalities', async () => {
		const { db, id } = await written();
		expect(await reportMessage(db, id, 'unerwünscht', KIM)).toBe(true);
		expect(await reportAnswer(db, id, 'zu früh', OLA), 'nothing answered yet').toBe(false);
		await settleMessage(db, { id, answer: 'Nein!' }, KIM);
		expect(await reportAnswer(db, id, 'unhöflich', OLA)).toBe(true);
		expect(await reportOffer(db, D1, 'falsch', OLA)).toBe(true);
		const told = findReports(db).map(({ kind, quoted, reason, reporter, reported }) =>
			[kind, quoted, reason, reporter, reported].join(' ')
		);
		expect(told.sort()).toEqual([
			'answer Nein! unhöflich Ölbronn Musterau',
			'message Werbung unerwünscht Musterau Ölbronn',
			'offer Stabsstelle falsch Ölbronn Musterau'
		]);
		expect((await eventsOf(db, offering.key)).filter((event) => event === 'contact_reported')).toHaveLength(1);
	});

	test('of an offer that is not listed any more comes to the same as of one that was never made', async () => {
		const { db } = await written();
		const unverified = { verifiedOn: null, verifiedBy: null };
		const offered = eq(participant.municipalityKey, offering.key);
		await db.write((writer) => writer.update(participant).set(unverified).where(offered).run());
		expect(await reportOffer(db, D1, 'falsch', OLA)).toBe(false);
		expect(findReports(db)).toEqual([]);
	});

	test('concerns what came to the municipality, and nothing of one’s own', async () => {
		const { db, id } = await written();
		expect(await reportMessage(db, id, 'x', OLA)).toBe(false);
		expect(await reportAnswer(db, id, 'x', KIM)).toBe(false);
		expect(await reportOffer(db, D1, 'x', KIM)).toBe(false);
		expect(await reportOffer(db, { ...D1, criterion: 'A1' }, 'x', OLA)).toBe(false);
		expect(findReports(db)).toEqual([]);
	});

	test('of the same thing is one, with the latest reason', async () => {
		const { db, id } = await written();
		await reportMessage(db, id, 'unerwünscht', KIM);
		await reportMessage(db, id, 'sehr unerwünscht', KIM);
		expect(findReports(db).map(({ reason }) => reason)).toEqual(['sehr unerwünscht']);
	});

	test('outlasts what it quotes, but not its time', async () => {
		const { db, id } = await written();
		await reportMessage(db, id, 'unerwünscht', KIM);
		await withdrawContact(db, 'D1', KIM);
		expect(findReports(db)).toMatchObject([{ quoted: 'Werbung' }]);
		await expireContacts(db, '2027-09-02');
		expect(findReports(db)).toEqual([]);
	});
});

describe('the operator', () => {
	test('closes a report without doing anything', async () => {
		const { db, id, decide } = await written();
		await reportMessage(db, id, 'unerwünscht', KIM);
		await decide();
		expect([findReports(db), findReceived(db, offering.key).length, findContacts(db).length]).toEqual([[], 1, 2]);
	});

	test('deletes a message for both, and the log of whoever wrote it tells so', async () => {
		const { db, id, decide } = await written();
		await reportMessage(db, id, 'unerwünscht', KIM);
		await decide({ remove: true });
		expect([findReceived(db, offering.key), findSent(db, reading.key)]).toEqual([[], []]);
		expect((await findAudit(db, reading.key))[0]).toMatchObject({
			event: 'contact_removed',
			by: 'ola'
		});
	});

	test('deletes an offer with the messages about it', async () => {
		const { db, decide } = await written();
		await reportOffer(db, D1, 'falsch', OLA);
		await decide({ remove: true });
		expect(findContacts(db).map(({ name }) => name)).toEqual(['Ölbronn']);
		expect(findSent(db, reading.key)).toEqual([]);
		expect((await eventsOf(db, offering.key))[0]).toBe('contact_removed');
	});

	test('excludes a municipality: it neither offers nor writes, until it is let in again', async () => {
		const { db, id, operator, decide } = await written();
		await reportMessage(db, id, 'unerwünscht', KIM);
		await decide({ exclude: true });
		expect(findExcluded(db)).toEqual([{ key: reading.key, name: 'Ölbronn', excludedOn: TODAY }]);
		expect([isExcluded(db, reading.key), isExcluded(db, offering.key)]).toEqual([true, false]);
		expect([findReceived(db, offering.key), findContacts(db).map(({ name }) => name)]).toEqual([[], ['Musterau']]);
		expect(await offerContact(db, OFFER, OLA)).toBe(false);
		expect(await writeMessage(db, { place: D1, text: 'Doch' }, OLA)).toEqual({ why: 'closed' });
		await readmit(db, reading.key, operator.id, TODAY);
		expect(await offerContact(db, OFFER, OLA)).toBe(true);
		expect(await writeMessage(db, { place: D1, text: 'Doch' }, OLA)).toBeUndefined();
		const events = await eventsOf(db, reading.key);
		expect(events.filter((event) => /excluded|readmitted/.test(event))).toEqual([
			'contact_readmitted',
			'contact_excluded'
		]);
	});
});

test('what was deleted stays deleted when a backup is restored (F13)', async () => {
	const { db, id, decide } = await written();
	await reportMessage(db, id, 'unerwünscht', KIM);
	const backup = backUp(db.file, temporaryFolder(), NOW);
	await decide({ remove: true });
	db.close();
	expect(restoreBackup(backup, db.file, NOW).replayed).toMatchObject({ message: 1, report: 1 });
	const again = openDatabase(db.file);
	expect([findReports(again), findReceived(again, offering.key)]).toEqual([[], []]);
	again.close();
});

test('so do blocked messages, and those of a withdrawn offer', async () => {
	for (const away of [(db: Db, id: string) => blockSender(db, id, KIM), (db: Db) => withdrawContact(db, 'D1', KIM)]) {
		const { db, id } = await written();
		const backup = backUp(db.file, temporaryFolder(), NOW);
		await away(db, id);
		db.close();
		restoreBackup(backup, db.file, NOW);
		const again = openDatabase(db.file);
		expect(findReceived(again, offering.key)).toEqual([]);
		again.close();
	}
});

describe('municipalities that go together', () => {
	const merge = (db: Db, from: string, into: string) => db.write((writer) => moveContacts(writer, from, into));

	test('take offers, messages, blocks, reports and exclusion along', async () => {
		const { db, id, decide } = await written();
		await reportMessage(db, id, 'unerwünscht', KIM);
		await db.write((writer) =>
			writer
				.insert(contactBlock)
				.values({ municipalityKey: offering.key, blockedMunicipalityKey: reading.key, blockedOn: TODAY })
				.run()
		);
		await merge(db, offering.key, waiting.key);
		expect(findReceived(db, waiting.key)).toMatchObject([{ id, text: 'Werbung', from: { key: reading.key } }]);
		expect(findSent(db, reading.key)).toMatchObject([{ to: { key: waiting.key } }]);
		expect(db.read.select().from(contactBlock).all()).toMatchObject([{ municipalityKey: waiting.key }]);
		expect(findReports(db)).toMatchObject([{ reporter: 'Zell' }]);
		await decide({ exclude: true });
		await merge(db, reading.key, waiting.key);
		expect(isExcluded(db, waiting.key)).toBe(true);
	});

	test('keep nothing of what they wrote to each other', async () => {
		const { db, id } = await written();
		await reportMessage(db, id, 'unerwünscht', KIM);
		await blockSender(db, id, KIM);
		await db.write((writer) =>
			writer
				.update(participant)
				.set({ contactsExcludedOn: null })
				.where(eq(participant.municipalityKey, reading.key))
				.run()
		);
		await merge(db, reading.key, offering.key);
		expect([findReports(db), db.read.select().from(contactBlock).all(), findReceived(db, offering.key)]).toEqual([
			[],
			[],
			[]
		]);
	});

	test('a message between them goes, too', async () => {
		const { db } = await written();
		await merge(db, reading.key, offering.key);
		expect(findReceived(db, offering.key)).toEqual([]);
		expect(findContacts(db).map(({ criterion }) => criterion)).toEqual(['B1', 'D1']);
	});
});
