/** What a municipality takes along in one file (ZIP): tables, each as JSON and as CSV whose texts no program runs, and finished files. */
import { strToU8, zipSync } from 'fflate';
import { csvOf, type CsvStyle } from '#lib/domain/csv.ts';
import type { Cell } from '#lib/domain/spreadsheet.ts';

export type ArchiveRow = Readonly<Record<string, unknown>>;

export interface Archive {
	/** rows by name; all rows of a table have the keys of its first one */
	tables: Readonly<Record<string, readonly ArchiveRow[]>>;
	/** what is written as JSON, by path */
	files: Readonly<Record<string, unknown>>;
}

/** What the sheet would set as width of a column; a CSV has none. */
const WIDTH = 20;

export function archiveOf({ tables, files }: Archive, style: CsvStyle): Uint8Array<ArrayBuffer> {
	const packed = Object.entries(files).map(([path, content]) => [path, json(content)] as const);
	for (const [name, rows] of Object.entries(tables))
		packed.push([`${name}.json`, json(rows)], [`${name}.csv`, strToU8(csvFile(rows, style))]);
	return new Uint8Array(zipSync(Object.fromEntries(packed)));
}

const json = (content: unknown) => strToU8(`${JSON.stringify(content, null, '\t')}\n`);

function csvFile(rows: readonly ArchiveRow[], style: CsvStyle): string {
	const titles = Object.keys(rows[0] ?? {});
	const columns = titles.map((title) => ({ title, kind: 'text' as const, width: WIDTH }));
	return csvOf({ columns, rows: rows.map((row) => titles.map((title) => cellOf(row[title]))) }, style);
}

function cellOf(value: unknown): Cell {
	if (value === undefined || value === null) return null;
	return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
}
