import { eq, getTableColumns, getTableName, is } from 'drizzle-orm';
import { SQLiteTable, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { describe, expect, test } from 'vitest';
import { addUser, hash, openRegister } from '../../../../tests/support/accounts.ts';
import { makeAnsweredRound } from '../../../../tests/support/answered-round.ts';
import { findAudit } from './audit.ts';
import { findOwnOffers, offerContact } from '#lib/server/contacts/contacts.ts';
import type { Db } from '#lib/server/db/open.ts';
import * as accounts from '#lib/server/db/schema-accounts.ts';
import * as rounds from '#lib/server/db/schema-rounds.ts';
import * as assessments from '#lib/server/db/schema.ts';
import { inviteMember } from './member-invitations.ts';
import { findMembers } from './members.ts';
import { findGone, mergeMunicipality } from './merging.ts';
import { allowDomain, findOwnMunicipalities, registerMunicipality } from './participants.ts';
import { findRounds } from '#lib/server/rounds/rounds.ts';

const { assessment, municipality } = assessments;
const TODAY = '2027-01-04';
const GONE_ON = '2026-12-31';
const [OLD, OTHER, NEW] = ['05902001', '05902002', '05902003'];

async function gone(db: Db, key: string, successorKey: string | null = NEW) {
	await db.write((writer) => {
		writer.update(municipality).set({ goneOn: GONE_ON, successorKey }).where(eq(municipality.key, key)).run();
	});
}

/** A town with everything a town can have, of which the register says that it went into another. */
async function open() {
	const db = await openRegister();
	const ola = await addUser(db, 'ola@betrieb.example', { operator: true });
	const kim = await addUser(db, 'kim@musterau.example');
	await registerMunicipality(db, kim, OLD, '2026-11-02');
	await allowDomain(db, { domain: 'musterau.example', key: OLD }, '2026-11-03');
	await inviteMember(db, hash, { key: OLD, email: 'bo@musterau.example', role: 'observer', by: kim.id }, '2026-11-04');
	const place = { key: OLD, name: 'Musterau, Stadt', kind: 'town', state: '05', population: 24_000 } as const;
	const round = await makeAnsweredRound(db, [], { title: 'Herbst 2026' }, 'closed', place);
	await db.write((writer) => {
		const consent = { state: 'closed', closedOn: '2026-11-20', comparisonAgreedOn: '2026-11-21' } as const;
		writer.update(assessment).set(consent).where(eq(assessment.id, round)).run();
		writer
			.insert(rounds.action)
			.values({
				...{ id: 'a', municipalityKey: OLD, title: 'Leitbild beschließen', items: [], owner: 'Rat', status: 'open' },
				...{ budgetProduct: '', notes: '', createdOn: '2026-11-22', changedOn: '2026-11-22' }
			})
			.run();
	});
	await offerContact(
		db,
		{ criterion: 'D1', contactPoint: 'Amt', stage: 2 },
		{ key: OLD, userId: kim.id, today: '2026-11-23' }
	);
	await gone(db, OLD);
	const merge = (into = NEW, from = OLD) => mergeMunicipality(db, { from, into, operatorId: ola.id }, TODAY);
	return { db, kim, ola, round, merge };
}

/** Releases name who was in them, and stay as they were published. */
const PUBLISHED = /^release/;

/** Every place where a key of the register may stand, the register itself apart. */
function placesOfKeys(): { name: string; table: SQLiteTable; column: AnySQLiteColumn }[] {
	const tables = Object.values({ ...accounts, ...rounds, ...assessments }).filter((one) => is(one, SQLiteTable));
	return tables
		.filter((table) => table !== municipality && !PUBLISHED.test(getTableName(table)))
		.flatMap((table) =>
			Object.entries(getTableColumns(table))
				.filter(([name]) => /municipality/i.test(name))
				.map(([, column]) => ({ name: `${getTableName(table)}.${column.name}`, table, column }))
		);
}

test('a town that the register no longer names waits for the operator, with what it probably became', async () => {
	const { db } = await open();
	expect(await findGone(db)).toEqual([
		{ key: OLD, name: 'Musterau, Stadt', goneOn: GONE_ON, suggested: { key: NEW, name: 'Sankt Ulver, Stadt' } }
	]);
	await gone(db, OLD, null);
	expect(await findGone(db)).toMatchObject([{ key: OLD, suggested: undefined }]);
});

describe('merging', () => {
	test('keeps series, consent, plan, members and log under the new entry', async () => {
		const { db, kim, round, merge } = await open();
		expect(await merge()).toEqual({ name: 'Sankt Ulver, Stadt' });
		expect(findRounds(db, NEW).map(({ id, title }) => [id, title])).toEqual([[round, 'Herbst 2026']]);
		expect(db.read.select().from(assessment).where(eq(assessment.id, round)).get()).toMatchObject({
			municipalityKey: NEW,
			comparisonAgreedOn: '2026-11-21'
		});
		expect(await findOwnMunicipalities(db, kim.id)).toEqual([
			{ key: NEW, name: 'Sankt Ulver, Stadt', role: 'organiser', verified: true }
		]);
		expect(findOwnOffers(db, NEW)).toMatchObject([{ criterion: 'D1', stage: 2 }]);
		const events = (await findAudit(db, NEW)).map(({ event }) => event);
		expect([events[0], events.at(-1)]).toEqual(['municipality_merged', 'municipality_registered']);
		expect(await findGone(db)).toEqual([]);
	});

	test('leaves the old key nowhere, in whatever table one day has one', async () => {
		const { db, merge } = await open();
		const places = placesOfKeys();
		expect(places.length).toBeGreaterThanOrEqual(7);
		const holding = () =>
			places.filter(({ table, column }) => db.read.select().from(table).where(eq(column, OLD)).all().length > 0);
		expect(
			holding()
				.map(({ name }) => name)
				.sort(),
			'the town has something everywhere'
		).toEqual(places.map(({ name }) => name).sort());
		await merge();
		expect(holding()).toEqual([]);
	});

	test('of two towns brings both together; who belongs to both keeps what may do more', async () => {
		const { db, kim, merge } = await open();
		const ada = await addUser(db, 'ada@musterau.example');
		await registerMunicipality(db, ada, OTHER, '2026-11-05');
		await registerMunicipality(db, ada, NEW, '2026-11-06');
		await db.write((writer) => {
			const member = { since: '2026-11-07', role: 'observer' } as const;
			writer
				.insert(accounts.membership)
				.values({ municipalityKey: NEW, userId: kim.id, ...member })
				.run();
			writer
				.insert(accounts.membership)
				.values({ municipalityKey: OLD, userId: ada.id, ...member })
				.run();
		});
		await gone(db, OTHER);
		await merge();
		await merge(NEW, OTHER);
		const members = await findMembers(db, NEW);
		expect(members.map(({ email, role }) => [email, role])).toEqual([
			['ada@musterau.example', 'organiser'],
			['kim@musterau.example', 'organiser']
		]);
		const [own] = await findOwnMunicipalities(db, ada.id);
		expect(own, 'a town that takes part already is as verified as before').toMatchObject({ key: NEW, verified: false });
	});

	test('is refused where there is nothing to merge, or nothing to merge into', async () => {
		const { db, kim, merge } = await open();
		expect(await merge('99999999')).toEqual({ refused: 'noSuccessor' });
		expect(await merge(OLD), 'into itself').toEqual({ refused: 'noSuccessor' });
		expect(await merge(NEW, OTHER), 'takes no part').toEqual({ refused: 'unknown' });
		await registerMunicipality(db, kim, OTHER, TODAY);
		expect(await merge(NEW, OTHER), 'still exists').toEqual({ refused: 'unknown' });
		await merge();
		expect(await merge(), 'once').toEqual({ refused: 'unknown' });
		expect((await findOwnMunicipalities(db, kim.id)).map(({ key }) => key).sort()).toEqual([OTHER, NEW]);
	});
});
