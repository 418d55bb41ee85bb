/** D10: the list of contacts tells nothing about results; whatever is stored, it stays the same to the letter. */
import { readdirSync, readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { currentInstrument } from '#lib/instruments/index.ts';
import { closeRound } from '#lib/server/rounds/closing.ts';
import { findContacts, offerContact } from '#lib/server/contacts/contacts.ts';
import type { Db } from '#lib/server/db/open.ts';
import { assessment, municipality } from '#lib/server/db/schema.ts';
import { participant } from '#lib/server/db/schema-accounts.ts';
import { itemsOf } from '#lib/domain/instrument/instrument.ts';
import { decide, findMeeting } from '#lib/server/meeting/meetings.ts';
import type { Level } from '#lib/domain/answering/rating.ts';
import { makeAnsweredRound, requireMade } from '../support/answered-round.ts';
import { makeContactTowns, TOWNS } from '../support/contact-towns.ts';
import { openTemporaryDatabase } from '../support/temporary-database.ts';

const TODAY = '2027-03-01';

async function offer(db: Db, key: string, criterion: string, stage: number | null) {
	const deed = { key, userId: TOWNS.offering.organiser, today: TODAY };
	expect(await offerContact(db, { criterion, contactPoint: 'Stabsstelle', stage }, deed)).toBe(true);
}

/** The towns, each with an offer that states something, or nothing. */
async function offeringTowns() {
	const db = openTemporaryDatabase();
	await makeContactTowns(db);
	await offer(db, TOWNS.reading.key, 'D1', 5);
	await offer(db, TOWNS.offering.key, 'D1', null);
	await offer(db, TOWNS.offering.key, 'B2', 1);
	return db;
}

/** Closes a round of the town in which everybody said this of everything, and lets it into the comparison. */
async function closeAt(
	db: Db,
	{ key, name, kind, state, population }: (typeof TOWNS)['offering' | 'reading'],
	level: Level
) {
	const loaded = currentInstrument();
	const items = itemsOf(loaded.instrument, 'short').map(({ id }) => id);
	const answers = Object.fromEntries(items.map((id) => [id, level]));
	const people = Array.from({ length: 8 }, () => ({ role: 'staff', answers }));
	const id = await makeAnsweredRound(db, people, {}, 'consensus', { key, name, kind, state, population });
	const { open } = await findMeeting(db, requireMade(db, id, key), loaded.instrument);
	for (const itemId of open)
		await decide(
			db,
			id,
			{ itemId, revision: 0 },
			{ settlement: level, reason: 'so beschlossen', dissent: '' },
			loaded.instrument
		);
	await closeRound(db, id, loaded, { userId: undefined, today: TODAY });
	await db.write((writer) =>
		writer.update(assessment).set({ comparisonAgreedOn: TODAY }).where(eq(assessment.id, id)).run()
	);
}

test('the list is the same without results, and with the best or the worst of either town', async () => {
	const before = JSON.stringify(findContacts(await offeringTowns()));
	expect(JSON.parse(before)).toHaveLength(3);
	for (const levels of [
		[1, 5],
		[5, 1]
	] as const) {
		const db = await offeringTowns();
		await closeAt(db, TOWNS.offering, levels[0]);
		await closeAt(db, TOWNS.reading, levels[1]);
		expect(
			db.read
				.select()
				.from(assessment)
				.all()
				.map(({ state }) => state)
		).toEqual(['closed', 'closed']);
		expect(JSON.stringify(findContacts(db))).toBe(before);
	}
});

test('whoever waits for the operator, or has withdrawn from the register of participants, is not in it', async () => {
	const db = await offeringTowns();
	const names = () => findContacts(db).map(({ name }) => name);
	expect(names()).toEqual(['Musterau', 'Musterau', 'Ölbronn']);
	await db.write((writer) =>
		writer.update(participant).set({ verifiedOn: null }).where(eq(participant.municipalityKey, TOWNS.reading.key)).run()
	);
	expect(names()).toEqual(['Musterau', 'Musterau']);
	await db.write((writer) => writer.delete(participant).run());
	expect(names()).toEqual([]);
	expect(db.read.select().from(municipality).all()).toHaveLength(3);
});

test('stages stated in turn change nothing but what is stated, whatever the results are', async () => {
	const db = await offeringTowns();
	await closeAt(db, TOWNS.offering, 5);
	const seen = new Set<string>();
	for (const stage of [1, 2, 3, 4]) {
		await offer(db, TOWNS.offering.key, 'D1', stage);
		const list = findContacts(db);
		const stated = list.filter(({ key, criterion }) => key === TOWNS.offering.key && criterion === 'D1');
		expect(stated.map((one) => one.stage)).toEqual([stage]);
		seen.add(JSON.stringify(list.map((one) => (stated.includes(one) ? { ...one, stage: 0 } : one))));
	}
	expect(seen.size).toBe(1);
});

test('what reads the list, and what relays messages, knows no table of rounds, answers or results', () => {
	const folders = ['src/lib/server/contacts', 'src/lib/domain/contact', 'src/routes/contacts'];
	const files = folders.flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`));
	const ours = files.filter((file) => /(?<!test)\.ts$/.test(file));
	expect(ours.length).toBeGreaterThan(8);
	const source = ours.map((file) => readFileSync(file, 'utf8')).join('\n');
	expect(source).not.toMatch(/schema-rounds|\bassessment\b|\brelease|result-|frozen/);
});
