import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { storeCheck } from '../../../../tests/support/stored-check.ts';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database.ts';
import { replay } from '#lib/domain/result/freeze.ts';
import { FrozenSolo } from '#lib/domain/result/frozen.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { saveAnswers } from './answers.ts';
import { createCheck, findCheck, saveProfile } from './checks.ts';
import type { Db } from '#lib/server/db/open.ts';
import { finishCheck } from './finishing.ts';
import { aboutCheck, resultOf } from './results.ts';
import { sha256 } from '#lib/server/sha256.ts';

const hash = (secret: string) => createHash('sha256').update(secret).digest('base64url');
const TODAY = '2026-11-25';
const sealed = currentInstrument();
const CHANGES = [
	{ questionId: 'B1.1', revision: 1, value: { rating: 4, evidence: 2, comment: 'Beschluss von 2024' } },
	{ questionId: 'B2.1', revision: 1, value: { rating: 2 } },
	{ questionId: 'B3.1', revision: 1, value: { rating: 'unknown' } },
	{ questionId: 'B1', revision: 1, value: { importance: 4 } }
] as const;

async function answeredCheck(db: Db) {
	const profile = { source: 'trial', asked: {} } as const;
	const { id: instrumentId, version: instrumentVersion } = sealed.instrument;
	const check = { instrumentId, instrumentVersion, variant: 'short', scope: 'budget', profile } as const;
	const { id, code } = await createCheck(db, hash, check, '2026-11-01');
	await saveAnswers(db, id, [...CHANGES], '2026-11-02');
	return { id, look: async () => (await findCheck(db, hash, id, [code])) ?? expect.unreachable('It is there') };
}

test('M15: finishing freezes the answers with what the open result showed, in a form that replays', async () => {
	const db = openTemporaryDatabase();
	const { id, look } = await answeredCheck(db);
	const open = await resultOf(db, await look(), sealed);
	expect(await finishCheck(db, id, sealed, TODAY)).toBe(true);

	const check = await look();
	expect(check).toMatchObject({ state: 'closed', closedOn: TODAY });
	const frozen = FrozenSolo.parse(check.frozen);
	expect(frozen.inputs.items['B1.1']).toEqual(CHANGES[0].value);
	expect(frozen).toMatchObject({ variant: 'short', scope: 'budget', seed: check.seed });
	expect(frozen).toMatchObject({ result: open.result, priorities: open.priorities, robustness: open.robustness });
	expect(replay(frozen, sealed, sha256)).toEqual([]);
});

test('M15: a finished check shows what was frozen, whatever the texts and rules are now', async () => {
	const db = openTemporaryDatabase();
	const { id, look } = await answeredCheck(db);
	await finishCheck(db, id, sealed, TODAY);
	const check = await look();
	const frozen = FrozenSolo.parse(check.frozen);
	const changed = structuredClone(frozen);
	Object.assign(changed.result.criteria.B1 ?? {}, { score: 1.25 });
	changed.inputs.items['B1.1'] = { rating: 4, comment: 'so festgehalten' };
	changed.method = '0.9.0';
	changed.instrument.sha256 = 'a'.repeat(64);

	const shown = await resultOf(db, { ...check, frozen: changed }, sealed);
	expect(shown.result.criteria.B1?.score).toBe(1.25);
	expect(shown.answers.get('B1.1')?.value).toMatchObject({ comment: 'so festgehalten' });
	expect(aboutCheck({ ...check, frozen: changed }, sealed, 'de')).toMatchObject({
		state: 'closed',
		closedOn: TODAY,
		method: '0.9.0',
		instrument: { sha256: 'a'.repeat(64) }
	});
	await expect(resultOf(db, { ...check, frozen: null }, sealed)).rejects.toThrow();
});

test('a finished check cannot be finished again, answered or given another profile', async () => {
	const db = openTemporaryDatabase();
	const { id, look } = await answeredCheck(db);
	await finishCheck(db, id, sealed, TODAY);
	const before = await look();
	const change = { questionId: 'B1.1', revision: 2, value: { rating: 5 } } as const;
	expect(await saveAnswers(db, id, [change], '2026-11-26')).toEqual({ refused: 'closed' });
	expect(await saveProfile(db, id, { ...before.profile, asked: { accounting: 'x' } }, '2026-11-26')).toBe(false);
	expect(await finishCheck(db, id, sealed, '2026-11-26')).toBe(false);
	expect(await look()).toEqual(before);
});

test('neither a round nor what is not there can be finished as a check', async () => {
	const db = openTemporaryDatabase();
	const round = await storeCheck(db, { mode: 'confidential' });
	expect(await finishCheck(db, round, sealed, TODAY)).toBe(false);
	expect(await finishCheck(db, 'nothing', sealed, TODAY)).toBe(false);
});
