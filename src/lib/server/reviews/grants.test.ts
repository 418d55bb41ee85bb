import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import {
	asking,
	CONSULTANTS,
	ENTRY,
	grant,
	GRANTED_ON,
	KIM,
	makeReviewedRound
} from '../../../../tests/support/reviewed-round.ts';
import { makeRound } from '../../../../tests/support/making-rounds.ts';
import { openTemporaryDatabase, temporaryFolder } from '../../../../tests/support/temporary-database.ts';
import { backUp } from '#lib/server/backup.ts';
import { restoreBackup } from '#lib/server/restore.ts';
import { findAudit } from '#lib/server/municipalities/audit.ts';
import { deleteAccount } from '#lib/server/accounts/own-account.ts';
import { openDatabase, type Db } from '#lib/server/db/open.ts';
import { membership } from '#lib/server/db/schema-accounts.ts';
import { consultant, reviewGrant } from '#lib/server/db/schema-reviews.ts';
import { findHolders } from '#lib/server/releases/holders.ts';
import { leaveConsultancy } from './consultancies.ts';
import { findGrantsNaming, findGrantsOf, findHeldGrant, grantReview, revokeGrant } from './grants.ts';
import { findOpenings, openReview } from './openings.ts';
import { nameStandIn, passOn } from './passing-on.ts';

const NOW = new Date('2027-02-01T12:00:00Z');

async function granted() {
	const db = openTemporaryDatabase();
	const round = await makeReviewedRound(db);
	return { db, round, id: await grant(db, round) };
}

const may = (db: ReturnType<typeof openTemporaryDatabase>, id: string, userId: string, today = GRANTED_ON) =>
	findHeldGrant(db, asking(id, { userId, today })) !== undefined;

describe('a grant', () => {
	test('holds until its last day, for whom it was given to alone', async () => {
		const { db, id } = await granted();
		expect(may(db, id, CONSULTANTS.ada)).toBe(true);
		expect(may(db, id, CONSULTANTS.ada, ENTRY.endsOn)).toBe(true);
		expect(may(db, id, CONSULTANTS.ada, '2027-07-01')).toBe(false);
		for (const other of [CONSULTANTS.ben, CONSULTANTS.eve, KIM, 'nobody']) expect(may(db, id, other)).toBe(false);
		expect(may(db, 'another', CONSULTANTS.ada)).toBe(false);
	});

	test('is made of closed rounds of the own municipality, for consultants, once, and for twelve months at most', async () => {
		const { db, round } = await granted();
		const again = (entry: Partial<typeof ENTRY>, deed = round.deed) => grantReview(db, { ...ENTRY, ...entry }, deed);
		const email = CONSULTANTS.ben;
		expect(await again({})).toEqual({ refused: 'twice' });
		expect(await again({ email: KIM })).toEqual({ refused: 'unknown' });
		expect(await again({ email: 'nobody@beratung.example' })).toEqual({ refused: 'unknown' });
		expect(await again({ email, endsOn: '2028-02-02' })).toEqual({ refused: 'ends' });
		expect(await again({ email, endsOn: '2027-01-31' })).toEqual({ refused: 'ends' });
		const draft = await makeRound(db);
		expect(await again({ email }, { ...round.deed, roundId: draft })).toEqual({ refused: 'phase' });
		expect(await again({ email }, { ...round.deed, key: '05999777' })).toEqual({ refused: 'phase' });
		expect(await again({ email, endsOn: '2028-02-01' })).toEqual({ id: expect.any(String) });
	});

	test('is revoked at once by its own municipality, and stays so after a restore', async () => {
		const { db, round, id } = await granted();
		expect(await revokeGrant(db, id, { ...round.deed, key: '05999777' })).toBe(false);
		expect(may(db, id, CONSULTANTS.ada)).toBe(true);
		expect(await revokeGrant(db, id, round.deed)).toBe(true);
		expect(await revokeGrant(db, id, round.deed), 'once').toBe(false);
		expect(may(db, id, CONSULTANTS.ada)).toBe(false);
		await db.write((writer) => writer.update(reviewGrant).set({ revokedOn: null }).run());
		db.close();
		const again = openDatabase(db.file);
		expect(again.deletions.replayed.grant).toBe(1);
		expect(may(again, id, CONSULTANTS.ada)).toBe(false);
		again.close();
	});

	test('opens nothing any more for whoever has left the organisation, also after a restore', async () => {
		const { db, id } = await granted();
		const left = db.read.select().from(consultant).all();
		await leaveConsultancy(db, CONSULTANTS.ada, GRANTED_ON);
		expect(may(db, id, CONSULTANTS.ada)).toBe(false);
		const ada = left.filter(({ userId }) => userId === CONSULTANTS.ada);
		await db.write((writer) => writer.insert(consultant).values(ada).run());
		db.close();
		const again = openDatabase(db.file);
		expect(again.deletions.replayed.consultant).toBe(1);
		expect(may(again, id, CONSULTANTS.ada)).toBe(false);
		again.close();
	});

	test('stays for the municipality to read when the account is gone, and opens nothing', async () => {
		const { db, round, id } = await granted();
		await deleteAccount(db, CONSULTANTS.ada, GRANTED_ON);
		expect(findGrantsOf(db, round.roundId)).toEqual([
			expect.objectContaining({ id, consultant: null, consultantId: null, consultancy: 'Organisation beratung' })
		]);
		expect(may(db, id, CONSULTANTS.ada)).toBe(false);
	});
});

