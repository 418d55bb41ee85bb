import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { storeCheck } from '../../../tests/support/stored-check.ts';
import { openTemporaryDatabase } from '../../../tests/support/temporary-database.ts';
import { freezeTeam } from '#lib/domain/result/freeze.ts';
import { FrozenSolo } from '#lib/domain/result/frozen.ts';
import { itemsOf } from '#lib/domain/instrument/instrument.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { saveAnswers } from '#lib/server/checks/answers.ts';
import type { Db } from './db/open.ts';
import { assessment } from './db/schema.ts';
import { finishCheck } from '#lib/server/checks/finishing.ts';
import { replayAll } from './replays.ts';
import { sha256 } from './sha256.ts';

const sealed = currentInstrument();
const DAY = '2026-11-25';
const all = (db: Db, versions = [sealed]) => [...replayAll(db.read, versions)];

async function finishedCheck(db: Db): Promise<string> {
	const id = await storeCheck(db);
	const changes = itemsOf(sealed.instrument, 'full').map(({ id: questionId }, index) => ({
		questionId,
		revision: 1,
		value: { rating: ([1, 2, 3, 4, 5] as const)[index % 5] }
	}));
	const target = { questionId: 'D1', revision: 1, value: { importance: 3, target: 4, targetYear: 2030 } } as const;
	await saveAnswers(db, id, [...changes, target], DAY);
	await finishCheck(db, id, sealed, DAY);
	return id;
}

function frozenOf(db: Db, id: string): FrozenSolo {
	const row = db.read.select({ frozen: assessment.frozen }).from(assessment).where(eq(assessment.id, id)).get();
	return FrozenSolo.parse(row?.frozen);
}

/** Changes a stored result behind the program's back. */
async function tamper(db: Db, id: string, change: (frozen: FrozenSolo) => unknown) {
	const frozen = frozenOf(db, id);
	const changed = change(frozen) ?? frozen;
	await db.write((writer) => writer.update(assessment).set({ frozen: changed }).where(eq(assessment.id, id)).run());
}

test('M15: finished checks and closed rounds replay to the same digits, open ones are left out', async () => {
	const db = openTemporaryDatabase();
	const items = { 'D1.1': { levels: [0, 1, 2, 3, 1], unknown: 0, notApplicable: 1, missing: 0 } } as const;
	const inputs = { respondents: 8, items, decisions: {}, criteria: {}, intervals: {} };
	const round = freezeTeam(sealed, { variant: 'full', seed: 'x' }, structuredClone(inputs) as never, sha256);
	await storeCheck(db, { id: 'round', mode: 'confidential', state: 'closed', frozen: round });
	await storeCheck(db);
	const id = await finishedCheck(db);
	const expected = [id, 'round'].sort().map((one) => ({ id: one, problems: [] }));
	expect(all(db)).toEqual(expected);
});

test('M15: a changed result is found with its path and both values, and stays as it is', async () => {
	const db = openTemporaryDatabase();
	const id = await finishedCheck(db);
	await tamper(db, id, ({ result }) => void Object.assign(result.criteria.D2 ?? {}, { score: 4.9 }));
	const before = frozenOf(db, id);
	expect(all(db)).toEqual([
		{ id, problems: [{ problem: 'difference', path: 'result.criteria.D2.score', stored: 4.9, again: 10 / 3 }] }
	]);
	expect(frozenOf(db, id)).toEqual(before);
});

test('M15: a changed input is found by what would come out of it', async () => {
	const db = openTemporaryDatabase();
	const id = await finishedCheck(db);
	await tamper(db, id, ({ inputs }) => void (inputs.items['D1.1'] = { rating: 5 }));
	const problems = all(db)[0]?.problems ?? [];
	expect(problems).toContainEqual({ problem: 'difference', path: 'result.items.D1.1.value', stored: 1, again: 5 });
});

test('M15: an instrument that is not there is named', async () => {
	const db = openTemporaryDatabase();
	const id = await finishedCheck(db);
	await tamper(db, id, ({ instrument }) => void (instrument.version = '0.9.0'));
	expect(all(db)).toEqual([
		{ id, problems: [{ problem: 'unknownInstrument', instrument: 'standort-2030', version: '0.9.0' }] }
	]);
});

test('M15: other texts under the same version, and other rules, are told apart from other digits', async () => {
	const db = openTemporaryDatabase();
	const id = await finishedCheck(db);
	await tamper(db, id, (frozen) => void (frozen.method = '0.9.0'));
	const again = 'f'.repeat(64);
	expect(all(db, [{ ...sealed, sha256: again }])[0]?.problems).toEqual([
		{ problem: 'otherTexts', version: '1.0.0', stored: sealed.sha256, again },
		{ problem: 'otherRules', stored: '0.9.0', again: '1.0.0' }
	]);
});

test('M15: a closed check without a result that can be read is an alarm, too', async () => {
	const db = openTemporaryDatabase();
	const id = await finishedCheck(db);
	await tamper(db, id, () => ({ mode: 'solo' }));
	expect(all(db)).toMatchObject([{ id, problems: [{ problem: 'unreadable' }] }]);
});

test('every closed check is met once, however many there are', async () => {
	const db = openTemporaryDatabase();
	const closed = { state: 'closed', frozen: {} } as const;
	const ids = await Promise.all(Array.from({ length: 205 }, () => storeCheck(db, closed)));
	expect(all(db).map(({ id }) => id)).toEqual(ids.sort());
});
