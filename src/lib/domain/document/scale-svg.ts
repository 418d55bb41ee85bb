/** Rows on the scale 1–5 as a picture. */
import { onScale, SCALE } from '#lib/domain/result/chart.ts';
import type { XmlElement } from '#lib/domain/xml.ts';
import { LINE, MUTED, textWidth } from './chart-look.ts';
import { legendRows } from './legend.ts';
import { markOf, spanOf } from './mark.ts';
import type { ScaleChart, ScaleRow } from './scale-rows.ts';
import { line, text, type Drawing } from './svg.ts';
import { wrapLabel } from './wrap-label.ts';

const WIDTH = 640;
const LABELS = 305;
const PLOT = { left: LABELS + 14, right: WIDTH - 44 };
const SIZE = 13;
const LEADING = 16;
const ROW = 22;

export function scaleDrawing({ rows, legend }: ScaleChart): Drawing {
	const content: XmlElement[] = [];
	const top = 22;
	const labels = rows.map(({ label }) => wrapLabel(label, Math.floor(LABELS / textWidth('x', SIZE))));
	const heights = labels.map((lines) => Math.max(ROW, lines.length * LEADING + 6));
	const bottom = top + heights.reduce((sum, height) => sum + height, 0);
	for (let level = SCALE.from; level <= SCALE.to; level++) {
		content.push(line(at(level), top - 4, at(level), bottom, { stroke: LINE, 'stroke-width': 0.75 }));
		content.push(text(at(level), top - 9, `${level}`, { 'font-size': SIZE - 1, 'text-anchor': 'middle', fill: MUTED }));
	}
	let y = top;
	rows.forEach((row, index) => {
		const height = heights[index] ?? ROW;
		content.push(...labelOf(labels[index] ?? [], row, y + height / 2), ...rowOf(row, y + height / 2));
		y += height;
	});
	const explained = legendRows(legend, bottom + 20, WIDTH);
	return { width: WIDTH, height: explained.bottom, content: [...content, ...explained.content] };
}

const at = (value: number) => PLOT.left + onScale(value) * (PLOT.right - PLOT.left);

function labelOf(lines: readonly string[], { hue }: ScaleRow, middle: number): XmlElement[] {
	const first = middle - ((lines.length - 1) * LEADING) / 2 + SIZE / 3;
	return lines.map((one, index) =>
		text(LABELS, first + index * LEADING, one, { 'font-size': SIZE, 'text-anchor': 'end', fill: hue })
	);
}

function rowOf({ spans, marks, value, hue }: ScaleRow, y: number): XmlElement[] {
	return [
		...spans.map(({ from, to, shape }) => spanOf(at(from), at(to), y, shape, hue)),
		...marks.map(({ at: value, shape }) => markOf(at(value), y, shape)),
		text(WIDTH, y + SIZE / 3, value, { 'font-size': SIZE, 'text-anchor': 'end', 'font-weight': 600 })
	];
}
