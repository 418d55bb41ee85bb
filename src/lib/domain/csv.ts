import { harmlessText, type Cell, type Sheet } from './spreadsheet.ts';

/** How a language writes lists of numbers: what its spreadsheet programs expect when they open a file. */
export interface CsvStyle {
	separator: ',' | ';';
	decimal: '.' | ',';
}

export const CSV_STYLES = {
	de: { separator: ';', decimal: ',' },
	en: { separator: ',', decimal: '.' }
} as const satisfies Record<string, CsvStyle>;

/** Tells programs that the file is UTF-8. */
const BYTE_ORDER_MARK = '\u{feff}';

/** A sheet as CSV (RFC 4180) with a byte order mark; the first line has the titles. Notes have no place in it. */
export function csvOf({ columns, rows }: Pick<Sheet, 'columns' | 'rows'>, style: CsvStyle): string {
	const field = (cell: Cell, kind: string) => {
		if (cell === null) return '';
		if (typeof cell === 'number') return numberText(cell, kind).replace('.', style.decimal);
		const text = harmlessText(cell);
		return /["\n;,\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
	};
	const lines = [
		columns.map(({ title }) => field(title, 'text')),
		...rows.map((row) => row.map((cell, index) => field(cell, columns[index]?.kind ?? 'text')))
	];
	return BYTE_ORDER_MARK + lines.map((line) => `${line.join(style.separator)}\r\n`).join('');
}

function numberText(value: number, kind: string): string {
	if (kind === 'score') return value.toFixed(1);
	return kind === 'coefficient' ? value.toFixed(2) : `${value}`;
}
