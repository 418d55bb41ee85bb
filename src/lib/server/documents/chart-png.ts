/** A chart as a PNG file of twice its size, for files that cannot hold SVG. Call it in a worker: it takes a while. */
import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas';
import { PAPER } from '#lib/domain/document/chart-look.ts';
import type { DocumentChart } from '#lib/domain/document/chart.ts';
import { chartSvg } from '#lib/domain/document/chart-svg.ts';
import type { Locale } from '#lib/domain/instrument/instrument.ts';
import { fontFiles } from './fonts.ts';

const SHARPNESS = 2;

/** @returns the image, and the size in CSS pixels that it is to be shown in */
export async function chartPng(
	chart: DocumentChart,
	language: Locale
): Promise<{ png: Buffer; width: number; height: number }> {
	for (const file of fontFiles()) GlobalFonts.registerFromPath(file);
	const { svg, width, height } = chartSvg(chart, language, SHARPNESS);
	const image = await loadImage(Buffer.from(svg));
	const canvas = createCanvas(Math.ceil(width * SHARPNESS), Math.ceil(height * SHARPNESS));
	const context = canvas.getContext('2d');
	context.fillStyle = PAPER;
	context.fillRect(0, 0, canvas.width, canvas.height);
	context.drawImage(image, 0, 0, canvas.width, canvas.height);
	return { png: await canvas.encode('png'), width, height };
}
