import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { findAnswers, saveAnswers } from '#lib/server/answers.ts';
import type { Writer } from '#lib/server/db/open.ts';
import { answer, assessment } from '#lib/server/db/schema.ts';
import { seededRandom } from '../support/random.ts';
import { storeCheck } from '../support/stored-check.ts';
import { openTemporaryDatabase } from '../support/temporary-database.ts';

/** Freezes what is stored and closes, as finishing a check does, in one job. */
function finish(writer: Writer, id: string) {
	const frozen = writer.select().from(answer).where(eq(answer.assessmentId, id)).all();
	writer.update(assessment).set({ state: 'closed', frozen }).where(eq(assessment.id, id)).run();
	return frozen;
}

test('a save beside finishing is accepted before and frozen, or refused after, never half', async () => {
	const db = openTemporaryDatabase();
	const random = seededRandom(Date.now());
	const moments = new Set<number>();
	for (let round = 0; round < 30; round++) {
		const id = await storeCheck(db);
		const moment = random.below(20);
		const saves = Array.from({ length: 20 }, (_, index) => {
			const finished = index === moment ? db.write((writer) => finish(writer, id)) : undefined;
			const changes = ['Q1', 'Q2'].map((question) => ({ questionId: `${question}.${index}`, revision: 1, value: {} }));
			return { finished, saved: saveAnswers(db, id, changes, '2026-11-25') };
		});
		const frozen = await saves[moment]?.finished;
		const outcomes = await Promise.all(saves.map(({ saved }) => saved));
		expect(outcomes.map((outcome) => 'refused' in outcome)).toEqual(outcomes.map((_, index) => index >= moment));
		expect(frozen).toHaveLength(moment * 2);
		expect(findAnswers(db, id)).toHaveLength(moment * 2);
		moments.add(moment);
	}
	expect(moments.size, 'finishing came at different moments').toBeGreaterThan(3);
});
