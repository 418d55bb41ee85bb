/** A presentation (PPTX) that goes on to be edited, with charts of the program's own. Call it in a worker. */
import PptxGenJS from 'pptxgenjs';
import type { Deck, Slide } from '#lib/domain/document/deck.ts';
import type { Look } from '#lib/domain/document/look.ts';
import { mapTexts, readableText } from '#lib/domain/document/plain-text.ts';
import { colour } from './docx-look.ts';
import { addChart } from './pptx-chart.ts';
import { withoutAbsentParts } from './pptx-package.ts';
import { addCover, CONTENT, defineMasters } from './pptx-cover.ts';
import { BODY, FONT, LANGUAGES, SLIDE, TEXT_COLOUR, textSize, titleSize, WIDTH } from './pptx-look.ts';

export async function pptxFile(told: Deck, look: Look): Promise<Uint8Array<ArrayBuffer>> {
	const deck = mapTexts(told, readableText);
	const file = new PptxGenJS();
	file.layout = 'LAYOUT_WIDE';
	file.title = `${deck.title} – ${deck.municipality}`;
	file.subject = deck.subtitle;
	file.author = 'Standort 2030';
	file.company = deck.municipality;
	file.theme = { headFontFace: FONT, bodyFontFace: FONT };
	defineMasters(file, deck, look);
	addCover(file, deck, look);
	for (const slide of deck.slides) addSlide(file, slide, deck, look);
	return withoutAbsentParts(new Uint8Array((await file.write({ outputType: 'arraybuffer' })) as ArrayBuffer));
}

function addSlide(
	file: PptxGenJS,
	{ title, points, chart, table, notes }: Slide,
	{ language }: Deck,
	look: Look
): void {
	const lang = LANGUAGES[language];
	const slide = file.addSlide({ masterName: CONTENT });
	slide.addText(title, { placeholder: 'title', lang, fontSize: titleSize(title) });
	const beside = chart && points.length > 0;
	const textWidth = beside ? WIDTH * 0.36 : WIDTH;
	if (points.length > 0)
		slide.addText(
			points.map((text) => ({
				text,
				options: { bullet: points.length > 1, breakLine: true, paraSpaceAfter: 8, lang }
			})),
			{
				...{ x: SLIDE.margin, y: BODY.top, w: textWidth, h: BODY.height, valign: 'top', margin: 0 },
				...{ fontFace: FONT, color: TEXT_COLOUR },
				fontSize: beside ? 18 : textSize(points.length, points.join('').length)
			}
		);
	if (chart) {
		const x = beside ? SLIDE.margin + textWidth + 0.3 : SLIDE.margin;
		addChart(
			slide,
			chart,
			{ x, y: BODY.top, w: SLIDE.width - SLIDE.margin - x, h: BODY.height },
			{ lang, accent: look.accent }
		);
	}
	if (table) addTable(slide, table, look, lang);
	slide.addNotes(notes.filter(Boolean).join('\n\n'));
}

function addTable(
	slide: PptxGenJS.Slide,
	{ rows, widths }: NonNullable<Slide['table']>,
	{ accent }: Look,
	lang: string
): void {
	const all = widths.reduce((sum, width) => sum + width, 0);
	slide.addTable(
		rows.map((cells, index) =>
			cells.map((text) => ({
				text,
				options:
					index === 0
						? { bold: true, color: 'FFFFFF', fill: { color: colour(accent) }, lang }
						: { color: TEXT_COLOUR, lang }
			}))
		),
		{
			...{ x: SLIDE.margin, y: BODY.top, w: WIDTH, colW: widths.map((width) => (width / all) * WIDTH) },
			...{ fontFace: FONT, fontSize: 14, valign: 'middle', border: { type: 'solid', pt: 0.5, color: 'B4B8C8' } }
		}
	);
}
