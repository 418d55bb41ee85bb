/** How Word files look, all of them alike: fonts, sizes, styles by the names that word processors know. */
import { AlignmentType, LevelFormat, LineRuleType, type INumberingOptions, type IStylesOptions } from 'docx';
import { INK, MUTED } from '#lib/domain/document/chart-look.ts';
import type { Locale } from '#lib/domain/instrument/instrument.ts';

/** A font that machines have, since these files go on to be edited. */
const FONT = 'Arial';
const TAGS: Record<Locale, string> = { de: 'de-DE', en: 'en-GB' };

/** A4 in twentieths of a point. */
export const PAGE = { width: 11906, height: 16838, margin: 1134, top: 1021, bottom: 1021 };
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;

/** Sizes in half points. */
const SIZE = { text: 20, lead: 22, small: 17, table: 18, title: 36, headings: [26, 22, 20] } as const;

/** Styles by their ids. */
export const STYLE = {
	sender: 'Sender',
	subtitle: 'Subtitle',
	lead: 'Lead',
	strong: 'StrongParagraph',
	small: 'Small',
	note: 'Note',
	cell: 'TableText',
	bullet: 'ListBullet',
	number: 'ListNumber',
	more: 'ListContinue',
	caption: 'Caption'
} as const;

export const BULLETS = 'bullets';
export const NUMBERS = 'numbers';
const HANGING = 340;

/** Colours in files stand without their sign. */
export const colour = (hex: string): string => hex.replace('#', '');

export function stylesOf(language: Locale, accent: string): IStylesOptions {
	const hue = colour(accent);
	const heading = (level: 0 | 1 | 2, before: number) => ({
		run: { font: FONT, bold: true, size: SIZE.headings[level], color: hue },
		paragraph: { keepNext: true, keepLines: true, spacing: { before, after: 80 } }
	});
	const own = (id: string, name: string, run: object, paragraph: object) => ({
		...{ id, name, basedOn: 'Normal', quickFormat: true },
		...{ run, paragraph }
	});
	return {
		default: {
			document: {
				run: { font: FONT, size: SIZE.text, color: colour(INK), language: { value: TAGS[language] } },
				paragraph: { spacing: { after: 100, line: 264, lineRule: LineRuleType.AUTO } }
			},
			title: {
				run: { font: FONT, bold: true, size: SIZE.title, color: hue },
				paragraph: { spacing: { before: 120, after: 40 } }
			},
			heading1: heading(0, 240),
			heading2: heading(1, 200),
			heading3: heading(2, 160),
			caption: {
				run: { font: FONT, size: SIZE.small, color: colour(MUTED), bold: true },
				paragraph: { spacing: { before: 120, after: 60 } }
			}
		},
		paragraphStyles: [
			own(STYLE.sender, 'Sender', { size: SIZE.small, color: colour(MUTED) }, { spacing: { after: 160 } }),
			own(STYLE.subtitle, 'Subtitle', { size: SIZE.lead, color: colour(MUTED) }, { spacing: { after: 160 } }),
			own(STYLE.lead, 'Lead', { size: SIZE.lead }, {}),
			own(STYLE.strong, 'Strong Paragraph', { bold: true }, {}),
			own(STYLE.small, 'Small', { size: SIZE.small, color: colour(MUTED) }, {}),
			own(
				STYLE.cell,
				'Table Text',
				{ size: SIZE.table },
				{ spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } }
			),
			own(STYLE.bullet, 'List Bullet', {}, { spacing: { after: 60 } }),
			own(STYLE.number, 'List Number', {}, { spacing: { after: 60 } }),
			own(STYLE.more, 'List Continue', {}, { indent: { left: HANGING }, spacing: { after: 60 } }),
			own(
				STYLE.note,
				'Note',
				{},
				{
					border: { left: { style: 'single', size: 24, space: 8, color: hue } },
					indent: { left: 200 }
				}
			)
		]
	};
}

export const numbering: INumberingOptions = {
	config: [[BULLETS, LevelFormat.BULLET, '•'] as const, [NUMBERS, LevelFormat.DECIMAL, '%1.'] as const].map(
		([reference, format, text]) => ({
			reference,
			levels: [
				{
					...{ level: 0, format, text },
					alignment: AlignmentType.START,
					style: { paragraph: { indent: { left: HANGING, hanging: HANGING } } }
				}
			]
		})
	)
};
