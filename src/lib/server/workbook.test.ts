import { expect, test } from 'vitest';
import type { Sheet } from '#lib/domain/spreadsheet.ts';
import { readPackage } from '../../../tests/support/office-package.ts';
import { workbookOf } from './workbook.ts';

const sheet: Sheet = {
	name: 'Kriterien',
	columns: [
		{ title: 'Name', kind: 'text', width: 20 },
		{ title: 'Wert', kind: 'score', width: 10 }
	],
	rows: [
		['Ziele & Wege', 2.5],
		['=1+1', null]
	],
	notes: ['Standort 2030']
};

const partsOf = async (sheets: Sheet[]) => readPackage(await workbookOf(sheets, { read: true }));

test('a workbook has a sheet for each table, with its titles kept in sight', async () => {
	const parts = await partsOf([sheet, { ...sheet, name: 'Antworten' }]);
	expect(parts['xl/workbook.xml']).toMatch(/name="Kriterien".*name="Antworten"/s);
	for (const name of ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'])
		expect(parts[name]).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
});

test('a number is a number, a text is a text, and nothing is a formula', async () => {
	const parts = await partsOf([sheet]);
	const xml = parts['xl/worksheets/sheet1.xml'] ?? '';
	expect(xml).toMatch(/<c r="B2"[^>]*><v>2\.5<\/v>/);
	expect(xml).toMatch(/<c r="A3"[^>]* t="s"/);
	expect(xml).not.toMatch(/<f[ >]/);
	expect(parts['xl/sharedStrings.xml']).toContain('Ziele &amp; Wege');
	expect(parts['xl/sharedStrings.xml']).toMatch(/>('|&apos;)=1\+1</);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', ' =1', '=HYPERLINK("https://elsewhere.example")'])(
	'%j is a text behind an apostrophe wherever it stands',
	async (text) => {
		const parts = await partsOf([{ ...sheet, rows: [[text, null]], notes: [text] }]);
		expect(parts['xl/worksheets/sheet1.xml']).not.toMatch(/<f[ >]/);
		const strings = [...(parts['xl/sharedStrings.xml'] ?? '').matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, one]) => one);
		expect(strings.some((one) => /^\s*[=+\-@\t＝]/.test(one ?? ''))).toBe(false);
	}
);

test('what people read can be filtered, and prints one page wide with its titles on each', async () => {
	const parts = await partsOf([sheet, { ...sheet, name: "Wer's weiß" }]);
	const xml = parts['xl/worksheets/sheet1.xml'] ?? '';
	expect(xml).toMatch(/<\/sheetData><autoFilter ref="A1:B3"\/>/);
	expect(xml).toMatch(/<worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/);
	expect(xml).toMatch(/<pageSetup [^>]*fitToWidth="1" fitToHeight="0"[^>]*orientation="landscape"/);
	expect(xml.indexOf('<autoFilter')).toBeLessThan(xml.indexOf('<pageSetup'));
	const book = parts['xl/workbook.xml'] ?? '';
	expect(book).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="0">&apos;Kriterien&apos;!$1:$1<`);
	expect(book).toContain(`>&apos;Wer&apos;&apos;s weiß&apos;!$A$1:$B$3<`);
});

test('a file for programs has neither filters nor print set-up', async () => {
	const parts = readPackage(await workbookOf([sheet]));
	expect(parts['xl/worksheets/sheet1.xml']).not.toContain('autoFilter');
	expect(parts['xl/workbook.xml']).not.toContain('<definedName ');
});

test('rows are as high as their longest text takes, for people only', async () => {
	const long = { ...sheet, rows: [['Ein langer Satz, der umbrochen wird. '.repeat(3), 2.5]] };
	const heights = ({ 'xl/worksheets/sheet1.xml': xml = '' }: Record<string, string>) =>
		[...xml.matchAll(/<row [^>]*\bht="([\d.]+)"/g)].map(([, height]) => Number(height));
	const [titles = 0, row = 0] = heights(await partsOf([long]));
	expect(row).toBeGreaterThanOrEqual(6 * titles);
	expect(heights(readPackage(await workbookOf([long])))).toEqual([]);
});
