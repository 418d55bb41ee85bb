/** Marks on charts: shape as well as colour tells what they are. */
import type { DimensionId } from '#lib/domain/instrument/dimension.ts';
import { element, type XmlElement } from '#lib/domain/xml.ts';
import { HUES, INK, PAPER } from './chart-look.ts';
import type { MarkShape } from './scale-rows.ts';
import { HATCH, line, rect, tenths } from './svg.ts';

const RADIUS = 5;
const BAR = 12;

/** Circle, square and triangle, as on the screen. */
export function dimensionMark(dimension: DimensionId, x: number, y: number, radius = RADIUS): XmlElement {
	const look = { fill: HUES[dimension], stroke: PAPER, 'stroke-width': 1 };
	if (dimension === 'decision') return element('circle', { cx: tenths(x), cy: tenths(y), r: radius, ...look });
	if (dimension === 'administration') {
		const side = 1.8 * radius;
		return element('rect', { x: tenths(x - side / 2), y: tenths(y - side / 2), width: side, height: side, ...look });
	}
	const points = [
		[x, y - radius],
		[x + radius, y + radius],
		[x - radius, y + radius]
	];
	return element('polygon', { points: points.map((point) => point.map(tenths).join(',')).join(' '), ...look });
}

/** M9's target, or what came out: a square on its tip. */
export function diamond(x: number, y: number, filled: boolean, radius = RADIUS): XmlElement {
	const points = [
		[x, y - radius],
		[x + radius, y],
		[x, y + radius],
		[x - radius, y]
	];
	return element('polygon', {
		points: points.map((point) => point.map(tenths).join(',')).join(' '),
		fill: filled ? INK : PAPER,
		stroke: filled ? PAPER : INK,
		'stroke-width': filled ? 1 : 1.5
	});
}

/** An end of what lies between groups. */
export function ring(x: number, y: number, radius = RADIUS): XmlElement {
	return element('circle', { cx: tenths(x), cy: tenths(y), r: radius, fill: PAPER, stroke: INK, 'stroke-width': 1.5 });
}

/** One part of a row, or its sample in a legend. */
export function spanOf(from: number, to: number, y: number, shape: 'bar' | 'hatch' | 'line', hue: string): XmlElement {
	const width = Math.max(to - from, 3);
	if (shape === 'line') return line(from, y, from + width, y, { stroke: INK, 'stroke-width': 2 });
	if (shape === 'bar') return rect(from, y - BAR / 2, width, BAR, { fill: hue });
	return rect(from, y - BAR / 4, width, BAR / 2, { fill: `url(#${HATCH})`, stroke: INK, 'stroke-width': 0.8 });
}

export function markOf(x: number, y: number, shape: MarkShape): XmlElement {
	if (shape === 'tick') return line(x, y - 7, x, y + 7, { stroke: INK, 'stroke-width': 2 });
	return shape === 'end' ? ring(x, y) : diamond(x, y, shape === 'result');
}
