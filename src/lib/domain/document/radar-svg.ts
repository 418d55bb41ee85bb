/** The profile of the criteria as a radar, the same as on the screen. */
import { DIMENSIONS } from '#lib/domain/instrument/dimension.ts';
import { CENTRE, radarOf, type RadarPoint } from '#lib/domain/result/radar.ts';
import { element, type XmlElement } from '#lib/domain/xml.ts';
import { HUES, INK, LINE, MUTED } from './chart-look.ts';
import type { DocumentChart } from './chart.ts';
import { legendLines } from './legend.ts';
import { diamond, dimensionMark } from './mark.ts';
import { group, HATCH, line, tenths, text, type Drawing } from './svg.ts';

/** of the radar, in the middle of a picture that leaves its legend room */
const SIDE = 340;
const WIDTH = 640;
const SIZE = 14;

const scaled = (value: number) => (value * SIDE) / 100;
const points = (list: readonly RadarPoint[]) =>
	list.map(({ x, y }) => `${tenths(scaled(x))},${tenths(scaled(y))}`).join(' ');

export function radarDrawing({ rows, dimensions }: Extract<DocumentChart, { kind: 'radar' }>): Drawing {
	const radar = radarOf(rows);
	const centre = { x: CENTRE, y: CENTRE };
	const grid = { stroke: LINE, 'stroke-width': 0.75, fill: 'none' };
	const content: XmlElement[] = [
		...radar.rings.map((ring) => element('polygon', { points: points(ring), ...grid })),
		...radar.axes.map(({ x, y }) => line(scaled(CENTRE), scaled(CENTRE), scaled(x), scaled(y), grid)),
		...radar.runs.flatMap(({ dimension, line: run, closed }) => [
			element('polygon', {
				points: points(closed ? run : [centre, ...run]),
				fill: HUES[dimension],
				'fill-opacity': 0.18
			}),
			element('polyline', {
				points: points(closed ? [...run, ...run.slice(0, 1)] : run),
				fill: 'none',
				stroke: HUES[dimension],
				'stroke-width': 2
			})
		]),
		...radar.bounds.map(({ from, to }) => openRange(from, to)),
		...radar.rings.flatMap(([top], index) =>
			top
				? [
						text(scaled(top.x) - 5, scaled(top.y) + SIZE / 3, `${index + 1}`, {
							'font-size': SIZE - 2,
							'text-anchor': 'end',
							fill: MUTED
						})
					]
				: []
		),
		...radar.labels.map(({ id, dimension, x, y }) =>
			text(scaled(x), scaled(y) + SIZE / 3, id, {
				'font-size': SIZE,
				'font-weight': 600,
				'text-anchor': 'middle',
				fill: HUES[dimension]
			})
		),
		...radar.marks.map(({ dimension, x, y }) => dimensionMark(dimension, scaled(x), scaled(y))),
		...radar.targets.map(({ x, y }) => diamond(scaled(x), scaled(y), false))
	];
	const shown = DIMENSIONS.filter((id) => rows.some(({ dimension }) => dimension === id));
	const legend = legendLines(
		shown.map((id) => ({ word: dimensions[id], sample: (x, y) => dimensionMark(id, x + 12, y) })),
		SIDE + 10,
		WIDTH
	);
	const centred = group(content, { transform: `translate(${(WIDTH - SIDE) / 2} 0)` });
	return { width: WIDTH, height: legend.bottom, content: [centred, ...legend.content] };
}

/** A hatched strip along an axis: a pattern cannot fill a line without height in every program. */
function openRange(from: RadarPoint, to: RadarPoint): XmlElement {
	const [x1, y1, x2, y2] = [from.x, from.y, to.x, to.y].map(scaled) as [number, number, number, number];
	const length = Math.hypot(x2 - x1, y2 - y1);
	const turn = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
	return element('rect', {
		x: 0,
		y: -3.5,
		width: tenths(length),
		height: 7,
		fill: `url(#${HATCH})`,
		stroke: INK,
		'stroke-width': 0.8,
		transform: `translate(${tenths(x1)} ${tenths(y1)}) rotate(${tenths(turn)})`
	});
}
