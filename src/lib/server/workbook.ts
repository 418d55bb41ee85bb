import writeExcelFile, { type Cell } from 'write-excel-file/node';
import { harmlessText, type Cell as Value, type Column, type Sheet } from '#lib/domain/spreadsheet.ts';
import { printable } from './workbook-print.ts';

const FORMATS = { text: undefined, score: '0.0', coefficient: '0.00', whole: '0' } as const;

/**
 * The sheets as an XLSX workbook: every cell has its type, the titles stay in sight, nothing is a formula.
 * @param read whether people work with it, who filter and print; else it is a file for programs
 */
export function workbookOf(sheets: readonly Sheet[], { read = false } = {}): Promise<Buffer> {
	return writeExcelFile(
		sheets.map(({ name, columns, rows, notes }) => ({
			sheet: name,
			columns: columns.map(({ width }) => ({ width })),
			stickyRowsCount: 1,
			orientation: 'landscape' as const,
			data: [
				columns.map(({ title }): Cell => ({ ...text(title), fontWeight: 'bold' })),
				...rows.map((row) => row.map((value, index) => cellOf(value, columns[index]))),
				[],
				...notes.map((note) => [{ type: String, value: harmlessText(note) }])
			]
		})),
		read ? { features: [printable(sheets)] } : {}
	).toBuffer();
}

function cellOf(value: Value, column: Column | undefined): Cell {
	if (value === null) return null;
	if (typeof value === 'string') return text(value);
	const format = FORMATS[column?.kind ?? 'text'];
	return { type: Number, value, alignVertical: 'top', ...(format && { format }) };
}

function text(value: string) {
	return { type: String, value: harmlessText(value), wrap: true, alignVertical: 'top' as const };
}
