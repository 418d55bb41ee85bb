/** Any chart of a document as SVG, in light colours, with its legend. */
import type { Locale } from '#lib/domain/instrument/instrument.ts';
import { agreementDrawing } from './agreement-svg.ts';
import type { DocumentChart } from './chart.ts';
import { radarDrawing } from './radar-svg.ts';
import { scaleChart } from './scale-rows.ts';
import { scaleDrawing } from './scale-svg.ts';
import { seriesDrawing } from './series-svg.ts';
import { svgOf, type Drawing } from './svg.ts';

/**
 * @param language of the numbers on it
 * @param scale how large it is written, for programs that draw it in dots
 * @returns the picture, and its size in CSS pixels
 */
export function chartSvg(
	chart: DocumentChart,
	language: Locale,
	scale = 1
): { svg: string; width: number; height: number } {
	const drawing = drawingOf(chart, language);
	return { svg: svgOf(drawing, scale), width: drawing.width, height: drawing.height };
}

function drawingOf(chart: DocumentChart, language: Locale): Drawing {
	switch (chart.kind) {
		case 'radar':
			return radarDrawing(chart);
		case 'agreement':
			return agreementDrawing(chart.rows, chart.names);
		case 'series':
			return seriesDrawing(chart.chart, chart.rounds, chart.broken);
		default:
			return scaleDrawing(scaleChart(chart, language));
	}
}
