import { expect, test } from 'vitest';
import { storeCheck } from '../../../tests/support/stored-check.ts';
import { recordStatements } from '../../../tests/support/query-plans.ts';
import { openTemporaryDatabase } from '../../../tests/support/temporary-database.ts';
import { findAnswers, saveAnswers } from '#lib/server/checks/answers.ts';
import { assessment } from './db/schema.ts';
import { expireChecks } from './expiry.ts';

const open = (savedOn: string) => ({ state: 'open', savedOn }) as const;
const closed = (closedOn: string) => ({ state: 'closed', savedOn: closedOn, closedOn }) as const;

/** A database in which the day before was counted. */
async function openOnDayBefore(day: string) {
	const db = openTemporaryDatabase();
	await expireChecks(db, day);
	return {
		db,
		ids: () =>
			db.read
				.select({ id: assessment.id })
				.from(assessment)
				.all()
				.map(({ id }) => id)
	};
}

test('a check is kept on its last day and gone on the next', async () => {
	const { db, ids } = await openOnDayBefore('2026-11-24');
	const kept = [await storeCheck(db, open('2026-08-27')), await storeCheck(db, closed('2024-11-25'))];
	const gone = [await storeCheck(db, open('2026-08-26')), await storeCheck(db, closed('2024-11-24'))];
	expect(ids()).toHaveLength(4);
	expect(await expireChecks(db, '2026-11-25')).toBe(gone.length);
	expect(ids().sort()).toEqual(kept.sort());
});

test('answers go with their check', async () => {
	const { db } = await openOnDayBefore('2026-11-24');
	const id = await storeCheck(db, open('2026-08-01'));
	await saveAnswers(db, id, [{ questionId: 'D1.1', revision: 1, value: { rating: 3 } }], '2026-08-01');
	await expireChecks(db, '2026-11-25');
	expect(findAnswers(db, id)).toEqual([]);
	expect(db.read.all('SELECT * FROM answer')).toEqual([]);
});

test('a save keeps an open check for another 90 days', async () => {
	const { db, ids } = await openOnDayBefore('2026-11-24');
	const id = await storeCheck(db, open('2026-08-01'));
	await saveAnswers(db, id, [{ questionId: 'D1.1', revision: 1, value: { rating: 3 } }], '2026-11-24');
	await expireChecks(db, '2026-11-25');
	expect(ids()).toEqual([id]);
});

test('rounds of municipalities are left alone', async () => {
	const { db, ids } = await openOnDayBefore('2026-11-24');
	await storeCheck(db, { ...closed('2020-01-01'), mode: 'confidential' });
	await storeCheck(db, { ...open('2020-01-01'), mode: 'open' });
	expect(await expireChecks(db, '2026-11-25')).toBe(0);
	expect(ids()).toHaveLength(2);
});

test('many expired checks go in portions, all of them on the same day', async () => {
	const { db, ids } = await openOnDayBefore('2026-11-24');
	await Promise.all(Array.from({ length: 130 }, () => storeCheck(db, open('2026-01-01'))));
	expect(await expireChecks(db, '2026-11-25')).toBe(130);
	expect(ids()).toEqual([]);
});

test('looking for expired checks reads no others', async () => {
	const { db } = await openOnDayBefore('2026-11-24');
	const statements = recordStatements();
	await expireChecks(db, '2026-11-25');
	const plans = statements.plans(db.file);
	expect(plans.filter((step) => step.includes('INDEX assessment_expiry'))).toHaveLength(2);
	expect(plans.filter((step) => /SCAN (assessment|answer)/.test(step))).toEqual([]);
});
