import { expect, test } from 'vitest';
import { FrozenSolo } from '#lib/domain/result/frozen.ts';
import { itemsOf } from '#lib/domain/instrument/instrument.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { findAnswers, saveAnswers } from '#lib/server/checks/answers.ts';
import { assessment } from '#lib/server/db/schema.ts';
import { finishCheck } from '#lib/server/checks/finishing.ts';
import { eq } from 'drizzle-orm';
import { seededRandom } from '../support/random.ts';
import { storeCheck } from '../support/stored-check.ts';
import { openTemporaryDatabase } from '../support/temporary-database.ts';

const DAY = '2026-11-25';
const sealed = currentInstrument();
const ids = itemsOf(sealed.instrument, 'full').map(({ id }) => id);

test('a save beside finishing is accepted before and frozen, or refused after, never half', async () => {
	const db = openTemporaryDatabase();
	const random = seededRandom(Date.now());
	const moments = new Set<number>();
	for (let round = 0; round < 30; round++) {
		const id = await storeCheck(db);
		const moment = random.below(20);
		const saves = Array.from({ length: 20 }, (_, index) => {
			const finished = index === moment ? finishCheck(db, id, sealed, DAY) : undefined;
			const pair = ids.slice(2 * index, 2 * index + 2);
			const changes = pair.map((questionId) => ({ questionId, revision: 1, value: { rating: 3 as const } }));
			return { finished, saved: saveAnswers(db, id, changes, DAY) };
		});
		const outcomes = await Promise.all(saves.map(({ saved }) => saved));
		expect(await saves[moment]?.finished).toBe(true);
		expect(outcomes.map((outcome) => 'refused' in outcome)).toEqual(outcomes.map((_, index) => index >= moment));

		const accepted = findAnswers(db, id).map(({ questionId }) => questionId);
		expect(accepted.sort()).toEqual(ids.slice(0, 2 * moment).sort());
		const row = db.read.select({ frozen: assessment.frozen }).from(assessment).where(eq(assessment.id, id)).get();
		const { inputs, result } = FrozenSolo.parse(row?.frozen);
		expect(Object.keys(inputs.items).sort(), 'every accepted save is frozen').toEqual(accepted);
		const rated = Object.entries(result.items).filter(([, { value }]) => value !== null);
		expect(rated.map(([item]) => item).sort(), 'and counts').toEqual(accepted);
		moments.add(moment);
	}
	expect(moments.size, 'finishing came at different moments').toBeGreaterThan(3);
});
