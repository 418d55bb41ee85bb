import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { findSameItems, type LoadedInstrument } from '#lib/instruments/index.ts';
import { loadTwoVersions } from '../../../../tests/support/next-version.ts';
import { movedFor, movementBetween } from './action-movement.ts';
import { itemsOf } from '#lib/domain/instrument/instrument.ts';
import type { Rating } from '#lib/domain/answering/rating.ts';
import { scoreAssessment, soloInput } from '#lib/domain/scoring/scoring.ts';
import type { SeriesRound } from '#lib/domain/result/series-view.ts';

/** 1.0.0 and 1.1.0: D1.2 has changed, A3.4 asks what A3.3 asked. */
let versions: LoadedInstrument[];
beforeAll(() => {
	const folder = mkdtempSync(join(tmpdir(), 'standort-'));
	versions = loadTwoVersions(folder);
	rmSync(folder, { recursive: true });
});

const CLOSED_ON = '2026-10-01';

function roundOf(version: string, level: Rating, ratings: Record<string, Rating> = {}): SeriesRound {
	const instrument = versions.find((one) => one.instrument.version === version)?.instrument;
	if (!instrument) return expect.unreachable(version);
	const extent = { variant: 'full', scope: undefined } as const;
	const everything = Object.fromEntries(itemsOf(instrument, 'full').map(({ id }) => [id, level]));
	const result = scoreAssessment(instrument, soloInput(extent, { ...everything, ...ratings }));
	return { ...extent, id: version, title: `Runde ${version}`, closedOn: CLOSED_ON, instrument, result };
}

function moved(items: string[], later: SeriesRound, createdOn = '2026-03-01') {
	const earlier = roundOf('1.0.0', 2);
	const same = findSameItems('standort-2030', '1.0.0', later.instrument.version, versions) ?? new Map<string, string>();
	const movement = movementBetween(earlier, later, same);
	return { breaks: movement.breaks, moved: movedFor({ items, createdOn }, movement) };
}

test('an action shows what has moved of the items and criteria that it names', () => {
	const later = roundOf('1.0.0', 2, { 'D1.1': 5, 'D2.1': 1, 'B1.1': 'notApplicable' });
	expect(moved(['D1.1', 'D2.1', 'D1', 'B1.1', 'B2', 'X9'], later)).toEqual({
		breaks: [],
		moved: [
			{ id: 'D1.1', change: 3 },
			{ id: 'D2.1', change: -1 },
			{ id: 'D1', change: 1 },
			{ id: 'B1.1', change: null },
			{ id: 'B2', change: 0 }
		]
	});
});

test('what is asked otherwise is not compared, and the break is told', () => {
	const later = roundOf('1.1.0', 3);
	expect(moved(['D1.2', 'A3.4', 'D1'], later)).toEqual({
		breaks: ['texts'],
		moved: [
			{ id: 'D1.2', change: null },
			{ id: 'A3.4', change: 1 },
			{ id: 'D1', change: 1 }
		]
	});
});

test('nothing has moved by what was begun only after the later round', () => {
	expect(moved(['D1.1'], roundOf('1.0.0', 3), CLOSED_ON).moved).toEqual([]);
});
