import { describe, expect, test } from 'vitest';
import { chart, contents, heading, list, note, pageBreak, paragraph, table } from '#lib/domain/document/blocks.ts';
import type { Block, Document } from '#lib/domain/document/document.ts';
import { readPdf } from '../../../../tests/support/pdf.ts';
import { lettersIn } from '../../../../tests/support/pdf-letters.ts';
import { pdfFile } from './pdf-file.ts';
import { mayMakePdf } from './typst.ts';

const MADE_AT = Date.UTC(2026, 10, 27);

function documentOf(blocks: Block[], changes: Partial<Document> = {}): Document {
	return {
		language: 'de',
		title: 'Bericht zum Ergebnis',
		subtitle: 'Herbst 2026',
		municipality: 'Musterau',
		date: '27. November 2026',
		version: 'Fragebogen 1.0.0',
		sha256: 'a'.repeat(64),
		words: { contents: 'Inhalt', page: 'Seite', of: 'von', sha256: 'SHA-256' },
		blocks,
		...changes
	};
}

const read = (blocks: Block[], changes: Partial<Document> = {}) =>
	readPdf(pdfFile(documentOf(blocks, changes), MADE_AT));

const everything: Block[] = [
	paragraph('Ihre Kommune steht auf Reifestufe 3.', 'lead'),
	contents,
	heading(1, 'Die Bereiche'),
	list(['eins', { text: 'zwei', more: ['mehr dazu'] }], true),
	note('erfunden', 'Achtung'),
	table(
		'Werte',
		[
			['Kriterium', 3],
			['Wert', 1]
		],
		[{ group: 'Verwaltung' }, ['A1 Führung', '2,5'], ['A2 Koordination', '3,0']],
		[1]
	),
	pageBreak,
	heading(2, 'Spannweite'),
	chart(
		{
			kind: 'spread',
			rows: [{ dimension: 'budget', name: 'Haushalt', lower: 1.5, upper: 2.5, result: 2 }],
			legend: { range: 'Spannweite' }
		},
		'Spannweite',
		'Haushalt: 1,5 bis 2,5'
	)
];

describe.skipIf(!mayMakePdf())('a document as PDF', () => {
	test('says that it is tagged, accessible by PDF/UA-1, in which language, and what it is called', () => {
		const { file, metadata } = read(everything);
		expect(file).toMatch(/\/MarkInfo <<\s+\/Marked true/);
		expect(file).toContain('/Type /StructTreeRoot');
		expect(file).toContain('/Lang (de-DE)');
		expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
		expect(metadata).toMatch(/<dc:title>.*Bericht zum Ergebnis – Musterau.*<\/dc:title>/);
		expect(file).toContain('/DisplayDocTitle true');
		expect(read(everything, { language: 'en' }).file).toContain('/Lang (en-GB)');
	});

	test('has headings to move by, lists, pictures in words, and headers of columns and rows', () => {
		const { outline, elements, alternatives, scopes, pages } = read(everything);
		expect(outline).toEqual(['Die Bereiche', 'Spannweite']);
		expect(elements).toMatchObject({ H2: 1, L: 1, LI: 2, Table: 1, Figure: 1, TOC: 2 });
		expect(alternatives).toEqual(['Haushalt: 1,5 bis 2,5']);
		expect(scopes.toSorted()).toEqual(['Column', 'Column', 'Row', 'Row', 'Row']);
		expect(pages).toBe(2);
	});

	test('is a sound file, and the same one from the same content', () => {
		expect(read(everything).misplaced).toEqual([]);
		expect(pdfFile(documentOf(everything), MADE_AT)).toEqual(pdfFile(documentOf(everything), MADE_AT));
	});

	test.each([
		'#read("/etc/passwd")',
		'#panic("x") $x^2$ *fett* _schräg_ `code`',
		'\\ \\u{41} // nichts /* nichts',
		'<label> @ref = Titel',
		'"] #sys.inputs ["'
	])('tells what people typed as they typed it: %s', (typed) => {
		const { outline } = read([heading(1, typed), paragraph(typed), list([typed]), note(typed, typed)], {
			municipality: typed,
			title: typed
		});
		expect(outline).toEqual([typed]);
	});

	test('puts a sign in the place of letters that no font has, and keeps those of other scripts', () => {
		const { outline } = read([heading(1, 'Amt 😀 für 中文'), heading(1, 'שלום مرحبا Ж α')]);
		expect(outline).toEqual(['Amt □ für □□', 'שלום مرحبا Ж α']);
	});

	test('holds checksums as whoever copies them needs them, wherever they stand', () => {
		const [one, other] = ['0123456789abcdef'.repeat(4), 'fedcba9876543210'.repeat(4)];
		const narrow = table(
			'Werte',
			[
				['Angabe', 1],
				['Wert', 1],
				['Mehr', 1]
			],
			[['Prüfsumme', other, '']]
		);
		const letters = lettersIn(pdfFile(documentOf([paragraph(`SHA-256: ${one}`), narrow]), MADE_AT));
		expect(letters).toContain(`SHA-256: ${one}`);
		expect(letters).toContain(other);
	});

	test('does without control characters and halves of characters, and breaks words of any length', () => {
		const { outline } = read([heading(1, `a\u0000b\uD800c`), heading(1, 'x'.repeat(200))]);
		expect(outline[0]).toMatch(/^a b[\uFFFD□]c$/);
		expect(outline[1]?.replaceAll('\u200B', '')).toBe('x'.repeat(200));
	});
});
