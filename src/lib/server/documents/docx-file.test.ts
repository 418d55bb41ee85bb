import { afterEach, describe, expect, test } from 'vitest';
import { councilPaper } from '#lib/components/document/council-paper.ts';
import { heading } from '#lib/domain/document/blocks.ts';
import { PLAIN_LOOK } from '#lib/domain/document/look.ts';
import type { Locale } from '#lib/domain/instrument/instrument.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { readPackage, textOf } from '../../../../tests/support/office-package.ts';
import { reportedResult, REPORTED_SHA, reportedTrial } from '../../../../tests/support/reported-result.ts';
import { docxFile } from './docx-file.ts';

const LONG_NAME = `Verwaltungsgemeinschaft ${'Oberniederunterwaldkirchen-Hintervorderzell '.repeat(4)}`.trim();

afterEach(() => overwriteGetLocale(() => 'de'));

async function paperIn(language: Locale, name?: string) {
	overwriteGetLocale(() => language);
	const parts = readPackage(await docxFile(councilPaper(await reportedResult({}, name), 'councilOfNorth'), PLAIN_LOOK));
	const document = parts['word/document.xml'] ?? '';
	return { parts, document, text: textOf(document) };
}

describe('the paper for the council as a Word file', () => {
	test('has subject, facts, summary, financial effects and a choice of decisions, then an annex on a new page', async () => {
		const { document, text } = await paperIn('de');
		const titles = ['Betreff', 'Sachverhalt und Begründung', 'Zusammenfassung', 'Finanzielle Auswirkungen'];
		const places = [...titles, 'Beschlussvorschlag', 'Anlage'].map((title) => text.indexOf(`\n${title}\n`));
		expect(places).toEqual(places.toSorted((a, b) => a - b));
		expect(places[0]).toBeGreaterThan(0);
		expect(text).toContain('Kenntnisnahme: Der Rat nimmt');
		expect(text).toContain('[bitte ergänzen]');
		expect(document.match(/<w14:checkbox>/g)).toHaveLength(4);
		expect(document).toMatch(/w:val="Heading1"\/><w:pageBreakBefore\/>.*?Anlage</);
	});

	test('speaks of the municipality by its name, never to it', async () => {
		const { text } = await paperIn('de');
		const front = text.slice(0, text.indexOf('\nAnlage\n'));
		expect(front).toContain('Musterau hat mit dem Fragebogen');
		expect(front).not.toMatch(/Ihre Kommune/);
	});

	test.each([
		[
			'de',
			'[Name der Kommune] hat mit dem Fragebogen',
			'Die Vertretung beauftragt die Verwaltung, die in der Zusammenfassung'
		],
		['en', '[name of the municipality] has assessed', 'the council instructs the administration to carry out the steps']
	] as const)(
		'of a check speaks of no meeting and no plan, and leaves room for the name (%s)',
		async (language, facts, steps) => {
			overwriteGetLocale(() => language);
			const paper = councilPaper(await reportedTrial(), 'council');
			const text = textOf(readPackage(await docxFile(paper, PLAIN_LOOK))['word/document.xml'] ?? '');
			expect(text).toContain(facts);
			expect(text).toContain(steps);
			expect(text).not.toMatch(/Sitzung festgelegt|Maßnahmenplan|Ihre |joint meeting|plan of actions|Your /);
		}
	);

	test('says whether somebody from outside has looked at it', async () => {
		const told = await reportedResult();
		const reviewed = { ...told, review: [heading(1, 'Begutachtung')] };
		const text = async (what: typeof told) =>
			textOf(readPackage(await docxFile(councilPaper(what, 'council'), PLAIN_LOOK))['word/document.xml'] ?? '');
		expect(await text(told)).toContain('keine Prüfung von außen');
		expect(await text(reviewed)).toMatch(/von außen begutachtet(?![^]*keine Prüfung von außen)/);
	});

	test('has styles, header rows, alternative texts and numbers that every word processor knows', async () => {
		const { parts, document } = await paperIn('de');
		const styles = parts['word/styles.xml'] ?? '';
		for (const name of ['Title', 'heading 1', 'heading 2', 'heading 3', 'caption', 'List Bullet', 'List Number'])
			expect(styles.toLowerCase(), name).toContain(`<w:name w:val="${name.toLowerCase()}"/>`);
		const used = new Set([...document.matchAll(/<w:pStyle w:val="([^"]+)"/g)].map(([, id]) => id));
		for (const id of used) expect(styles, id).toContain(`w:styleId="${id}"`);
		expect(document.match(/<w:tblHeader\/>/g)?.length).toBeGreaterThanOrEqual(4);
		const images = [...document.matchAll(/<wp:docPr [^>]*>/g)].map(([one]) => one);
		expect(images).toHaveLength(1);
		for (const image of images) expect(image).toMatch(/descr="[^"]{40,}"/);
		const footers = Object.entries(parts).filter(([name]) => /^word\/footer\d+\.xml$/.test(name));
		for (const [, footer] of footers) expect(footer).toMatch(/PAGE.*NUMPAGES/s);
		expect(footers.map(([, footer]) => textOf(footer)).join()).toContain(REPORTED_SHA.slice(0, 12));
	});

	test('tells its language and title', async () => {
		const german = await paperIn('de');
		expect(german.parts['word/styles.xml']).toContain('<w:lang w:val="de-DE"/>');
		expect(german.parts['docProps/core.xml']).toContain('<dc:title>Mitteilungsvorlage – Musterau</dc:title>');
		const english = await paperIn('en');
		expect(english.parts['word/styles.xml']).toContain('<w:lang w:val="en-GB"/>');
		expect(english.text).toContain('\nProposal for a decision\n');
	});

	test('holds a name of 200 characters, and what no XML can hold is left out', async () => {
		const { text } = await paperIn('de', `${LONG_NAME} <&> \u0000\uFFFF`);
		expect(text).toContain(`${LONG_NAME} &lt;&amp;&gt;`);
		for (const unreadable of ['\u0000', '\uFFFF']) expect(text.includes(unreadable)).toBe(false);
	});
});
