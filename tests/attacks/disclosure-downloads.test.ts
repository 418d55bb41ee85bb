/** Attacks through the files of a release: each must hold the cells of its page, and nothing else. */
import { strFromU8, unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#lib/domain/canonical.ts';
import type { Cell } from '#lib/domain/disclosure/cell.ts';
import { publishGroups, type ReleaseContent } from '#lib/domain/disclosure/release.ts';
import type { Member } from '#lib/domain/disclosure/participant.ts';
import { measuresOf } from '#lib/domain/disclosure/benchmark.ts';
import { Variant } from '#lib/domain/instrument/schema.ts';
import { RELEASE_FILE_IDS, type ReleaseFileId } from '#lib/domain/release/file.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { makeReleaseFiles, type ReleaseFile } from '#lib/server/releases/release-making.ts';
import { exploreRelease, viewOf } from '../../src/routes/releases/[number=number]/explorer.ts';
import { planAll } from '../support/awkward-populations.ts';
import { releaseOrder } from '../support/release-order.ts';

const { instrument } = currentInstrument();

const town = (index: number, more: Partial<Member> = {}): Member => ({
	id: `town-${index}`,
	population: 8_000,
	kind: 'town',
	state: '05',
	scores: {
		decision: 1.4 + (index % 7) / 2,
		D1: 1 + (index % 5),
		overall: index % 3 === 0 ? null : 2 + (index % 4) / 2
	},
	...more
});
const towns = (count: number, more: Partial<Member> = {}, from = 0) =>
	Array.from({ length: count }, (_, index) => town(from + index, more));

/** The content of the last of releases that follow one another. */
function lastOf(...populations: Member[][]): Partial<ReleaseContent> {
	const index = populations.length - 1;
	const full = planAll(populations).map((planned, at) => publishGroups(planned, at))[index] ?? [];
	return { number: index + 1, tables: { full, short: [] } };
}

const filesOf = (changes: Partial<ReleaseContent>) => makeReleaseFiles(releaseOrder(changes));
const bytesOf = (files: readonly ReleaseFile[], id: ReleaseFileId) =>
	files.find((file) => file.id === id)?.bytes ?? new Uint8Array();
const textOf = (files: readonly ReleaseFile[], id: ReleaseFileId) => strFromU8(bytesOf(files, id));

/** One cell as a line, so that files of all kinds can be compared. */
const lineOf = (variant: string, group: string, measure: string, n: number, cell: Cell) =>
	[variant, group, measure, n, cell.median, cell.q1 ?? '', cell.q3 ?? '', barsOf(cell), cell.carriedFrom ?? ''].join(
		'|'
	);
const barsOf = ({ histogram = [] }: Cell) => histogram.map(({ from, to, share }) => `${from}-${to}:${share}`).join(' ');

/** All cells that the page of a release shows, whatever is chosen on it. */
function pageCells(changes: Partial<ReleaseContent>): string[] {
	const { content } = releaseOrder(changes);
	return Variant.options.flatMap((variant) =>
		measuresOf(instrument).flatMap((measure) => {
			const view = viewOf(content, instrument, new URLSearchParams({ variant, measure }));
			if (view.variant !== variant) return [];
			const { axes } = exploreRelease(content, [content], view);
			return axes.flatMap(({ rows }) =>
				rows.flatMap(({ group, n, cell }) => (cell ? [lineOf(variant, group, measure, n, cell)] : []))
			);
		})
	);
}

/** A row of a table, from its values in the order of the columns; the release and its day go without saying. */
const rowLine = ([, , ...values]: readonly unknown[]) =>
	values
		.map((value) => (typeof value === 'string' && /^\d+(\.\d)?$/.test(value) ? Number(value) : (value ?? '')))
		.join('|');

function csvCells(csv: string): string[] {
	const [, ...lines] = csv.trimEnd().split('\r\n');
	return lines.map((line) => rowLine(line.split(',')));
}

function workbookCells(workbook: Uint8Array): string[] {
	const parts = unzipSync(workbook);
	const part = (name: string) => strFromU8(parts[`xl/${name}`] ?? new Uint8Array());
	const strings = Array.from(part('sharedStrings.xml').matchAll(/<t[^>]*>([^<]*)<\/t>/g), ([, text]) => text);
	const rows = Array.from(part('worksheets/sheet1.xml').matchAll(/<row .*?<\/row>/gs), ([row]) => {
		const values: unknown[] = Array.from({ length: 11 }, () => '');
		for (const [, column = '', attributes, value = ''] of row.matchAll(
			/<c r="([A-Z])\d+"([^>]*)>(?:<v>|<is><t[^>]*>)([^<]*)</g
		))
			values[column.charCodeAt(0) - 65] = attributes?.includes('t="s"') ? strings[Number(value)] : value;
		return rowLine(values);
	});
	return rows.slice(1).filter((line) => line.replaceAll('|', '') !== '');
}

const releases: Record<string, Partial<ReleaseContent>> = {
	'two groups': lastOf([...towns(40), ...towns(25, { kind: 'municipality', population: 4_000 }, 100)]),
	'carried over': lastOf(towns(40), towns(41)),
	'nothing shown': lastOf(towns(9))
};

describe.each(Object.entries(releases))('%s', async (name, changes) => {
	const files = await filesOf(changes);
	const shown = pageCells(changes).sort();

	test('there is something to compare', () => {
		expect(shown.length > 0).toBe(name !== 'nothing shown');
	});

	test('the CSV file, the workbook and the Parquet file hold the cells of the page', async () => {
		expect(csvCells(textOf(files, 'cells.csv')).sort()).toEqual(shown);
		expect(workbookCells(bytesOf(files, 'cells.xlsx')).sort()).toEqual(shown);
		const rows = await parquetReadObjects({ file: new Uint8Array(bytesOf(files, 'cells.parquet')).buffer });
		expect(rows.map((row) => rowLine(Object.values(row))).sort()).toEqual(shown);
	});

	test('the JSON file is the content of the release to the byte', () => {
		expect(textOf(files, 'release.json')).toBe(canonicalJson(releaseOrder(changes).content));
	});

	test('all other files are the same whatever the cells are, but for the number of rows', async () => {
		const { number = 1 } = changes;
		const other = await filesOf({ number, tables: { full: [], short: [] } });
		const withCells: ReleaseFileId[] = [
			'cells.csv',
			'cells.xlsx',
			'cells.parquet',
			// Drawn from the cells, see above.
			'twin.csv',
			'release.json',
			'all.zip',
			'SHA256SUMS'
		];
		const withoutRows = (text: string) => text.replace(/<caseQnty>\d+<\/caseQnty>/, '');
		for (const id of RELEASE_FILE_IDS.filter((one) => !withCells.includes(one)))
			expect(withoutRows(textOf(files, id)), id).toBe(withoutRows(textOf(other, id)));
	});

	test('neither ids, reasons nor exact numbers are in any of them', () => {
		for (const { id, bytes } of files.filter((file) => !['all.zip', 'cells.xlsx'].includes(file.id)))
			expect(strFromU8(bytes, true), id).not.toMatch(/town-\d|withheld|homogeneous|"complement"|"holder"|"size"/);
	});
});

describe('a group of which nothing is shown', () => {
	const base = towns(40);

	test.each([
		['with nine members', towns(9, { state: '09' }, 100)],
		['with one member', towns(1, { state: '09' }, 100)],
		['all alike', towns(12, { state: '09', scores: { decision: 5 } }, 100)]
	])('%s is in no file, as one that nobody is in', async (_, more) => {
		const empty = await filesOf(lastOf([...base, ...more.map((one) => ({ ...one, state: '05' }))]));
		const withheld = await filesOf(lastOf([...base, ...more]));
		for (const files of [empty, withheld]) {
			expect(textOf(files, 'cells.csv')).not.toContain('state:09');
			expect(textOf(files, 'release.json')).not.toContain('state:09');
		}
	});

	test('withheld or empty, every file has the same bytes', async () => {
		const alone = town(100, { state: '09', population: 200_000, kind: 'independentCity', scores: { B6: 3 } });
		const [empty, withheld] = await Promise.all([filesOf(lastOf(base)), filesOf(lastOf([...base, alone]))]);
		const sums = (files: readonly ReleaseFile[]) => files.map(({ name, sha256 }) => [name, sha256]);
		expect(sums(withheld)).toEqual(sums(empty));
	});
});