describe('within the organisation', () => {
	test('a stand-in may do the same, but not pass it on', async () => {
		const { db, id } = await granted();
		expect(await nameStandIn(db, CONSULTANTS.eve, asking(id)), 'of another organisation').toBe(false);
		expect(await nameStandIn(db, CONSULTANTS.ben, asking(id))).toBe(true);
		expect(may(db, id, CONSULTANTS.ben)).toBe(true);
		expect(await passOn(db, CONSULTANTS.ben, asking(id, { userId: CONSULTANTS.ben }))).toBe(false);
		expect(await nameStandIn(db, null, asking(id, { userId: CONSULTANTS.ben }))).toBe(false);
		expect(await nameStandIn(db, null, asking(id))).toBe(true);
		expect(may(db, id, CONSULTANTS.ben)).toBe(false);
	});

	test('what is passed on is held by the colleague alone, and the log says so', async () => {
		const { db, round, id } = await granted();
		await nameStandIn(db, CONSULTANTS.ben, asking(id));
		expect(await passOn(db, CONSULTANTS.ben, asking(id))).toBe(true);
		expect([may(db, id, CONSULTANTS.ada), may(db, id, CONSULTANTS.ben)]).toEqual([false, true]);
		expect(findGrantsNaming(db, CONSULTANTS.ada)).toEqual([]);
		const events = (await findAudit(db, round.deed.key)).map(({ event, by }) => [event, by]);
		expect(events.slice(0, 4)).toEqual([
			['review_passed_on', 'ada'],
			['review_stand_in', 'ada'],
			['review_stand_in', 'ada'],
			['review_granted', KIM]
		]);
	});

	test('handovers since a backup are made again when it is restored, as often as they were', async () => {
		const { db, id } = await granted();
		const backup = backUp(db.file, temporaryFolder(), NOW);
		await nameStandIn(db, CONSULTANTS.ben, asking(id));
		const withStandIn = backUp(db.file, temporaryFolder(), NOW);
		expect(await passOn(db, CONSULTANTS.ben, asking(id))).toBe(true);
		db.close();
		const holders = (again: Pick<Db, 'read'>) => again.read.select().from(reviewGrant).all();
		const held = { consultantId: CONSULTANTS.ben, standInId: null };
		expect(restoreBackup(backup, db.file, NOW).replayed).toMatchObject({ handover: 3 });
		const again = openDatabase(db.file);
		expect(again.deletions.replayed.handover, 'once').toBe(0);
		expect(holders(again)).toEqual([expect.objectContaining(held)]);
		expect(await passOn(again, CONSULTANTS.ada, asking(id, { userId: CONSULTANTS.ben }))).toBe(true);
		again.close();
		const last = openDatabase(db.file);
		const back = [expect.objectContaining({ consultantId: CONSULTANTS.ada, standInId: null })];
		expect(holders(last), 'what came later stays').toEqual(back);
		last.close();
		for (const [seconds, older] of [backup, withStandIn].entries()) {
			restoreBackup(older, db.file, new Date(NOW.getTime() + (seconds + 1) * 1000));
			const restored = openDatabase(db.file);
			expect(holders(restored), 'whoever took over as a stand-in stands in no more').toEqual(back);
			expect(may(restored, id, CONSULTANTS.ben)).toBe(false);
			restored.close();
		}
	});

	test('what was passed on to somebody who had not joined by then is held by nobody after a restore', async () => {
		const { db, id } = await granted();
		const ben = db.read
			.select()
			.from(consultant)
			.all()
			.filter(({ userId }) => userId === CONSULTANTS.ben);
		await db.write((writer) => writer.delete(consultant).where(eq(consultant.userId, CONSULTANTS.ben)).run());
		const backup = backUp(db.file, temporaryFolder(), NOW);
		await db.write((writer) => writer.insert(consultant).values(ben).run());
		await passOn(db, CONSULTANTS.ben, asking(id));
		db.close();
		restoreBackup(backup, db.file, NOW);
		const again = openDatabase(db.file);
		expect(may(again, id, CONSULTANTS.ada)).toBe(false);
		expect(again.read.select().from(reviewGrant).get()?.consultantId).toBeNull();
		again.close();
	});
});

