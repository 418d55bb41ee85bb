import { expect, test } from 'vitest';
import { csvOf, CSV_STYLES } from './csv.ts';
import type { Column } from './spreadsheet.ts';

const column = (title: string, kind: Column['kind']): Column => ({ title, kind, width: 10 });
const columns = [column('Name', 'text'), column('Wert', 'score'), column('Stufe', 'whole')];

test('German spreadsheets get semicolons and decimal commas, English ones commas and points', () => {
	const rows = [['Ziele', 2.5, 3]];
	expect(csvOf({ columns, rows }, CSV_STYLES.de)).toBe('\u{feff}Name;Wert;Stufe\r\nZiele;2,5;3\r\n');
	expect(csvOf({ columns, rows }, CSV_STYLES.en)).toBe('\u{feff}Name,Wert,Stufe\r\nZiele,2.5,3\r\n');
});

test('what is not there stays empty, and a score keeps its decimal', () => {
	expect(
		csvOf(
			{
				columns,
				rows: [
					['Ziele', null, null],
					['Rat', 3, 3]
				]
			},
			CSV_STYLES.de
		)
	).toContain('\r\nZiele;;\r\nRat;3,0;3\r\n');
});

test('separators, quotes and line breaks stay inside their field', () => {
	const rows = [['Ziele; "alle"\nund mehr', 1, 1]];
	expect(csvOf({ columns, rows }, CSV_STYLES.de)).toContain('\r\n"Ziele; ""alle""\nund mehr";1,0;1\r\n');
});

test('no text of anybody becomes a formula', () => {
	const rows = [
		['=1+1', 1, 1],
		['a;=cmd|x', 1, 1]
	];
	expect(csvOf({ columns, rows }, CSV_STYLES.de)).toContain(`\r\n'=1+1;1,0;1\r\n"a;=cmd|x";1,0;1\r\n`);
});
