/** A presentation (PPTX) that goes on to be edited, with charts of the program's own. Call it in a worker. */
import PptxGenJS from 'pptxgenjs';
import type { Deck, Slide } from '#lib/domain/document/deck.ts';
import type { Look } from '#lib/domain/document/look.ts';
import { mapTexts, readableText } from '#lib/domain/document/plain-text.ts';
import { colour } from './docx-look.ts';
import { addChart } from './pptx-chart.ts';
import { withoutAbsentParts } from './pptx-package.ts';
import { BODY, FONT, LANGUAGES, MUTED_COLOUR, SLIDE, TEXT_COLOUR, textSize, titleSize, WIDTH } from './pptx-look.ts';

const CONTENT = 'content';
const COVER = 'cover';
/** of a coat of arms, in inches */
const LOGO = { width: 2.4, height: 0.9 };
const SHORT_SHA = 12;

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

function defineMasters(file: PptxGenJS, { municipality, date }: Deck, { accent }: Look): void {
	const short = municipality.length > 70 ? `${municipality.slice(0, 69)}…` : municipality;
	const title = (y: number, h: number, fontSize: number) => ({
		placeholder: {
			options: {
				...{ name: 'title', type: 'title' as const, x: SLIDE.margin, y, w: WIDTH, h, fontSize },
				...{
					bold: true,
					color: colour(accent),
					fontFace: FONT,
					align: 'left' as const,
					valign: 'middle' as const,
					margin: 0
				}
			},
			text: ''
		}
	});
	const rule = (y: number) => ({ rect: { x: SLIDE.margin, y, w: WIDTH, h: 0.04, fill: { color: colour(accent) } } });
	file.defineSlideMaster({ title: COVER, objects: [rule(4.35), title(2.2, 2, 40)] });
	file.defineSlideMaster({
		title: CONTENT,
		objects: [
			title(0.35, 0.9, 30),
			rule(1.28),
			{
				text: {
					text: `${short} · ${date}`,
					options: {
						x: SLIDE.margin,
						y: 6.95,
						w: WIDTH - 1.2,
						h: 0.3,
						fontSize: 11,
						color: MUTED_COLOUR,
						fontFace: FONT,
						margin: 0
					}
				}
			}
		],
		slideNumber: {
			x: SLIDE.width - SLIDE.margin - 0.8,
			y: 6.95,
			w: 0.8,
			h: 0.3,
			fontSize: 11,
			color: MUTED_COLOUR,
			fontFace: FONT,
			align: 'right'
		}
	});
}

function addCover(file: PptxGenJS, deck: Deck, { logo }: Look): void {
	const lang = LANGUAGES[deck.language];
	const slide = file.addSlide({ masterName: COVER });
	slide.addText(deck.title, { placeholder: 'title', lang });
	const lines = [deck.municipality, deck.subtitle, ...(deck.sender ? [deck.sender] : []), deck.date];
	slide.addText(
		lines.map((text, index) => ({ text, options: { breakLine: true, bold: index === 0, lang } })),
		{
			...{ x: SLIDE.margin, y: 4.5, w: WIDTH, h: 2.2, fontFace: FONT, color: TEXT_COLOUR, valign: 'top', margin: 0 },
			fontSize: deck.municipality.length > 90 ? 14 : 20
		}
	);
	slide.addText(`${deck.version}${deck.sha256 ? ` · SHA-256 ${deck.sha256.slice(0, SHORT_SHA)}…` : ''}`, {
		...{
			x: SLIDE.margin,
			y: 6.95,
			w: WIDTH,
			h: 0.3,
			fontSize: 11,
			color: MUTED_COLOUR,
			fontFace: FONT,
			margin: 0,
			lang
		}
	});
	if (logo) {
		const scale = Math.min(LOGO.width / logo.width, LOGO.height / logo.height);
		const [w, h] = [logo.width * scale, logo.height * scale];
		slide.addImage({
			...{ data: `image/png;base64,${Buffer.from(logo.png).toString('base64')}`, w, h },
			...{ x: SLIDE.width - SLIDE.margin - w, y: SLIDE.margin, altText: deck.municipality }
		});
	}
	slide.addNotes(`${deck.title} · ${deck.municipality}`);
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
