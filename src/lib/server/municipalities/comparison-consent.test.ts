import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { makeRound, roundPlace } from '../../../../tests/support/making-rounds.ts';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database.ts';
import { addParticipant } from '../../../../tests/support/town-hall.ts';
import { findAudit } from './audit.ts';
import { agreeToComparison, findComparable, findWithdrawal, withdrawFromComparison } from './comparison-consent.ts';
import { assessment } from '#lib/server/db/schema.ts';
import { findRounds } from '#lib/server/releases/release-members.ts';

const KIM = 'kim@musterau.example';
const { key } = roundPlace;
const deed = { key, userId: KIM, today: '2027-03-01' };

async function town() {
	const db = openTemporaryDatabase();
	const close = async (id: string, closedOn: string) => {
		await db.write((writer) =>
			writer.update(assessment).set({ closedOn, state: 'closed' }).where(eq(assessment.id, id)).run()
		);
		return id;
	};
	const first = await close(await makeRound(db, { title: 'Erste' }), '2026-01-01');
	const second = await close(await makeRound(db, { title: 'Zweite' }), '2027-01-01');
	const part = await close(await makeRound(db, { scope: 'budget' }), '2027-02-01');
	const open = await makeRound(db);
	await addParticipant(db, [{ email: KIM, role: 'organiser' }]);
	const agreed = () => findComparable(db, key).map(({ id, agreedOn, agreedBy }) => [id, agreedOn, agreedBy]);
	return { db, first, second, part, open, agreed };
}

describe('the agreement to the comparison', () => {
	test('is given round by round, with day and person, and withdrawn for all at once', async () => {
		const { db, first, second, agreed } = await town();
		expect(await agreeToComparison(db, first, deed)).toBe(true);
		expect(await agreeToComparison(db, first, { ...deed, today: '2027-03-09' })).toBe(true);
		expect(agreed()).toEqual([
			[second, undefined, undefined],
			[first, '2027-03-01', KIM]
		]);
		await agreeToComparison(db, second, deed);
		expect(findWithdrawal(db, key)).toBeUndefined();
		await withdrawFromComparison(db, deed);
		await withdrawFromComparison(db, { ...deed, today: '2027-03-10' });
		expect(findWithdrawal(db, key)).toEqual({ day: '2027-03-01', by: KIM });
		expect(agreed().map(([, agreedOn]) => agreedOn)).toEqual([undefined, undefined]);
		const events = (await findAudit(db, key)).map(({ event }) => event).filter((event) => event !== 'round_made');
		expect(events).toEqual(['comparison_withdrawn', 'comparison_agreed', 'comparison_agreed']);
	});

	test('counts in the releases whose cut-off comes later, until it is withdrawn', async () => {
		const { db, second } = await town();
		const counted = (cutoff: string) => findRounds(db.read, cutoff, false).short.map(({ id }) => id);
		await agreeToComparison(db, second, deed);
		expect([counted('2027-03-01'), counted('2027-03-02')]).toEqual([[], [second]]);
		await withdrawFromComparison(db, deed);
		expect(counted('2027-04-01')).toEqual([]);
	});

	test('is no matter for open rounds, for one dimension, or for another municipality', async () => {
		const { db, first, part, open } = await town();
		expect(await agreeToComparison(db, open, deed)).toBe(false);
		expect(await agreeToComparison(db, part, deed)).toBe(false);
		expect(await agreeToComparison(db, first, { ...deed, key: '05999002' })).toBe(false);
		await agreeToComparison(db, first, deed);
		await withdrawFromComparison(db, { ...deed, key: '05999002' });
		expect(findComparable(db, key).map(({ agreedOn }) => agreedOn)).toEqual([undefined, '2027-03-01']);
		expect(findComparable(db, '05999002')).toEqual([]);
	});
});
