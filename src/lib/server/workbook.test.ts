import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Sheet } from '#lib/domain/spreadsheet.ts';
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

async function partsOf(sheets: Sheet[]): Promise<Record<string, string>> {
	const parts = unzipSync(await workbookOf(sheets));
	return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

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
