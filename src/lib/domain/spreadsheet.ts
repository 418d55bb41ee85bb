/** Tables for spreadsheet programs, before they become CSV or XLSX. */

/** `score` has one decimal (M6), `coefficient` two (D9), `whole` none. */
export type ColumnKind = 'text' | 'score' | 'coefficient' | 'whole';

export interface Column {
	title: string;
	kind: ColumnKind;
	/** in characters */
	width: number;
}

/** null where there is nothing to tell: never 0, never a dash. */
export type Cell = string | number | null;

export interface Sheet {
	name: string;
	columns: Column[];
	rows: Cell[][];
	/** what the table comes from, below it */
	notes: string[];
}

/** What spreadsheet programs take for a formula, also in its wide form, behind blanks or behind a line break. */
const FORMULA = /^\s*[=+\-@\t\r\n＝＋－＠]/;

/** Controls but tab and line break: no cell can hold them. */
const CONTROLS = /(?![\t\n\r])\p{Cc}/gu;

/** A text that no spreadsheet program runs: an apostrophe stands before what could be taken for a formula. */
export function harmlessText(text: string): string {
	const clean = text.replace(CONTROLS, '').replace(/\r\n?/g, '\n');
	return FORMULA.test(clean) ? `'${clean}` : clean;
}
