import writeExcelFile, { type Cell } from 'write-excel-file/node';
import { harmlessText, type Cell as Value, type Column, type Sheet } from '#lib/domain/spreadsheet.ts';
import { printable } from './workbook-print.ts';

const FORMATS = { text: undefined, score: '0.0', coefficient: '0.00', whole: '0' } as const;

const FONT = { fontFamily: 'Arial', fontSize: 10 };
/** of a line, in points */
const LINE = 13.5;
/** A row can be 409 points high. */
const MOST_LINES = 30;
/** A column is as wide as so many digits; of letters a few less fit before words are parted. */
const LETTERS_PER_WIDTH = 0.95;

/**
 * The sheets as an XLSX workbook: every cell has its type, the titles stay in sight, nothing is a formula.
 * @param read whether people work with it, who filter and print; else it is a file for programs
 */
export function workbookOf(sheets: readonly Sheet[], { read = false } = {}): Promise<Buffer> {
	const height = (row: readonly Value[], columns: readonly Column[]) =>
		read ? { height: heightOf(row, columns) } : {};
	return writeExcelFile(
		sheets.map(({ name, columns, rows, notes }) => ({
			sheet: name,
			columns: columns.map(({ width }) => ({ width })),
			stickyRowsCount: 1,
			orientation: 'landscape' as const,
			data: [
				columns.map(({ title }): Cell => ({
					...text(title),
					fontWeight: 'bold',
					...height(
						columns.map((one) => one.title),
						columns
					)
				})),
				...rows.map((row) => {
					const tall = height(row, columns);
					return row.map((value, index) => cellOf(value, columns[index], tall));
				}),
				[],
				...notes.map((note) => [{ type: String, value: harmlessText(note) }])
			]
		})),
		read ? { features: [printable(sheets)], ...FONT } : {}
	).toBuffer();
}

/** As many lines as its longest text takes, since not every program counts them. @returns points */
function heightOf(row: readonly Value[], columns: readonly Column[]): number {
	const lines = row.map((value, index) => {
		const room = (columns[index]?.width ?? 10) * LETTERS_PER_WIDTH;
		const texts = typeof value === 'string' ? value.split('\n') : [''];
		return texts.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / room)), 0);
	});
	return LINE * Math.min(Math.max(1, ...lines), MOST_LINES);
}

function cellOf(value: Value, column: Column | undefined, height: { height?: number }): Cell {
	if (value === null) return null;
	if (typeof value === 'string') return { ...text(value), ...height };
	const format = FORMATS[column?.kind ?? 'text'];
	return { type: Number, value, alignVertical: 'top', ...height, ...(format && { format }) };
}

function text(value: string) {
	return { type: String, value: harmlessText(value), wrap: true, alignVertical: 'top' as const };
}
