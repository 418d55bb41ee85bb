import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Level } from '#lib/domain/answering/rating.ts';
import type { LoadedInstrument } from '#lib/instruments/index.ts';
import { makeClosedRound } from '../../../../tests/support/closed-round.ts';
import { roundPlace } from '../../../../tests/support/making-rounds.ts';
import { loadTwoVersions } from '../../../../tests/support/next-version.ts';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database.ts';
import { replayAll } from '#lib/server/replays.ts';
import { findSeries } from './round-series.ts';

/** 1.0.0 and 1.1.0: D1.2 has changed, D2.4 is new in place of D2.3, A3.4 asks what A3.3 asked. */
let versions: LoadedInstrument[];
beforeAll(() => {
	const folder = mkdtempSync(join(tmpdir(), 'standort-'));
	versions = loadTwoVersions(folder);
	rmSync(folder, { recursive: true });
});

const six = (level: Level) => Array.from({ length: 6 }, () => level);
const { key } = roundPlace;

test('M16: rounds of two versions of the questionnaire stand side by side, with the break and what can be compared', async () => {
	const db = openTemporaryDatabase();
	const full = { variant: 'full' } as const;
	await makeClosedRound(db, six(2), { ...full, title: 'vorher', closedOn: '2026-12-30' });
	await makeClosedRound(db, six(4), { ...full, title: 'nachher', closedOn: '2028-01-30', sealed: versions[1] });
	await makeClosedRound(db, six(3), { ...full, title: 'offen', closed: false });
	const { columns, dimensions } = findSeries(db, key, 'de', versions);
	expect(columns.map(({ title, version, step }) => [title, version, step])).toEqual([
		['vorher', '1.0.0', null],
		['nachher', '1.1.0', { breaks: ['texts'], compared: 52 }]
	]);
	expect(dimensions.map(({ points }) => points[1]?.change)).toEqual([2, 2, 2]);
	expect([...replayAll(db.read, versions)].flatMap(({ problems }) => problems)).toEqual([]);
	expect(findSeries(db, '05999002', 'de', versions).columns).toEqual([]);
});

test('M16: texts that this program does not have are no reason to guess', async () => {
	const db = openTemporaryDatabase();
	await makeClosedRound(db, six(2), { sealed: versions[1] });
	expect(() => findSeries(db, key, 'de', versions.slice(0, 1))).toThrow('standort-2030 1.1.0 is missing');
});
