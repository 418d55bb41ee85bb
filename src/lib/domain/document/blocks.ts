/** Short ways to write the blocks of a document. */
import type { DocumentChart } from './chart.ts';
import type { Block, ChartBlock, Column, Heading, List, ListEntry, Note, Paragraph, Row, Table } from './document.ts';

export const heading = (level: Heading['level'], text: string): Heading => ({ kind: 'heading', level, text });

export function paragraph(text: string, emphasis?: Paragraph['emphasis']): Paragraph {
	return { kind: 'paragraph', text, ...(emphasis && { emphasis }) };
}

export function list(entries: readonly (string | ListEntry)[], ordered = false): List {
	return {
		kind: 'list',
		ordered,
		entries: entries.map((entry) => (typeof entry === 'string' ? { text: entry } : entry))
	};
}

/** @param columns title and relative width of each; those in `ends` stand at the end of their line, as numbers do */
export function table(
	caption: string,
	columns: readonly [title: string, width: number][],
	rows: readonly (string[] | Extract<Row, { group: string }>)[],
	ends: readonly number[] = []
): Table {
	return {
		kind: 'table',
		caption,
		columns: columns.map(([title, width], index): Column => ({
			title,
			width,
			align: ends.includes(index) ? 'end' : 'start'
		})),
		rows: rows.map((row) => (Array.isArray(row) ? { cells: row } : row))
	};
}

export function chart(definition: DocumentChart, caption: string, alternative: string): ChartBlock {
	return { kind: 'chart', chart: definition, caption, alternative };
}

export const note = (text: string, title?: string): Note => ({ kind: 'note', text, ...(title && { title }) });

export const pageBreak: Block = { kind: 'pageBreak' };
export const contents: Block = { kind: 'contents' };
