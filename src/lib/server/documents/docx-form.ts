/** Places to fill in, on the screen or on paper. */
import { CheckBox, Paragraph, TabStopType, TextRun } from 'docx';
import type { Choices, Lines, Signature } from '#lib/domain/document/word-document.ts';
import { TEXT_WIDTH } from './docx-look.ts';
import { runs } from './docx-text.ts';

const BOX = { font: 'Segoe UI Symbol' };
const STATES = { checkedState: { value: '2612', ...BOX }, uncheckedState: { value: '2610', ...BOX } };
/** of names of boxes, which programs show as hints */
const LONGEST_ALIAS = 60;
/** twentieths of a point */
const HANGING = 400;
const SPACE_TO_WRITE = 240;
const SPACE_TO_SIGN = 900;
const SIGNATURE_WIDTH = 4500;
/** keeps a box with its words */
const TIED = '\u00A0';

export function choicesOf({ entries, inline = false }: Choices): Paragraph[] {
	if (inline)
		return [
			new Paragraph({
				children: entries.flatMap((text) => [boxOf(text), ...runs(`${TIED}${text.replaceAll(' ', TIED)}   `)])
			})
		];
	return entries.map(
		(text) =>
			new Paragraph({
				indent: { left: HANGING, hanging: HANGING },
				tabStops: [{ type: TabStopType.LEFT, position: HANGING }],
				...{ keepLines: true, keepNext: true },
				spacing: { after: 60 },
				children: [boxOf(text), new TextRun({ children: ['\t'] }), ...runs(text)]
			})
	);
}

const boxOf = (text: string) => new CheckBox({ alias: text.slice(0, LONGEST_ALIAS), ...STATES });

/** The first line begins with what belongs there. */
export function linesOf({ label, count }: Lines): Paragraph[] {
	return Array.from({ length: count }, (_, index) => lineOf(index === 0 ? `${label} ` : ''));
}

export function signatureOf({ who }: Signature): Paragraph[] {
	return [lineOf('', SIGNATURE_WIDTH, SPACE_TO_SIGN), new Paragraph({ keepLines: true, children: runs(who) })];
}

function lineOf(label: string, width = TEXT_WIDTH, before = SPACE_TO_WRITE): Paragraph {
	return new Paragraph({
		spacing: { before, after: 0 },
		keepNext: true,
		tabStops: [{ type: TabStopType.RIGHT, position: width, leader: 'underscore' }],
		children: [...runs(label), new TextRun({ children: ['\t'] })]
	});
}
