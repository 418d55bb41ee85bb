/** The first slide of a presentation, and what all others have in common. */
import type PptxGenJS from 'pptxgenjs';
import type { Deck } from '#lib/domain/document/deck.ts';
import type { Look } from '#lib/domain/document/look.ts';
import { colour } from './docx-look.ts';
import { FONT, LANGUAGES, MUTED_COLOUR, SLIDE, TEXT_COLOUR, WIDTH } from './pptx-look.ts';

/** Name of the layout of all slides but the first. */
export const CONTENT = 'content';
const COVER = 'cover';
/** of a coat of arms, in inches */
const LOGO = { width: 2.4, height: 0.9 };
const SHORT_SHA = 12;

/** What stands on every slide, and the place of its title. */
export function defineMasters(file: PptxGenJS, { municipality, date }: Deck, { accent }: Look): void {
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

/** The first slide: whose it is, of what and when. */
export function addCover(file: PptxGenJS, deck: Deck, { logo }: Look): void {
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
