import { describe, expect, test } from 'vitest';
import { AssociationList, CellPage, GroupList, ReleaseAbout, ReleaseList } from './answer.ts';
import { associationListOf, cellPageOf, cellsOf, groupListOf, releaseAboutOf, releaseListOf } from './release.ts';
import type { ReleaseContent } from '#lib/domain/disclosure/release.ts';
import { GROUPS } from '#lib/domain/disclosure/group-order.ts';

const content: ReleaseContent = {
	number: 2,
	cutoff: '2026-11-01',
	demonstration: true,
	licence: 'CC BY 4.0',
	methods: ['1.0.0'],
	instruments: [{ id: 'standort-2030', version: '1.0.0', sha256: 'f'.repeat(64) }],
	tables: {
		// Not in the order in which people read.
		full: [
			{ group: 'kind:town', n: 15, cells: { overall: { median: 2.8 } } },
			{
				group: 'all',
				n: 45,
				cells: { D1: { median: 2.2, q1: 1.8, q3: 3, carriedFrom: 1 }, budget: { median: 2 }, overall: { median: 2.4 } }
			}
		],
		short: [{ group: 'all', n: 10, cells: { overall: { median: 3 } } }]
	},
	register: [{ group: 'all', count: 300 }]
};
const release = { content, sha256: 'a'.repeat(64), builtOn: '2026-11-25' };
const retraction = { reason: 'Ein Fragebogen war falsch zugeordnet.', retractedOn: '2026-11-26' };
const name = () => ({ de: 'Gruppe', en: 'Group' });
const all = { limit: 500, offset: 0 };

describe('the list of releases', () => {
	test('names the last one that was not taken back', () => {
		const newer = { ...release, content: { ...content, number: 3 }, retraction };
		const list = releaseListOf([newer, release]);
		expect(ReleaseList.parse(list)).toEqual(list);
		expect(list.latest).toBe(2);
		expect(list.releases.map(({ number }) => number)).toEqual([3, 2]);
		expect(list.releases[0]?.retraction).toEqual(retraction);
	});

	test('tells a reason that is shorter than the form asks for today', () => {
		const list = releaseListOf([{ ...release, retraction: { ...retraction, reason: 'Fehler' } }]);
		expect(ReleaseList.parse(list).releases[0]?.retraction?.reason).toBe('Fehler');
	});

	test('is empty before the first', () => {
		expect(releaseListOf([])).toEqual({ releases: [] });
	});
});

test('a release is told with its checksum and its file', () => {
	const about = releaseAboutOf(release);
	expect(ReleaseAbout.parse(about)).toEqual(about);
	expect(about).toMatchObject({
		number: 2,
		sha256: 'a'.repeat(64),
		file: '/releases/2/release.json',
		twin: '/releases/2/twin.csv'
	});
	expect(about).not.toHaveProperty('tables');
});

test('associations are told by length of the questionnaire, and none where nothing is shown', () => {
	const full = {
		carriedFrom: 1,
		correlations: [{ first: 'D1', second: 'D2', rho: 0.35 }],
		reliability: { budget: 0.7 }
	};
	const list = associationListOf({ ...content, associations: { full } });
	expect(AssociationList.parse(list)).toEqual(list);
	expect(list).toMatchObject({ release: 2, associations: [{ variant: 'full', ...full }] });
	expect(associationListOf(content).associations).toEqual([]);
});

test('every group is listed in one order, with a number where something is shown', () => {
	const list = groupListOf(content, name);
	expect(GroupList.parse(list)).toEqual(list);
	expect(list.groups.map(({ group }) => group)).toEqual(GROUPS);
	expect(list.groups[0]).toEqual({ group: 'all', name: name(), register: 300, n: { full: 45, short: 10 } });
	expect(list.groups.find(({ group }) => group === 'state:09')).toEqual({ group: 'state:09', name: name(), n: {} });
});

describe('the cells of a release', () => {
	test('stand in the order of questionnaire, group and measure', () => {
		expect(cellsOf(content).map(({ variant, group, measure }) => `${variant} ${group} ${measure}`)).toEqual([
			'full all overall',
			'full all budget',
			'full all D1',
			'full kind:town overall',
			'short all overall'
		]);
	});

	test('say what the file says', () => {
		const page = cellPageOf(content, { ...all, measure: 'D1' });
		expect(CellPage.parse(page)).toEqual(page);
		expect(page.cells).toEqual([
			{ variant: 'full', group: 'all', measure: 'D1', n: 45, median: 2.2, q1: 1.8, q3: 3, carriedFrom: 1 }
		]);
	});

	test.each([
		[{ variant: 'short' }, 1],
		[{ group: 'all' }, 4],
		[{ measure: 'overall' }, 3],
		[{ group: 'kind:town', measure: 'overall' }, 1],
		[{ group: 'state:09' }, 0],
		[{ measure: 'Z9' }, 0]
	] as const)('can be asked for by %o', (asked, total) => {
		const page = cellPageOf(content, { ...all, ...asked });
		expect(page.total).toBe(total);
		expect(page.cells).toHaveLength(total);
	});

	test('come page by page, each once, the next one named until the last', () => {
		const first = cellPageOf(content, { group: 'all', limit: 3, offset: 0 });
		expect(first).toMatchObject({ total: 4, next: '/api/v1/releases/2/cells?group=all&limit=3&offset=3' });
		expect(CellPage.parse(first)).toEqual(first);
		const second = cellPageOf(content, { group: 'all', limit: 3, offset: 3 });
		expect(second).not.toHaveProperty('next');
		expect([...first.cells, ...second.cells]).toEqual(cellPageOf(content, { ...all, group: 'all' }).cells);
	});

	test('are none beyond the end', () => {
		expect(cellPageOf(content, { limit: 5, offset: 5 })).toMatchObject({ total: 5, cells: [] });
	});
});
