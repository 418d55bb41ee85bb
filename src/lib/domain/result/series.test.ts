import { beforeAll, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { itemsOf, type Variant } from '#lib/domain/instrument/instrument.ts';
import type { Rating } from '#lib/domain/answering/rating.ts';
import { scoreAssessment, soloInput, type Extent } from '#lib/domain/scoring/scoring.ts';
import { breaksBetween, changeBetween } from './series.ts';
import { findSameItems, type LoadedInstrument } from '#lib/instruments/index.ts';
import { loadTwoVersions } from '../../../../tests/support/next-version.ts';

/** 1.0.0 and 1.1.0: D1.2 has changed, D2.4 is new in place of D2.3, A3.4 asks what A3.3 asked. */
let versions: LoadedInstrument[];
beforeAll(() => {
	const folder = mkdtempSync(join(tmpdir(), 'standort-'));
	versions = loadTwoVersions(folder);
	rmSync(folder, { recursive: true });
});

const instrumentOf = (version: string) =>
	versions.find(({ instrument }) => instrument.version === version)?.instrument ?? expect.unreachable(version);
const sameBetween = (earlier: string, later: string) =>
	findSameItems('standort-2030', earlier, later, versions) ?? expect.unreachable(`${earlier} to ${later}`);

interface Round extends Partial<Extent> {
	version: '1.0.0' | '1.1.0';
	/** level of every item that is not named */
	level: Rating;
	ratings?: Record<string, Rating | undefined>;
}

function roundOf({ version, level, ratings = {}, variant = 'full', scope }: Round) {
	const instrument = instrumentOf(version);
	const everything = Object.fromEntries(itemsOf(instrument, variant).map(({ id }) => [id, level]));
	const extent = { variant, scope };
	return {
		...extent,
		instrument,
		...scoreAssessment(instrument, soloInput(extent, { ...everything, ...ratings }))
	};
}

function change(earlier: Round, later: Round) {
	const [before, after] = [roundOf(earlier), roundOf(later)];
	return changeBetween(after.instrument, after, before, after, sameBetween(earlier.version, later.version));
}

function breaks(earlier: Round, later: Round) {
	return breaksBetween(roundOf(earlier), roundOf(later), sameBetween(earlier.version, later.version));
}

const old: Round = { version: '1.0.0', level: 2 };
const next: Round = { version: '1.1.0', level: 3 };

test('M16: between two rounds of one version everything is compared', () => {
	const { compared, criteria, dimensions, overall } = change(old, { ...old, level: 5, ratings: { 'D1.1': 2 } });
	expect(compared).toHaveLength(54);
	expect(criteria.D1).toBe(2);
	expect(criteria.B6).toBe(3);
	expect(dimensions).toEqual({ decision: expect.closeTo(17 / 6, 12), administration: 3, budget: 3 });
	expect(overall).toBeCloseTo((17 / 6 + 6) / 3, 12);
	expect(breaks(old, { ...old, level: 5 })).toEqual([]);
});

test('M16: only what the crosswalk calls the same is compared, under the ids of the later version', () => {
	const { compared } = change(old, next);
	expect(compared).toHaveLength(52);
	expect(compared).toContain('A3.4');
	for (const id of ['A3.3', 'D1.2', 'D2.3', 'D2.4']) expect(compared).not.toContain(id);
});

test('M16: an item that has changed, is new or was dropped moves nothing', () => {
	const before = { ...old, ratings: { 'D1.2': 5, 'D2.3': 5 } } satisfies Round;
	const after = { ...next, ratings: { 'D1.2': 1, 'D2.4': 1 } } satisfies Round;
	const { criteria, dimensions, overall } = change(before, after);
	expect(criteria).toMatchObject({ D1: 1, D2: 1, D3: 1 });
	expect(dimensions.decision).toBe(1);
	expect(overall).toBe(1);
});

test('M16: an item with a new number is compared with what it was', () => {
	const { criteria } = change({ ...old, ratings: { 'A3.3': 1 } }, { ...next, ratings: { 'A3.4': 4 } });
	expect(criteria.A3).toBeCloseTo((1 + 1 + 3) / 3, 12);
});

test.each<[string, Rating | undefined, Rating | undefined]>([
	['unknown before', 'unknown', 5],
	['not answered before', undefined, 5],
	['unknown now', 5, 'unknown'],
	['not applicable before', 'notApplicable', 5],
	['not applicable now', 1, 'notApplicable']
])('M16: an item that is %s is compared in neither round', (_, before, after) => {
	const { compared, criteria } = change(
		{ ...old, ratings: { 'B1.1': before } },
		{ ...next, ratings: { 'B1.1': after } }
	);
	expect(compared).toHaveLength(51);
	expect(compared).not.toContain('B1.1');
	expect(criteria.B1).toBe(1);
});

test('M16: where nothing can be compared there is no change, and no zero', () => {
	const unknown = { 'B1.1': 'unknown', 'B1.2': 'unknown', 'B1.3': 'unknown' } as const;
	const { criteria, dimensions, overall } = change({ ...old, ratings: unknown }, next);
	expect(criteria.B1).toBeNull();
	expect(dimensions.budget).toBe(1);
	expect(overall).toBe(1);
	expect(change({ ...old, level: 'unknown' }, next)).toMatchObject({
		compared: [],
		dimensions: { decision: null, administration: null, budget: null },
		overall: null
	});
});

test('M16: a round of one dimension changes in that dimension alone', () => {
	const { criteria, dimensions, overall } = change({ ...old, scope: 'budget' }, { ...next, scope: 'budget' });
	expect(Object.keys(criteria)).toEqual(['B1', 'B2', 'B3', 'B4', 'B5', 'B6']);
	expect(dimensions).toEqual({ budget: 1 });
	expect(overall).toBeNull();
});

test('M16: a break of the texts is marked where one of the rounds asks something else', () => {
	expect(breaks(old, next)).toEqual(['texts']);
	expect(breaks({ ...old, scope: 'decision' }, { ...next, scope: 'decision' })).toEqual(['texts']);
	expect(breaks({ ...old, scope: 'budget' }, { ...next, scope: 'budget' })).toEqual([]);
	expect(breaks({ ...old, scope: 'administration' }, { ...next, scope: 'administration' })).toEqual([]);
});

test.each<[Variant, Variant]>([
	['short', 'full'],
	['full', 'short']
])('M17: from %s to %s only the core items are compared, and the step is marked', (before, after) => {
	const core = itemsOf(instrumentOf('1.0.0'), 'short').map(({ id }) => id);
	const ratings = Object.fromEntries(core.map((id) => [id, 4 as const]));
	const { compared, overall } = change({ ...old, variant: before }, { ...old, variant: after, ratings });
	expect(compared).toEqual(core);
	expect(overall).toBe(2);
	expect(breaks({ ...old, variant: before }, { ...old, variant: after })).toEqual(['variant']);
});

test('M17: two short rounds are compared without a mark', () => {
	expect(breaks({ ...old, variant: 'short' }, { ...old, variant: 'short' })).toEqual([]);
});
