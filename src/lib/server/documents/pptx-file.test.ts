import { unzipSync } from 'fflate';
import { afterEach, describe, expect, test } from 'vitest';
import { presentationOf } from '#lib/components/document/presentation.ts';
import { PLAIN_LOOK } from '#lib/domain/document/look.ts';
import type { Locale } from '#lib/domain/instrument/instrument.ts';
import type { RoundSettings } from '#lib/domain/round/round.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { readPackage, textOf } from '../../../../tests/support/office-package.ts';
import { reportedResult, reportedTrial } from '../../../../tests/support/reported-result.ts';
import { pptxFile } from './pptx-file.ts';

const LONG_NAME = `Verwaltungsgemeinschaft ${'Oberniederunterwaldkirchen-Hintervorderzell '.repeat(4)}`.trim();
const ACTION = { title: '=1+1 & Leitlinie <beschließen>', owner: 'Kämmerei', due: '1. März 2027' };

afterEach(() => overwriteGetLocale(() => 'de'));

async function slidesIn(language: Locale, settings: Partial<RoundSettings> = {}, name?: string) {
	overwriteGetLocale(() => language);
	const file = await pptxFile(presentationOf(await reportedResult(settings, name), [ACTION]), PLAIN_LOOK);
	const parts = readPackage(file);
	const named = (pattern: RegExp) => Object.keys(parts).filter((one) => pattern.test(one));
	return { file, parts, slides: named(/^ppt\/slides\/slide\d+\.xml$/), named };
}

describe('the slides on a result', () => {
	test.each([
		['full', undefined],
		['short', undefined],
		['full', 'budget']
	] as const)('are eight to twelve (%s, %s)', async (variant, scope) => {
		const { slides } = await slidesIn('de', { variant, ...(scope && { scope }) });
		expect(slides.length).toBeGreaterThanOrEqual(8);
		expect(slides.length).toBeLessThanOrEqual(12);
	});

	test.each(['full', 'short'] as const)(
		'of a check are as many, without a meeting and a plan (%s)',
		async (variant) => {
			const told = await reportedTrial({ variant });
			const deck = presentationOf(told, []);
			expect(deck.slides.length + 1).toBeGreaterThanOrEqual(8);
			expect(deck.slides.length + 1).toBeLessThanOrEqual(12);
			expect(deck.municipality).toBe('[Name der Kommune]');
			expect(JSON.stringify(deck)).not.toMatch(/gemeinsam festgelegt|Mindestgrößen|Der ganze Plan/);
			readPackage(await pptxFile(deck, PLAIN_LOOK));
		}
	);

	test('have a title, notes and a language each, and a number but on the cover', async () => {
		const { parts, slides, named } = await slidesIn('en');
		for (const slide of slides) {
			const xml = parts[slide] ?? '';
			expect(xml, slide).toMatch(/<p:ph\s[^>]*type="title"/);
			expect(xml, slide).toContain('lang="en-GB"');
		}
		const numbered = slides.filter((slide) => parts[slide]?.includes('type="slidenum"'));
		expect(numbered).toHaveLength(slides.length - 1);
		const notes = named(/^ppt\/notesSlides\/notesSlide\d+\.xml$/);
		expect(notes).toHaveLength(slides.length);
		for (const note of notes) expect(textOf(parts[note] ?? '').trim().length, note).toBeGreaterThan(20);
	});

	test('have charts of their own, whose numbers can be changed, each told in words', async () => {
		const { file, parts, slides, named } = await slidesIn('de');
		const charts = named(/^ppt\/charts\/chart\d+\.xml$/);
		expect(charts).toHaveLength(5);
		expect(charts.filter((chart) => parts[chart]?.includes('<c:radarChart>'))).toHaveLength(1);
		expect(charts.filter((chart) => parts[chart]?.includes('<c:barChart>'))).toHaveLength(4);
		const frames = slides.flatMap((slide) => [
			...(parts[slide] ?? '').matchAll(/<p:cNvPr [^>]*descr="[^"]*diagramm[^"]*"/g)
		]);
		expect(frames).toHaveLength(5);
		const books = Object.entries(unzipSync(file)).filter(([one]) => one.endsWith('.xlsx'));
		expect(books).toHaveLength(5);
		for (const [, book] of books) {
			const sheets = readPackage(book);
			expect(Object.values(sheets).join()).not.toMatch(/<f[ >]/);
		}
	});

	test('hold a name of 200 characters, and texts as typed', async () => {
		const { parts, slides } = await slidesIn('de', {}, LONG_NAME);
		expect(textOf(parts[slides[0] ?? ''] ?? '')).toContain(LONG_NAME);
		expect(slides.map((slide) => parts[slide]).join()).toContain('=1+1 &amp; Leitlinie &lt;beschließen&gt;');
	});
});
