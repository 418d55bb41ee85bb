import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { currentInstrument } from '#lib/instruments/index.ts';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database.ts';
import { saveAnswers } from './answers.ts';
import {
	answersOf,
	copyCheck,
	createCheck,
	deleteCheck,
	endSharing,
	findCheck,
	findCheckByCode,
	findChecks,
	findSharedCheck,
	saveProfile,
	shareCheck,
	type NewCheck
} from './checks.ts';
import type { Db } from '#lib/server/db/open.ts';
import { answer, assessment } from '#lib/server/db/schema.ts';
import { finishCheck } from './finishing.ts';
import { resultOf } from './results.ts';

const hash = (secret: string) => createHash('sha256').update(secret).digest('base64url');
const TODAY = '2026-11-25';
const NEW: NewCheck = {
	instrumentId: 'standort-2030',
	instrumentVersion: '1.0.0',
	variant: 'full',
	scope: undefined,
	profile: { source: 'trial', asked: {} }
};

async function found(db: Db, id: string, code: string) {
	const check = await findCheck(db, hash, id, [code]);
	if (!check) throw new Error('The check should be there');
	return check;
}

test('a new check is open, found by its code alone, and its code is stored nowhere', async () => {
	const db = openTemporaryDatabase();
	const { id, code } = await createCheck(db, hash, { ...NEW, scope: 'budget' }, TODAY);
	expect(await findCheckByCode(db, hash, code)).toMatchObject({ id, state: 'open', scope: 'budget', createdOn: TODAY });
	expect(JSON.stringify(db.read.select().from(assessment).all())).not.toContain(code);
});

test('neither a foreign code nor a foreign id opens a check', async () => {
	const db = openTemporaryDatabase();
	const own = await createCheck(db, hash, NEW, TODAY);
	const other = await createCheck(db, hash, NEW, TODAY);
	expect(await findCheck(db, hash, own.id, [other.code])).toBeUndefined();
	expect(await findCheck(db, hash, own.id, [])).toBeUndefined();
	expect(await findCheck(db, hash, 'nothing', [own.code])).toBeUndefined();
	expect(await findCheck(db, hash, own.id, [other.code, own.code])).toMatchObject({ id: own.id });
	expect((await findChecks(db, hash, [own.code])).map(({ id }) => id)).toEqual([own.id]);
});

test('no two checks share id, code or seed', async () => {
	const db = openTemporaryDatabase();
	const made = await Promise.all(Array.from({ length: 50 }, () => createCheck(db, hash, NEW, TODAY)));
	const seeds = db.read.select({ seed: assessment.seed }).from(assessment).all();
	for (const values of [made.map(({ id }) => id), made.map(({ code }) => code), seeds.map(({ seed }) => seed)])
		expect(new Set(values).size).toBe(50);
});

test('deleting a check takes its answers, its code and its link with it', async () => {
	const db = openTemporaryDatabase();
	const { id, code } = await createCheck(db, hash, NEW, TODAY);
	const token = await shareCheck(db, hash, id, TODAY);
	await saveAnswers(db, id, [{ questionId: 'D1.1', revision: 1, value: { rating: 3 } }], TODAY);
	await deleteCheck(db, id, TODAY);
	expect(await findCheckByCode(db, hash, code)).toBeUndefined();
	expect(await findSharedCheck(db, hash, token)).toBeUndefined();
	expect(db.read.select().from(answer).all()).toEqual([]);
});

test('a link to the result opens it until it is ended or made anew, and the token is stored nowhere', async () => {
	const db = openTemporaryDatabase();
	const { id } = await createCheck(db, hash, NEW, TODAY);
	const first = await shareCheck(db, hash, id, TODAY);
	expect(await findSharedCheck(db, hash, first)).toMatchObject({ id, shared: true });
	expect(JSON.stringify(db.read.select().from(assessment).all())).not.toContain(first);
	const second = await shareCheck(db, hash, id, TODAY);
	expect(await findSharedCheck(db, hash, first)).toBeUndefined();
	await endSharing(db, id, TODAY);
	expect(await findSharedCheck(db, hash, second)).toBeUndefined();
});

const ANSWERS = [
	{ questionId: 'A1.1', revision: 7, value: { rating: 3, comment: 'Aktenplan' } },
	{ questionId: 'D1', revision: 2, value: { importance: 4, target: 5, targetYear: 2030 } },
	{ questionId: 'D1.1', revision: 7, value: { rating: 3 } }
] as const;

async function finishedCheck(db: Db) {
	const made = await createCheck(db, hash, NEW, '2025-01-01');
	await saveAnswers(db, made.id, [...ANSWERS], '2025-01-01');
	await finishCheck(db, made.id, currentInstrument(), '2025-01-02');
	return found(db, made.id, made.code);
}

test('a copy asks the same, with a code of its own and every answer to be confirmed; saving one confirms it', async () => {
	const db = openTemporaryDatabase();
	const finished = await finishedCheck(db);
	const copy = (await copyCheck(db, hash, finished, TODAY)) ?? expect.unreachable('It is finished');
	expect(await findCheckByCode(db, hash, copy.code)).toMatchObject({ id: copy.id, state: 'open', createdOn: TODAY });
	const answers = await answersOf(db, copy.id);
	expect([...answers.values()].map(({ questionId, value }) => [questionId, value])).toEqual(
		ANSWERS.map(({ questionId, value }) => [questionId, value])
	);
	expect(answers.get('A1.1')?.toBeConfirmed).toBe(true);
	await saveAnswers(db, copy.id, [{ questionId: 'D1.1', revision: 2, value: { rating: 3 } }], TODAY);
	expect((await answersOf(db, copy.id)).get('D1.1')?.toBeConfirmed).toBe(false);
	expect((await answersOf(db, finished.id)).get('D1.1')).toMatchObject({ revision: 7, toBeConfirmed: false });
});

test('M9: targets and importance go on into the copy and count there', async () => {
	const db = openTemporaryDatabase();
	const copy = await copyCheck(db, hash, await finishedCheck(db), TODAY);
	const change = { questionId: 'D1.1', revision: 2, value: { rating: 3 } } as const;
	await saveAnswers(db, copy?.id ?? '', [change, { ...change, questionId: 'D1.2' }], TODAY);
	const check = await found(db, copy?.id ?? '', copy?.code ?? '');
	const { priorities } = await resultOf(db, check, currentInstrument());
	expect(priorities).toEqual([{ criterion: 'D1', score: 3, target: 5, set: true, gap: 2, importance: 4, priority: 8 }]);
});

test('an open check is not copied', async () => {
	const db = openTemporaryDatabase();
	const { id, code } = await createCheck(db, hash, NEW, TODAY);
	expect(await copyCheck(db, hash, await found(db, id, code), TODAY)).toBeUndefined();
	expect(db.read.select().from(assessment).all()).toHaveLength(1);
});

test('the profile of an open check can be changed', async () => {
	const db = openTemporaryDatabase();
	const { id, code } = await createCheck(db, hash, NEW, '2026-01-01');
	const profile = { ...NEW.profile, asked: { accounting: 'accrual' } };
	expect(await saveProfile(db, id, profile, TODAY)).toBe(true);
	expect(await found(db, id, code)).toMatchObject({ profile, savedOn: TODAY });
	expect(await saveProfile(db, 'nothing', profile, TODAY)).toBe(false);
});