describe('every opening', () => {
	test('is noted by day and part for the municipality, also in its log', async () => {
		const { db, round, id } = await granted();
		const open = (what: string) => openReview(db, asking(id), what, ({ grant: { id: read } }) => read);
		expect([await open('overview'), await open('overview'), await open('D1')]).toEqual([id, id, id]);
		expect(findOpenings(db, id).map(({ what, day, count, by }) => [what, day, count, by])).toEqual([
			['D1', GRANTED_ON, 1, 'ada'],
			['overview', GRANTED_ON, 2, 'ada']
		]);
		const noted = (await findAudit(db, round.deed.key)).filter(({ event }) => event === 'review_opened');
		expect(noted.map(({ by, subject }) => [by, subject])).toEqual([
			['ada', id],
			['ada', id]
		]);
	});

	test('is refused with nothing noted and nothing read once the grant is revoked (F9)', async () => {
		const { db, round, id } = await granted();
		let read = 0;
		const open = () => openReview(db, asking(id), 'overview', () => ++read);
		const [before, , after] = await Promise.all([open(), revokeGrant(db, id, round.deed), open()]);
		expect([before, after, read]).toEqual([1, undefined, 1]);
		expect(findOpenings(db, id)).toEqual([expect.objectContaining({ what: 'overview', count: 1 })]);
	});

	test('of several municipalities makes a holder of whoever opened (D4)', async () => {
		const { db, id } = await granted();
		expect(findHolders(db.read)).toEqual([]);
		await openReview(db, asking(id), 'overview', () => true);
		await db.write((writer) => {
			writer.run(
				"INSERT INTO municipality SELECT '05999002', 'Nachbarau', kind, state, NULL, NULL, NULL, population, area, register_date, NULL, NULL, fictitious FROM municipality LIMIT 1"
			);
			writer.run("INSERT INTO participant (municipality_key, registered_on) VALUES ('05999002', '2027-01-01')");
			writer
				.insert(membership)
				.values({ municipalityKey: '05999002', userId: CONSULTANTS.ada, role: 'observer', since: GRANTED_ON })
				.run();
		});
		expect(findHolders(db.read).map((keys) => [...keys].sort())).toEqual([['05999001', '05999002']]);
	});
});
