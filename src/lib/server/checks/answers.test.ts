import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { storeCheck } from '../../../../tests/support/stored-check.ts';
import { recordStatements } from '../../../../tests/support/query-plans.ts';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database.ts';
import { findAnswers, saveAnswers, type AnswerChange } from './answers.ts';
import { answer, assessment } from '#lib/server/db/schema.ts';

const TODAY = '2026-12-01';
const change = (revision: number, rating: 1 | 2 | 3, questionId = 'D1.1'): AnswerChange => ({
	questionId,
	revision,
	value: { rating }
});

async function openCheck() {
	const db = openTemporaryDatabase();
	const id = await storeCheck(db, { savedOn: '2026-11-25' });
	const save = (...changes: AnswerChange[]) => saveAnswers(db, id, changes, TODAY);
	const savedOn = () => db.read.select().from(assessment).where(eq(assessment.id, id)).get()?.savedOn;
	return { db, id, save, savedOn };
}

test('changes are stored with their revision and come back in the order of the questions', async () => {
	const { db, id, save, savedOn } = await openCheck();
	expect(await save(change(1, 2, 'D2.1'), change(7, 3))).toEqual([
		{ questionId: 'D2.1', status: 'saved', revision: 1, value: { rating: 2 } },
		{ questionId: 'D1.1', status: 'saved', revision: 7, value: { rating: 3 } }
	]);
	expect(findAnswers(db, id)).toEqual([
		{ questionId: 'D1.1', revision: 7, value: { rating: 3 }, toBeConfirmed: false },
		{ questionId: 'D2.1', revision: 1, value: { rating: 2 }, toBeConfirmed: false }
	]);
	expect(savedOn()).toBe(TODAY);
});

test('a repetition changes nothing, not even the day', async () => {
	const { db, id, save, savedOn } = await openCheck();
	await saveAnswers(db, id, [change(1, 2)], '2026-11-26');
	expect(await save(change(1, 2))).toEqual([
		{ questionId: 'D1.1', status: 'repeated', revision: 1, value: { rating: 2 } }
	]);
	expect(savedOn()).toBe('2026-11-26');
});

test('an older revision never wins and learns what is stored', async () => {
	const { save } = await openCheck();
	await save(change(5, 3));
	expect(await save(change(4, 1))).toEqual([
		{ questionId: 'D1.1', status: 'older', revision: 5, value: { rating: 3 } }
	]);
});

test('the same revision with another value is a conflict; the choice is saved with the next revision', async () => {
	const { db, id, save } = await openCheck();
	await save(change(5, 3));
	expect(await save(change(5, 1))).toEqual([
		{ questionId: 'D1.1', status: 'conflict', revision: 5, value: { rating: 3 } }
	]);
	expect(await save(change(6, 1))).toMatchObject([{ status: 'saved' }]);
	expect(findAnswers(db, id)).toMatchObject([{ revision: 6, value: { rating: 1 } }]);
});

test('one save may hold changes that win and changes that lose', async () => {
	const { save } = await openCheck();
	await save(change(2, 2), change(2, 2, 'D2.1'));
	expect(await save(change(1, 1), change(3, 3, 'D2.1'))).toMatchObject([{ status: 'older' }, { status: 'saved' }]);
});

test('saving a copied answer confirms it', async () => {
	const { db, id, save } = await openCheck();
	await db.write((writer) =>
		writer
			.insert(answer)
			.values({ assessmentId: id, questionId: 'D1.1', revision: 1, value: { rating: 2 }, toBeConfirmed: true })
			.run()
	);
	expect(findAnswers(db, id)).toMatchObject([{ toBeConfirmed: true }]);
	await save(change(2, 2));
	expect(findAnswers(db, id)).toMatchObject([{ toBeConfirmed: false }]);
});

test('a finished check takes no answers, an unknown one neither', async () => {
	const { db, id, save } = await openCheck();
	expect(await saveAnswers(db, 'nobody', [change(1, 1)], TODAY)).toEqual({ refused: 'unknown' });
	await db.write((writer) => writer.update(assessment).set({ state: 'closed' }).run());
	expect(await save(change(1, 1))).toEqual({ refused: 'closed' });
	expect(findAnswers(db, id)).toEqual([]);
});

test('checks do not see each other’s answers', async () => {
	const { db, save } = await openCheck();
	const other = await storeCheck(db);
	await save(change(1, 1));
	expect(findAnswers(db, other)).toEqual([]);
});

test('no statement on answers reads more than the rows it needs', async () => {
	const { db, id, save } = await openCheck();
	const statements = recordStatements();
	await save(change(1, 1));
	findAnswers(db, id);
	const plans = statements.plans(db.file);
	expect(plans.filter((step) => step.startsWith('SEARCH answer USING PRIMARY KEY'))).toHaveLength(2);
	expect(plans.filter((step) => step.startsWith('SCAN'))).toEqual([]);
});
