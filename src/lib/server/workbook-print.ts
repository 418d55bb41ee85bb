/** Filters and print set-up of workbooks, which the library has no words for: written into its parts as they are made. */
import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Feature } from 'write-excel-file/node';
import { escapeXml } from '#lib/domain/xml.ts';
import type { Sheet } from '#lib/domain/spreadsheet.ts';

/** As the library names it on Node, and does not export. */
type FileContent = Stream | Buffer | Blob;

/** One page wide, with the titles on each; a filter on every column of the table above the notes. */
export function printable(sheets: readonly Sheet[]): Feature<FileContent> {
	return {
		files: {
			transform: {
				'xl/worksheets/sheet{id}.xml': {
					transform: (xml, _, { sheetIndex }) => {
						const sheet = sheets[sheetIndex];
						return sheet ? onOnePage(withFilter(xml, rangeOf(sheet))) : xml;
					}
				},
				'xl/workbook.xml': {
					transform: (xml) => xml.replace('<definedNames/>', `<definedNames>${namesOf(sheets)}</definedNames>`)
				}
			}
		}
	};
}

function withFilter(xml: string, range: string): string {
	return xml.replace(/<\/sheetData>|<sheetData\/>/, `$&<autoFilter ref="${range}"/>`);
}

/** As wide as a page, and as long as it takes. */
function onOnePage(xml: string): string {
	return xml
		.replace(/<worksheet[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
		.replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" ');
}

/** In the order that programs write them: by name, then by sheet. */
function namesOf(sheets: readonly Sheet[]): string {
	const name = (kind: string, content: (sheet: Sheet) => string, more = '') =>
		sheets.map((sheet, index) => {
			const own = `'${sheet.name.replaceAll("'", "''")}'!${content(sheet)}`;
			return `<definedName name="_xlnm.${kind}" localSheetId="${index}"${more}>${escapeXml(own)}</definedName>`;
		});
	const absolute = (sheet: Sheet) => rangeOf(sheet).replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2');
	return [...name('_FilterDatabase', absolute, ' hidden="1"'), ...name('Print_Titles', () => '$1:$1')].join('');
}

/** From A1 to the last cell of the table. */
function rangeOf({ columns, rows }: Sheet): string {
	return `A1:${letters(columns.length)}${rows.length + 1}`;
}

/** 1 → A, 27 → AA */
function letters(column: number): string {
	const rest = (column - 1) % 26;
	const before = (column - 1 - rest) / 26;
	return `${before > 0 ? letters(before) : ''}${String.fromCharCode(65 + rest)}`;
}
