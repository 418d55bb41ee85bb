import { describe, expect, test } from 'vitest';
import { minutesPaper } from '#lib/components/document/minutes-paper.ts';
import { PLAIN_LOOK } from '#lib/domain/document/look.ts';
import type { Minutes } from '#lib/domain/meeting/minutes.ts';
import { readPackage, textOf } from '../../../../tests/support/office-package.ts';
import { docxFile } from './docx-file.ts';

const minutes: Minutes = {
	language: 'de',
	title: 'Protokoll der Konsenssitzung',
	subtitle: 'Musterau · Herbst 2026',
	state: 'Abgeschlossen am 23. Dezember 2026',
	facts: [['Anwesende', 'Stabsstelle\nKämmerei <& Co.>']],
	parts: [
		{
			title: 'Tagesordnung (1)',
			entries: [
				{
					heading: 'D1.1 Ziele: Verbindlichkeit',
					decision: 'Festlegung: 3 Geregelt',
					paragraphs: ['Begründung: so beschlossen', 'Abweichende Meinung: der Rat sieht es anders'],
					counts: [1, 0, 4, 2, 0]
				},
				{ heading: 'D2.1 Prüfung', decision: 'Festlegung: 2', paragraphs: [] }
			]
		}
	],
	levels: ['1 Noch nicht begonnen', '2 Vereinzelt', '3 Geregelt', '4 Verankert', '5 Wirksam'],
	signatures: ['Leitung der Sitzung', 'Protokoll'],
	source: 'Standort 2030'
};

/** The parts of the file, as XML. */
async function read(changes: Partial<Minutes> = {}) {
	const paper = minutesPaper({ ...minutes, ...changes }, 'Musterau', '2026-12-24');
	const parts = readPackage(await docxFile(paper, PLAIN_LOOK));
	const xml = (name: string) => parts[name] ?? '';
	const document = xml('word/document.xml');
	return { document, styles: xml('word/styles.xml'), core: xml('docProps/core.xml'), text: textOf(document) };
}

describe('the minutes as a file', () => {
	test('hold agenda, distribution, decision, reason, dissent and attendance as typed', async () => {
		const { text } = await read();
		for (const part of [
			'Anwesende\nStabsstelle\nKämmerei &lt;&amp; Co.&gt;',
			'D1.1 Ziele: Verbindlichkeit\nFestlegung: 3 Geregelt\nBegründung: so beschlossen',
			'Abweichende Meinung: der Rat sieht es anders',
			'5 Wirksam\n1\n0\n4\n2\n0'
		])
			expect(text).toContain(part);
	});

	test('have a title, headings to move by, a language, and a header row where there is a distribution', async () => {
		const { document, styles, core } = await read();
		expect(core).toContain('<dc:title>Protokoll der Konsenssitzung – Musterau</dc:title>');
		expect(document.match(/w:val="Heading[12]"/g)).toHaveLength(3);
		expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1);
		expect(styles).toContain('w:val="de-DE"');
		expect((await read({ language: 'en' })).styles).toContain('w:val="en-GB"');
	});

	test('can be read whatever was typed', async () => {
		const { document } = await read({ facts: [['Anwesende', 'a\u0000\u000B\uFFFF\uD800b\tc']] });
		for (const unreadable of ['\u0000', '\u000B', '\uFFFF']) expect(document).not.toContain(unreadable);
		expect(document).toContain('b');
	});
});
