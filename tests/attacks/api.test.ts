/** Attacks through the interface for programs: what it says beyond the file of a release, in which order, in how many bytes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellPageOf, groupListOf, releaseAboutOf, releaseListOf } from '#lib/domain/api/release.ts';
import { readQuery, CellQuery } from '#lib/domain/api/query.ts';
import { publishGroups, type ReleaseContent } from '#lib/domain/disclosure/release.ts';
import type { Member } from '#lib/domain/disclosure/participant.ts';
import { GROUPS } from '#lib/domain/disclosure/group-order.ts';
import { anyPopulation, planAll } from '../support/awkward-populations.ts';

const town = (index: number, more: Partial<Member> = {}): Member => ({
	id: `town-${index}`,
	population: 8_000,
	kind: 'town',
	state: '05',
	scores: { decision: 1.4 + (index % 7) / 2, overall: 1.6 + (index % 6) / 2 },
	...more
});
const towns = (count: number, more: Partial<Member> = {}, from = 0) =>
	Array.from({ length: count }, (_, index) => town(from + index, more));

function contentOf(...populations: Member[][]): ReleaseContent {
	const planned = planAll(populations);
	return {
		number: planned.length,
		cutoff: '2026-11-01',
		demonstration: false,
		licence: 'CC BY 4.0',
		methods: ['1.0.0'],
		instruments: [],
		tables: { full: publishGroups(planned.at(-1) as (typeof planned)[0], planned.length - 1), short: [] },
		register: GROUPS.map((group) => ({ group, count: 1_000 }))
	};
}

const all = { limit: 1_000, offset: 0 };
const name = () => ({ de: 'Gruppe', en: 'Group' });
const cellsIn = (content: ReleaseContent, asked: Partial<CellQuery> = {}) =>
	JSON.stringify(cellPageOf(content, { ...all, ...asked }));
const published = (content: ReleaseContent) => ({ content, sha256: 'a'.repeat(64), builtOn: '2026-11-25' });
const everything = (content: ReleaseContent) =>
	cellsIn(content) +
	JSON.stringify([groupListOf(content, name), releaseAboutOf(published(content)), releaseListOf([published(content)])]);

describe('a group of which nothing is shown', () => {
	const base = towns(40);
	const withheld = (more: Member[]) => contentOf([...base, ...more]);
	const empty = contentOf(base);
	const groupIn = (content: ReleaseContent) =>
		JSON.stringify(groupListOf(content, name).groups.find(({ group }) => group === 'state:09'));

	test.each([
		['with nine members', towns(9, { state: '09' }, 100)],
		['with one member', towns(1, { state: '09' }, 100)],
		['all alike', towns(12, { state: '09', scores: { decision: 5 } }, 100)]
	])('%s gives the bytes of one that nobody is in', (_, more) => {
		expect(cellsIn(withheld(more), { group: 'state:09' })).toBe(cellsIn(empty, { group: 'state:09' }));
		expect(groupIn(withheld(more))).toBe(groupIn(empty));
	});

	test('is asked for like one that could not be', () => {
		const asked = [...GROUPS].map((group) => readQuery(CellQuery, new URLSearchParams({ group })));
		expect(asked.every((query) => !('refused' in query))).toBe(true);
	});
});

test('a measure of which nothing is shown gives the bytes of one that does not exist', () => {
	const content = contentOf(towns(40).map((one) => ({ ...one, scores: { ...one.scores, D1: 3 } })));
	expect(content.tables.full.some(({ cells }) => 'D1' in cells)).toBe(false);
	expect(cellsIn(content, { measure: 'D1' })).toBe(cellsIn(content, { measure: 'Z9' }));
});

test('neither ids, reasons nor exact numbers are told', () => {
	const told = everything(contentOf(towns(43), towns(44)));
	expect(told).not.toMatch(/town-\d|withheld|homogeneous|complement|"holder"|"size"/);
	expect(told).not.toMatch(/\b4[34]\b/);
	expect(told).toContain('"carriedFrom":1');
});

test('a newcomer leaves no trace', () => {
	const told = (count: number) => everything(contentOf(towns(40), towns(count)));
	expect(told(41)).toBe(told(42));
});

test('the cells of any population are those of the file: none more, none fewer, whatever is asked for', () => {
	fc.assert(
		fc.property(anyPopulation(200), fc.integer({ min: 1, max: 40 }), (members, limit) => {
			const content = contentOf(members);
			const inFile = content.tables.full.flatMap(({ group, n, cells }) =>
				Object.entries(cells).map(([measure, cell]) => ({ variant: 'full', group, measure, n, ...cell }))
			);
			const pages = [];
			for (let offset = 0; offset === 0 || offset < inFile.length; offset += limit)
				pages.push(...cellPageOf(content, { limit, offset }).cells);
			const byGroup = GROUPS.flatMap((group) => cellPageOf(content, { ...all, group }).cells);
			const sorted = (cells: readonly object[]) => cells.map((cell) => JSON.stringify(cell)).sort();
			expect(sorted(pages)).toEqual(sorted(inFile));
			expect(byGroup).toEqual(pages);
		}),
		{ numRuns: 30 }
	);
});

test('the order says nothing about how a release was put together', () => {
	const content = contentOf(towns(60).map((one, index) => ({ ...one, kind: index % 2 ? 'town' : 'municipality' })));
	const tables = content.tables.full.toReversed().map((table) => ({
		...table,
		cells: Object.fromEntries(Object.entries(table.cells).toReversed())
	}));
	expect(tables.length).toBeGreaterThan(2);
	const turned = { ...content, tables: { ...content.tables, full: tables }, register: content.register?.toReversed() };
	expect(everything(turned)).toBe(everything(content));
});
