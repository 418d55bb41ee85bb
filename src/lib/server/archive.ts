/**
 * What a municipality takes along in one file (ZIP): tables, each as JSON and as CSV whose texts no program runs, and
 * finished files. It is made while it is sent: of files that lie on the disk, a piece at a time is in memory.
 */
import { Readable } from 'node:stream';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { csvOf, type CsvStyle } from '#lib/domain/csv.ts';
import type { Cell } from '#lib/domain/spreadsheet.ts';

export type ArchiveRow = Readonly<Record<string, unknown>>;

export interface Archive {
	/** rows by name; all rows of a table have the keys of its first one */
	tables: Readonly<Record<string, readonly ArchiveRow[]>>;
	/** what is written as JSON, by path */
	files: Readonly<Record<string, unknown>>;
	/** what is taken along as it is, by path; read when its turn comes, and left out where it is gone by then */
	attachments: Readonly<Record<string, () => Promise<AsyncIterable<Uint8Array> | undefined>>>;
}

/** What the sheet would set as width of a column; a CSV has none. */
const WIDTH = 20;
/** Documents and pictures are packed already; entries that are only stored, and whose size comes last, not every program reads. */
const UNPACKED = { level: 0 } as const;

export function archiveOf(archive: Archive, style: CsvStyle): ReadableStream<Uint8Array<ArrayBuffer>> {
	return Readable.toWeb(Readable.from(piecesOf(archive, style))) as ReadableStream<Uint8Array<ArrayBuffer>>;
}

async function* piecesOf(archive: Archive, style: CsvStyle): AsyncGenerator<Uint8Array> {
	let ready: Uint8Array[] = [];
	const zip = new Zip((error, piece) => {
		if (error) throw error;
		ready.push(piece);
	});
	const take = () => {
		const taken = ready;
		ready = [];
		return taken;
	};
	for (const [path, content] of writtenOf(archive, style)) {
		const entry = new ZipDeflate(path);
		zip.add(entry);
		entry.push(content, true);
		yield* take();
	}
	for (const [path, open] of Object.entries(archive.attachments)) {
		const content = await open();
		if (!content) continue;
		const entry = new ZipDeflate(path, UNPACKED);
		zip.add(entry);
		for await (const piece of content) {
			entry.push(piece);
			yield* take();
		}
		entry.push(new Uint8Array(), true);
		yield* take();
	}
	zip.end();
	yield* take();
}

function* writtenOf({ tables, files }: Archive, style: CsvStyle): Generator<[path: string, content: Uint8Array]> {
	for (const [path, content] of Object.entries(files)) yield [path, json(content)];
	for (const [name, rows] of Object.entries(tables)) {
		yield [`${name}.json`, json(rows)];
		yield [`${name}.csv`, strToU8(csvFile(rows, style))];
	}
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
