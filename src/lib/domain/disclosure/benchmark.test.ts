import fc from 'fast-check';
import { expect, test } from 'vitest';
import { currentInstrument } from '#lib/instruments/index.ts';
import { compareWithRelease, measuresOf, placeOf, scoresOf, seriesOf, type OwnResult } from './benchmark.ts';
import type { Cell } from './cell.ts';
import type { ReleaseContent } from './release.ts';
import type { AssessmentResult } from '#lib/domain/scoring/result.ts';
import { isOwnBar } from '#lib/domain/scoring/own-bar.ts';

const cell: Cell = { median: 2.6, q1: 2, q3: 3.2 };
const dimension = (score: number | null) => ({
	score,
	stage: null,
	missing: [],
	shown: null,
	percent: null,
	lower: null,
	upper: null
});
const result: AssessmentResult = {
	items: {},
	criteria: { D1: { score: 4, notApplicable: false, applicable: 3, rated: 3, lower: 4, upper: 4 } },
	dimensions: { decision: dimension(2.53), budget: dimension(null) },
	overall: null,
	span: null
};
const own: OwnResult = {
	result,
	variant: 'full',
	profile: { source: 'trial', asked: {} },
	measures: ['overall', 'decision', 'budget', 'D1']
};
const release: ReleaseContent = {
	number: 3,
	cutoff: '2026-11-01',
	demonstration: false,
	licence: 'CC BY 4.0',
	methods: ['1'],
	instruments: [],
	tables: { full: [{ group: 'all', n: 45, cells: { decision: cell, budget: cell } }], short: [] }
};

test.each([
	[1.89, 'belowQuartiles'],
	[1.9, 'lowerHalf'],
	[2, 'lowerHalf'],
	[2.49, 'lowerHalf'],
	[2.5, 'upperHalf'],
	[2.6, 'upperHalf'],
	[3.29, 'upperHalf'],
	[3.3, 'aboveQuartiles']
] as const)('D8: %d, rounded alike, stands %s', (score, place) => {
	expect(placeOf(score, cell)).toBe(place);
});

test.each([
	[2.49, 'belowMedian'],
	[2.5, 'atMedian'],
	[2.69, 'atMedian'],
	[2.7, 'aboveMedian']
] as const)('D8: beside the median alone, %d stands %s', (score, place) => {
	expect(placeOf(score, { median: 2.6 })).toBe(place);
});

test('D8: cells told to a tenth are compared to a tenth', () => {
	expect(placeOf(2.44, { median: 2.4, q1: 2, q3: 3.3 })).toBe('upperHalf');
	expect(placeOf(2.34, { median: 2.4, q1: 2, q3: 3.3 })).toBe('lowerHalf');
});

test('D8: scores that are told alike stand alike, so a place tells no more than the cell', () => {
	const score = fc.double({ min: 1, max: 5, noNaN: true });
	const told = (value: number) => Math.floor((value + 1e-9) * 5 + 0.5);
	fc.assert(
		fc.property(score, score, (a, b) => {
			expect(told(a) !== told(b) || placeOf(a, cell) === placeOf(b, cell)).toBe(true);
		})
	);
});

test('the own value stands beside the cell, and alone where nothing is published', () => {
	expect(compareWithRelease(own, release)).toEqual({
		enough: true,
		release: { number: 3, cutoff: '2026-11-01', demonstration: false },
		group: 'all',
		groups: ['all'],
		n: 45,
		rows: [
			{ measure: 'overall', own: null },
			{ measure: 'decision', own: 2.53, cell, place: 'upperHalf' },
			{ measure: 'budget', own: null, cell },
			{ measure: 'D1', own: 4 }
		]
	});
});

test.each([
	['without a release', own, undefined, false],
	['for the other variant (M17)', { ...own, variant: 'short' }, release, true],
	['where none of the own measures is published', { ...own, measures: ['D1'] }, release, false]
] as const)('%s it tells how many municipalities are needed', (_, mine, published, otherVariant) => {
	expect(compareWithRelease(mine, published)).toEqual({
		enough: false,
		minimum: 10,
		variant: mine.variant,
		otherVariant
	});
});

test('a single dimension is compared by its own measures only', () => {
	const { instrument } = currentInstrument();
	const measures = measuresOf(instrument, 'decision');
	expect(measures).toEqual(['decision', 'D1', 'D2', 'D3', 'D4', 'D5', 'D6']);
	expect(compareWithRelease({ ...own, measures }, release)).toMatchObject({
		enough: true,
		rows: measures.map((measure) => expect.objectContaining({ measure }))
	});
});

test('D3: a municipality is compared with its own groups only', () => {
	const tables = { ...release.tables, full: [{ group: 'kind:town' as const, n: 45, cells: { decision: cell } }] };
	const asked = (kind: 'town' | 'district') =>
		compareWithRelease(
			{
				...own,
				profile: {
					source: 'manual',
					municipality: { name: 'Musterau', kind, state: '05', population: 9_000 },
					asked: {}
				}
			},
			{ ...release, tables },
			'kind:town'
		).enough;
	expect(asked('town')).toBe(true);
	expect(asked('district')).toBe(false);
});

test('D7: a series tells which medians were carried over, and has a gap where nothing is shown', () => {
	const second = {
		...release,
		number: 4,
		tables: { full: [{ group: 'all' as const, n: 45, cells: { decision: { ...cell, carriedFrom: 3 } } }], short: [] }
	};
	expect(seriesOf([release, second], 'full', 'all', ['decision', 'D1']).map(({ cells }) => cells)).toEqual([
		[{ median: cell.median }, undefined],
		[{ median: cell.median, carriedFrom: 3 }, undefined]
	]);
});

test('scores are found by measure', () => {
	expect(scoresOf(result)).toEqual({ overall: null, decision: 2.53, budget: null, D1: 4 });
});

test('the own bar is the one that holds the rounded level', () => {
	const bar = { from: 2, to: 3, share: 40 } as const;
	expect([1.49, 1.5, 3.49, 3.5, null].map((score) => isOwnBar(bar, score))).toEqual([false, true, true, false, false]);
});
