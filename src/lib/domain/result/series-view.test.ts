import { beforeAll, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { itemsOf, type Instrument } from '#lib/domain/instrument/instrument.ts';
import type { Rating } from '#lib/domain/answering/rating.ts';
import { scoreAssessment, soloInput, type Extent } from '#lib/domain/scoring/scoring.ts';
import { seriesChart } from './series-chart.ts';
import { seriesSummary } from './series-summary.ts';
import { seriesView, type SeriesRound } from './series-view.ts';
import { findSameItems, type LoadedInstrument } from '#lib/instruments/index.ts';
import { loadTwoVersions } from '../../../../tests/support/next-version.ts';

/** 1.0.0 and 1.1.0: D1.2 has changed, D2.4 is new in place of D2.3, A3.4 asks what A3.3 asked. */
let versions: LoadedInstrument[];
beforeAll(() => {
	const folder = mkdtempSync(join(tmpdir(), 'standort-'));
	versions = loadTwoVersions(folder);
	rmSync(folder, { recursive: true });
});

interface Made extends Partial<Extent> {
	version?: '1.0.0' | '1.1.0';
	level: Rating;
	ratings?: Record<string, Rating>;
}

function round(
	closedOn: string,
	{ version = '1.0.0', level, ratings = {}, variant = 'full', scope }: Made
): SeriesRound {
	const { instrument } =
		versions.find((one) => one.instrument.version === version) ?? expect.unreachable('no such version');
	const everything = Object.fromEntries(itemsOf(instrument, variant, scope).map(({ id }) => [id, level]));
	const extent = { variant, ...(scope && { scope }) };
	const result = scoreAssessment(instrument, soloInput(extent, { ...everything, ...ratings }));
	return { id: closedOn, title: `Runde ${closedOn}`, closedOn, instrument, result, ...extent };
}

const sameBetween = (earlier: Instrument, later: Instrument) =>
	findSameItems('standort-2030', earlier.version, later.version, versions) ?? new Map<string, string>();
const view = (...rounds: SeriesRound[]) => seriesView(rounds, sameBetween, 'de');

test('M16: rounds stand in the order of their closing, each with its own scores and stages', () => {
	const { columns, dimensions } = view(round('2027-05-01', { level: 4 }), round('2026-05-01', { level: 2 }));
	expect(columns.map(({ id, step }) => [id, step])).toEqual([
		['2026-05-01', null],
		['2027-05-01', { breaks: [], compared: 54 }]
	]);
	expect(dimensions.map(({ id }) => id)).toEqual(['decision', 'administration', 'budget']);
	expect(dimensions[0]?.points).toEqual([
		{ score: 2, stage: 2, change: null },
		{ score: 4, stage: 4, change: 2 }
	]);
	expect(dimensions[0]?.criteria).toHaveLength(6);
});

test('M16: across two versions only what asks the same changes, and the break is marked', () => {
	const before = round('2026-05-01', { level: 2, ratings: { 'D1.2': 5, 'D2.3': 5, 'A3.3': 1 } });
	const after = round('2027-05-01', { version: '1.1.0', level: 3, ratings: { 'D1.2': 1, 'D2.4': 1, 'A3.4': 4 } });
	const { columns, dimensions } = view(before, after);
	expect(columns[1]).toMatchObject({ version: '1.1.0', step: { breaks: ['texts'], compared: 52 } });
	const [decision, administration] = dimensions;
	expect(decision?.criteria[0]?.points).toEqual([
		{ score: 3, stage: null, change: null },
		{ score: 7 / 3, stage: null, change: 1 }
	]);
	expect(decision?.points[1]?.change).toBe(1);
	expect(administration?.criteria[2]?.points[1]?.change).toBeCloseTo(5 / 3, 12);
});

test('M17: from short to full the step is marked, and core items alone are compared', () => {
	const { columns } = view(round('2026-05-01', { level: 2, variant: 'short' }), round('2027-05-01', { level: 3 }));
	expect(columns[1]?.step).toEqual({ breaks: ['variant'], compared: 18 });
});

test('M16: where no crosswalk leads from one version to the other there is a break and no change, not a zero', () => {
	const rounds = [round('2026-05-01', { level: 2 }), round('2027-05-01', { level: 3 })];
	const apart = seriesView(rounds, () => new Map(), 'de');
	expect(apart.columns[1]?.step).toEqual({ breaks: ['texts'], compared: 0 });
	expect(apart.dimensions[0]?.points[1]).toEqual({ score: 3, stage: 3, change: null });
	expect(seriesSummary(apart)).toBeUndefined();
});

test('a dimension that no round assessed has no row, and one that a round left out has gaps', () => {
	const budget = round('2026-05-01', { level: 2, scope: 'budget' });
	expect(view(budget).dimensions.map(({ id }) => id)).toEqual(['budget']);
	const { dimensions } = view(budget, round('2027-05-01', { level: 3 }));
	expect(dimensions[0]?.points).toEqual([
		{ score: null, stage: null, change: null },
		{ score: 3, stage: 3, change: null }
	]);
	expect(dimensions[2]?.points[1]?.change).toBe(1);
});

test('the summary tells the latest step, over the items behind it', () => {
	const rounds = [1, 2, 4].map((level, index) => round(`202${index + 5}-05-01`, { level: level as Rating }));
	expect(seriesSummary(view(...rounds))).toMatchObject({
		...{ from: 'Runde 2026-05-01', to: 'Runde 2027-05-01', compared: 54 },
		dimensions: [{ change: 2 }, { change: 2 }, { change: 2 }]
	});
	expect(seriesSummary(view(...rounds.slice(0, 1)))).toBeUndefined();
});

test('the chart joins neighbouring rounds only, dashed across a break, and draws nothing where there is no score', () => {
	const chart = seriesChart(
		view(
			round('2025-05-01', { level: 2 }),
			round('2026-05-01', { level: 3, variant: 'short', scope: 'budget' }),
			round('2027-05-01', { level: 5, variant: 'short' })
		)
	);
	const [decision, , budget] = chart.lines;
	expect(decision?.marks.map(({ round: index, y }) => [index, y])).toEqual([
		[0, 0.25],
		[2, 1]
	]);
	expect(decision?.segments).toEqual([]);
	expect(budget?.segments.map(({ broken }) => broken)).toEqual([true, false]);
	expect(chart.breaks).toHaveLength(1);
	expect(chart.rounds.map(({ number }) => number)).toEqual([1, 2, 3]);
});
