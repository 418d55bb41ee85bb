/** Tables of Word files: real header rows that stand on every page, and no row that is torn apart. */
import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { LINE } from '#lib/domain/document/chart-look.ts';
import type { Column, Table as TableBlock } from '#lib/domain/document/document.ts';
import type { Fields } from '#lib/domain/document/word-document.ts';
import { colour, STYLE, TEXT_WIDTH } from './docx-look.ts';
import { runs } from './docx-text.ts';

const RULE = { style: BorderStyle.SINGLE, size: 4, color: colour(LINE) };
const NO_RULE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const BORDERS = {
	top: RULE,
	bottom: RULE,
	insideHorizontal: RULE,
	left: NO_RULE,
	right: NO_RULE,
	insideVertical: NO_RULE
};
const MARGINS = { top: 50, bottom: 50, left: 100, right: 100 };
const GROUP_FILL = 'EEF0F5';
/** share of the names of a form's fields */
const NAMES = 0.3;

interface CellLook {
	bold?: boolean;
	color?: string;
	align?: Column['align'];
	fill?: string;
	span?: number;
}

export function tableOf({ columns, rows }: TableBlock, accent: string): Table {
	const widths = widthsOf(columns.map(({ width }) => width));
	const header = columns.map(({ title, align }, index) =>
		cell(title, widths[index], { bold: true, color: 'FFFFFF', fill: colour(accent), align })
	);
	const body = rows.map((row) => {
		if ('group' in row) return [cell(row.group, TEXT_WIDTH, { bold: true, fill: GROUP_FILL, span: columns.length })];
		return row.cells.map((text, index) => cell(text, widths[index], { align: columns[index]?.align ?? 'start' }));
	});
	return grid(widths, [
		new TableRow({ tableHeader: true, cantSplit: true, children: header }),
		...body.map((children) => new TableRow({ cantSplit: true, children }))
	]);
}

/** The head of a form: names in the first column. */
export function fieldsOf({ entries }: Fields): Table {
	const widths = widthsOf([NAMES, 1 - NAMES]);
	return grid(
		widths,
		entries.map(
			([name, value]) =>
				new TableRow({ cantSplit: true, children: [cell(name, widths[0], { bold: true }), cell(value, widths[1])] })
		),
		false
	);
}

function grid(columnWidths: number[], rows: TableRow[], firstRow = true): Table {
	return new Table({
		...{ columnWidths, rows, borders: BORDERS, margins: MARGINS },
		width: { size: TEXT_WIDTH, type: WidthType.DXA },
		layout: TableLayoutType.FIXED,
		tableLook: { firstRow, firstColumn: true, lastRow: false, lastColumn: false, noHBand: true, noVBand: true }
	});
}

function cell(text: string, width = TEXT_WIDTH, { bold, color, align, fill, span }: CellLook = {}): TableCell {
	return new TableCell({
		width: { size: width, type: WidthType.DXA },
		...(span && { columnSpan: span }),
		...(fill && { shading: { fill } }),
		children: [
			new Paragraph({
				style: STYLE.cell,
				...(align === 'end' && { alignment: AlignmentType.RIGHT }),
				children: runs(text, { ...(bold && { bold }), ...(color && { color }) })
			})
		]
	});
}

function widthsOf(shares: readonly number[]): number[] {
	const all = shares.reduce((sum, share) => sum + share, 0);
	return shares.map((share) => Math.floor((share / all) * TEXT_WIDTH));
}
