/** A chart as a PNG file of twice its size, for files that cannot hold SVG. Call it in a worker: it takes a while. */
import type { DocumentChart } from '#lib/domain/document/chart.ts';
import { chartSvg } from '#lib/domain/document/chart-svg.ts';
import type { Locale } from '#lib/domain/instrument/instrument.ts';
import { pngOf } from './png.ts';

const SHARPNESS = 2;

/** @returns the image, and the size in CSS pixels that it is to be shown in */
export async function chartPng(
	chart: DocumentChart,
	language: Locale
): Promise<{ png: Buffer; width: number; height: number }> {
	const { svg, width, height } = chartSvg(chart, language, SHARPNESS);
	return { png: await pngOf(svg, width * SHARPNESS, height * SHARPNESS), width, height };
}
