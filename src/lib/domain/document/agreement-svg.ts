/** M12 as a picture: at how many statements people agreed how much. */
import { AGREEMENT_KINDS, type AgreementKind, type AgreementRow } from '#lib/domain/result/team-charts.ts';
import type { XmlElement } from '#lib/domain/xml.ts';
import { INK, PAPER, textWidth } from './chart-look.ts';
import { legendLines } from './legend.ts';
import { DOTS, HATCH, rect, text, type Drawing } from './svg.ts';
import { wrapLabel } from './wrap-label.ts';

const WIDTH = 640;
const LABELS = 305;
const SIZE = 13;
const LEADING = 16;
const ROW = 28;
const BAR = 16;

const FILLS: Record<AgreementKind, string> = {
	strong: INK,
	moderate: `url(#${HATCH})`,
	weak: PAPER,
	none: `url(#${DOTS})`
};

export function agreementDrawing(rows: readonly AgreementRow[], names: Record<AgreementKind, string>): Drawing {
	const content: XmlElement[] = [];
	let y = 4;
	for (const { name, counts } of rows) {
		const lines = wrapLabel(name, Math.floor(LABELS / textWidth('x', SIZE)));
		const height = Math.max(ROW, lines.length * LEADING + 8);
		const middle = y + height / 2;
		const first = middle - ((lines.length - 1) * LEADING) / 2 + SIZE / 3;
		lines.forEach((one, index) =>
			content.push(text(LABELS, first + index * LEADING, one, { 'font-size': SIZE, 'text-anchor': 'end' }))
		);
		content.push(...partsOf(counts, middle));
		y += height;
	}
	const kinds = AGREEMENT_KINDS.filter((kind) => rows.some(({ counts }) => counts[kind] > 0));
	const legend = legendLines(
		kinds.map((kind) => ({ word: names[kind], sample: (x, middle) => part(x, middle, 20, 10, kind) })),
		y + 16,
		WIDTH
	);
	return { width: WIDTH, height: legend.bottom, content: [...content, ...legend.content] };
}

function partsOf(counts: AgreementRow['counts'], middle: number): XmlElement[] {
	const all = AGREEMENT_KINDS.reduce((sum, kind) => sum + counts[kind], 0);
	const room = WIDTH - LABELS - 24;
	let x = LABELS + 14;
	return AGREEMENT_KINDS.flatMap((kind) => {
		const count = counts[kind];
		if (count === 0) return [];
		const width = (room * count) / all;
		const drawn = part(x, middle, width - 2, BAR, kind);
		const number = `${count}`;
		const box = textWidth(number, SIZE - 1) + 6;
		const label = text(x + width / 2 - 1, middle + SIZE / 3 - 0.5, number, {
			'font-size': SIZE - 1,
			'text-anchor': 'middle',
			'font-weight': 600
		});
		const ground = rect(x + width / 2 - 1 - box / 2, middle - BAR / 2 + 1, box, BAR - 2, { fill: PAPER });
		x += width;
		return width > box + 14 ? [drawn, ground, label] : [drawn];
	});
}

function part(x: number, middle: number, width: number, height: number, kind: AgreementKind): XmlElement {
	const edge = { stroke: INK, 'stroke-width': 0.8, 'stroke-dasharray': kind === 'none' ? '2 2' : undefined };
	return rect(x, middle - height / 2, width, height, { fill: FILLS[kind], ...edge });
}
