import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { currentInstrument } from '#lib/instruments/index.ts';
import { makeAnsweredRound, requireMade } from '../../../../tests/support/answered-round.ts';
import { madeUpPeople } from '../../../../tests/support/made-up-people.ts';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database.ts';
import { response, round } from '#lib/server/db/schema-rounds.ts';
import { findRoundAnswers, readRoundAnswers } from './round-answers.ts';

const { instrument } = currentInstrument();

async function answered(count: number) {
	const db = openTemporaryDatabase();
	const id = await makeAnsweredRound(db, madeUpPeople(count));
	return { db, id, find: () => findRoundAnswers(db, requireMade(db, id), instrument) };
}

describe('what the answers of a round come to', () => {
	test.each([40, 90])('is the same for %i people, whether a thread calculates it or not', async (count) => {
		const { db, id, find } = await answered(count);
		const found = await find();
		expect(found).toEqual(readRoundAnswers(db.read, requireMade(db, id), instrument));
		expect(found).toMatchObject({ submitted: count, inputs: { respondents: count } });
		expect(Object.keys(found.inputs.intervals)).toHaveLength(3);
	});

	test('is calculated once', async () => {
		const { find } = await answered(8);
		expect(await find()).toBe(await find());
	});

	test('D16: is gone with the responses', async () => {
		const { db, id, find } = await answered(8);
		await find();
		await db.write((writer) => writer.delete(response).where(eq(response.assessmentId, id)).run());
		expect(await find()).toMatchObject({ submitted: 0, inputs: { respondents: 0 } });
	});

	test.each(['draft', 'collecting'] as const)('D12: is nothing while the round is in %s', async (phase) => {
		const { db, id, find } = await answered(8);
		await db.write((writer) => writer.update(round).set({ phase }).where(eq(round.assessmentId, id)).run());
		expect(await find()).toMatchObject({ submitted: 0, items: [], inputs: { items: {} } });
	});
});
