/** M16 as a picture: the scores of the dimensions over the rounds. */
import { SCALE } from '#lib/domain/result/chart.ts';
import type { SeriesChart } from '#lib/domain/result/series-chart.ts';
import type { XmlElement } from '#lib/domain/xml.ts';
import { HUES, INK, LINE, MUTED } from './chart-look.ts';
import { legendLines, type LegendEntry } from './legend.ts';
import { dimensionMark } from './mark.ts';
import { line, text, type Drawing } from './svg.ts';

const WIDTH = 640;
const PLOT = { left: 24, top: 12, width: WIDTH - 24, height: 220 };
const SIZE = 13;
const BROKEN = '4 6';

const across = (x: number) => PLOT.left + x * PLOT.width;
const down = (y: number) => PLOT.top + (1 - y) * PLOT.height;

/** @param rounds names of the rounds, in their order @param broken what the dashed line means */
export function seriesDrawing(chart: SeriesChart, rounds: readonly string[], broken: string): Drawing {
	const bottom = PLOT.top + PLOT.height;
	const content: XmlElement[] = [];
	for (let level = SCALE.from; level <= SCALE.to; level++) {
		const y = down((level - SCALE.from) / (SCALE.to - SCALE.from));
		content.push(line(PLOT.left, y, WIDTH, y, { stroke: LINE, 'stroke-width': 0.75 }));
		content.push(
			text(PLOT.left - 10, y + SIZE / 3, `${level}`, { 'font-size': SIZE, 'text-anchor': 'end', fill: MUTED })
		);
	}
	for (const { x } of chart.breaks) content.push(breakLine(across(x), PLOT.top, bottom));
	for (const { dimension, segments, marks } of chart.lines) {
		for (const { from, to, broken: dashed } of segments)
			content.push(
				line(across(from.x), down(from.y), across(to.x), down(to.y), {
					stroke: HUES[dimension],
					'stroke-width': 2.5,
					'stroke-dasharray': dashed ? BROKEN : undefined
				})
			);
		for (const { x, y } of marks) content.push(dimensionMark(dimension, across(x), down(y), 6));
	}
	for (const { x, number } of chart.rounds)
		content.push(text(across(x), bottom + 20, `${number}`, { 'font-size': SIZE, 'text-anchor': 'middle' }));
	const entries: LegendEntry[] = [
		...chart.lines.map(({ dimension, name }): LegendEntry => ({
			word: name,
			sample: (x, y) => dimensionMark(dimension, x + 12, y)
		})),
		...(chart.breaks.length > 0
			? [{ word: broken, sample: (x: number, y: number) => breakLine(x + 12, y - 8, y + 8) }]
			: []),
		...rounds.map((name, index): LegendEntry => ({
			word: name,
			sample: (x, y) => text(x + 12, y + SIZE / 3, `${index + 1}`, { 'font-size': SIZE, 'text-anchor': 'middle' })
		}))
	];
	const legend = legendLines(entries, bottom + 46, WIDTH);
	return { width: WIDTH, height: legend.bottom, content: [...content, ...legend.content] };
}

function breakLine(x: number, from: number, to: number): XmlElement {
	return line(x, from, x, to, { stroke: INK, 'stroke-width': 1.5, 'stroke-dasharray': '5 4' });
}
