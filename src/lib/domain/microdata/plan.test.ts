import { describe, expect, test } from 'vitest';
import { patternOf, type Pattern } from './microdata.ts';
import { labelOf } from './scheme.ts';
import { microdataOverview } from './overview.ts';
import { planFiles, row, rowsOf, somebody } from '../../../../tests/support/microdata-files.ts';

const fileOf = (...releases: Parameters<typeof planFiles>[0]) => planFiles(releases).at(-1);
const labels = (file: ReturnType<typeof fileOf>) => file?.combinations.map(labelOf);

test('D9: scores are rounded half up to 0.5, and whoever has one of the three has a row', () => {
	expect(patternOf({ decision: 2.25, administration: 2.2499, budget: 5 })).toEqual([2.5, 2, 5]);
	expect(patternOf({ decision: 2.25, administration: null, budget: 5 })).toEqual([2.5, null, 5]);
	expect(patternOf({ decision: null, administration: null })).toBeUndefined();
});

describe('D9: combinations', () => {
	test('of ten and more stand for themselves', () => {
		expect(labels(fileOf([...rowsOf(10, 2, 'town'), ...rowsOf(12, 3, 'town', 50)]))).toEqual(['2 town', '3 town']);
	});

	test('that are smaller lose their kind first, then their band', () => {
		const file = fileOf([
			...rowsOf(10, 2, 'town'),
			...rowsOf(6, 2, 'district', 50),
			...rowsOf(4, 2, 'municipality', 60),
			...rowsOf(9, 4, 'town', 70),
			...rowsOf(2, 5, 'town', 80)
		]);
		expect(file?.combinations.map((one) => [labelOf(one), one.rows.length])).toEqual([
			['2 town', 10],
			['2 other', 10],
			['other other', 11]
		]);
	});

	test('take the smallest other one along where too little is left over, so that nobody is left out', () => {
		const file = fileOf([...rowsOf(12, 2, 'town'), ...rowsOf(20, 3, 'town', 50), ...rowsOf(1, 6, 'district', 90)]);
		expect(file?.combinations.map((one) => [labelOf(one), one.rows.length])).toEqual([
			['3 town', 20],
			['other other', 13]
		]);
	});

	test('cannot be made of nine', () => {
		expect(fileOf(rowsOf(9, 2, 'town'))).toBeUndefined();
	});

	test('of which a single holder knows all but four are not told apart', () => {
		const members = [...rowsOf(10, 2, 'town'), ...rowsOf(20, 3, 'town', 50)];
		const [file] = planFiles([members], [new Set(members.slice(0, 6).map(({ id }) => id))]);
		expect(labels(file)).toEqual(['other other']);
	});
});

describe('D9: the next file', () => {
	const towns = rowsOf(20, 2, 'town');
	const froms = (file: ReturnType<typeof fileOf>) => file?.combinations.map(({ from }) => from);

	test('carries the rows of a combination over where one to four changed, and renews them where five did', () => {
		for (const more of [1, 4]) expect(froms(fileOf(towns, [...towns, ...rowsOf(more, 2, 'town', 50)]))).toEqual([1]);
		expect(froms(fileOf(towns, [...towns, ...rowsOf(5, 2, 'town', 50)]))).toEqual([2]);
	});

	test('counts rows as they can be seen: four who left and four like them who came do not hide a fifth', () => {
		const [, , , , ...stayed] = towns;
		const alike = towns.slice(0, 4).map((one) => ({ ...one, id: `new-${one.id}` }));
		expect(froms(fileOf(towns, [...stayed, ...alike, somebody('new', 2, 'town', row(1, 1, 1))]))).toEqual([1]);
	});

	test('does not tell whether nobody changed, or somebody for another with the same scores', () => {
		const same = towns.map((one, index) => (index === 0 ? { ...one, id: 'another' } : one));
		expect(fileOf(towns, same)).toEqual(fileOf(towns));
	});

	test('is compared with every earlier one', () => {
		const file = fileOf(towns, [...towns, ...rowsOf(6, 2, 'town', 50)], [...towns, ...rowsOf(1, 2, 'town', 50)]);
		expect(froms(file)).toEqual([2]);
	});

	test('tells no new combination apart that would show one newcomer among those who were there before', () => {
		const before = [...rowsOf(9, 2, 'town'), ...rowsOf(9, 2, 'municipality', 50)];
		const file = fileOf(before, [...before, somebody('new', 2, 'town', row(5, 1, 5))]);
		expect(labels(file)).toEqual(['2 other']);
		expect(froms(file)).toEqual([1]);
	});

	test('asks for more changes where a holder knows some of a combination', () => {
		const members = [...towns, ...rowsOf(5, 2, 'town', 50)];
		const known = new Set(members.slice(-1).map(({ id }) => id));
		expect(froms(planFiles([towns, members], [known]).at(-1))).toEqual([1]);
		expect(froms(planFiles([towns, [...members, ...rowsOf(1, 2, 'town', 60)]], [known]).at(-1))).toEqual([2]);
	});

	test('shows nobody who moves from one combination to another beside whoever comes with them', () => {
		// Five leave band 2, four of them to band 3, where one is new: each band changes by five, both together by one.
		const others = rowsOf(20, 3, 'town', 100);
		const distinct = towns.map((one, index) => (index < 5 ? { ...one, pattern: row(1, 1 + index / 2, 5) } : one));
		const moved = distinct.slice(0, 4).map((one) => ({ ...one, band: 3 as const }));
		const [, , , , , ...stayed] = distinct;
		const next = [...stayed, ...others, ...moved, somebody('new', 3, 'town', row(5, 5, 1))];
		expect(froms(fileOf([...distinct, ...others], next))).toEqual([1, 1]);
	});
});

test('the operator is told rows, the smallest combination, the least varied one, and what was coarsened', () => {
	const members = [...rowsOf(30, 2, 'town'), ...rowsOf(12, 3, 'town', 50), ...rowsOf(3, 4, 'district', 80)];
	const file = planFiles([members])[0];
	const overview = file && microdataOverview(file, members);
	expect(overview).toMatchObject({ rows: 45, k: 15 });
	expect(overview?.l).toBeGreaterThanOrEqual(3);
	expect(overview?.coarsened).toEqual([
		{ band: 3, kind: 'town', count: 12, into: 'other other' },
		{ band: 4, kind: 'district', count: 3, into: 'other other' }
	]);
	const alike = rowsOf(20, 2, 'town').map((one) => ({ ...one, pattern: [2, 2, 2] as Pattern }));
	const [same] = planFiles([alike]);
	expect(same && microdataOverview(same, alike)).toMatchObject({
		l: null,
		combinations: [{ patterns: 0, withheld: 60 }]
	});
});
