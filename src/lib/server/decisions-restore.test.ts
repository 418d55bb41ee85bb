/** What a municipality has agreed to or offered, and taken back, stays taken back when a backup is restored (F13). */
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { makeRound, roundPlace } from '../../../tests/support/making-rounds.ts';
import { openTemporaryDatabase, temporaryFolder } from '../../../tests/support/temporary-database.ts';
import { addParticipant } from '../../../tests/support/town-hall.ts';
import { backUp } from './backup.ts';
import {
	agreeToComparison,
	findComparable,
	withdrawFromComparison
} from '#lib/server/municipalities/comparison-consent.ts';
import { findContacts, offerContact, withdrawContact } from '#lib/server/contacts/contacts.ts';
import { openDatabase } from './db/open.ts';
import { assessment } from './db/schema.ts';
import { participant } from './db/schema-accounts.ts';
import { restoreBackup } from './restore.ts';

const KIM = 'kim@musterau.example';
const { key } = roundPlace;
const deed = { key, userId: KIM, today: '2027-03-01' };
const OFFER = { criterion: 'D1', contactPoint: 'Stabsstelle Nachhaltigkeit', stage: 3 };
const NOW = new Date('2027-03-01T12:00:00Z');

/** A town that has agreed with a closed round and offers a contact. */
async function decided() {
	const db = openTemporaryDatabase();
	const id = await makeRound(db);
	await addParticipant(db, [{ email: KIM, role: 'organiser' }]);
	await db.write((writer) => {
		writer.update(assessment).set({ closedOn: '2027-01-01', state: 'closed' }).where(eq(assessment.id, id)).run();
		writer.update(participant).set({ verifiedOn: '2027-01-01', verifiedBy: 'operator' }).run();
	});
	await agreeToComparison(db, id, deed);
	await offerContact(db, OFFER, deed);
	return { db, id };
}

const decisionsOf = (db: ReturnType<typeof openDatabase>) => ({
	agreed: findComparable(db, key).filter(({ agreedOn }) => agreedOn !== undefined).length,
	offered: findContacts(db).length
});

test('taken back after the backup, they are taken back again', async () => {
	const { db } = await decided();
	const backup = backUp(db.file, temporaryFolder(), NOW);
	await withdrawFromComparison(db, deed);
	await withdrawContact(db, OFFER.criterion, deed);
	db.close();
	expect(restoreBackup(backup, db.file, NOW).replayed).toMatchObject({ agreement: 1, contact: 1 });
	const again = openDatabase(db.file);
	expect(decisionsOf(again)).toEqual({ agreed: 0, offered: 0 });
	again.close();
});

test('made anew on the same day, they stay, at every start and after a restore', async () => {
	const { db, id } = await decided();
	await withdrawFromComparison(db, deed);
	await withdrawContact(db, OFFER.criterion, deed);
	await agreeToComparison(db, id, deed);
	await offerContact(db, OFFER, deed);
	const backup = backUp(db.file, temporaryFolder(), NOW);
	db.close();
	const restarted = openDatabase(db.file);
	expect(decisionsOf(restarted)).toEqual({ agreed: 1, offered: 1 });
	restarted.close();
	restoreBackup(backup, db.file, NOW);
	const again = openDatabase(db.file);
	expect(decisionsOf(again)).toEqual({ agreed: 1, offered: 1 });
	again.close();
});
