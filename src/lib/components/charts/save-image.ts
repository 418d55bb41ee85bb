/** A chart as a PNG file: twice the size for print, on white, with a title and a line that tells its source. */
import type { ProfileChart } from '#lib/domain/result/chart.ts';
import { fileName } from '#lib/domain/file-name.ts';
import type { Look } from './look.ts';
import { readPalette } from './palette.ts';

const SHARPNESS = 2;
const WIDTH = 1200;
const HEIGHT = { radar: 900, bars: 720 } as const;
const MARGIN = 32;
const TITLE = 26;
const FONT = 16;

export interface Caption {
	title: string;
	source: string;
	/** language tag of the numbers */
	locale: string;
}

/** Offers the chart for saving. @throws {Error} where the browser cannot make the image */
export async function saveImage(
	chart: ProfileChart,
	{ title, source, locale }: Caption,
	nameParts: readonly string[]
): Promise<void> {
	const palette = readPalette();
	const height = HEIGHT[chart.kind];
	const drawing = canvasOf(WIDTH - 2 * MARGIN, height);
	const still = { animation: false, maintainAspectRatio: false, responsive: false } as const;
	const look: Look = { palette, fontSize: FONT, frame: { ...still, locale, devicePixelRatio: SHARPNESS } };
	const remove =
		chart.kind === 'radar'
			? (await import('./draw-radar.ts')).drawRadar(drawing, chart, look)
			: (await import('./draw-bars.ts')).drawBars(drawing, chart, look);

	const sheet = canvasOf(WIDTH * SHARPNESS, (height + TITLE + FONT + 4 * MARGIN) * SHARPNESS);
	const context = sheet.getContext('2d');
	if (!context) throw new Error('no canvas');
	context.scale(SHARPNESS, SHARPNESS);
	context.fillStyle = '#fff';
	context.fillRect(0, 0, sheet.width, sheet.height);
	context.fillStyle = palette.text;
	context.textBaseline = 'top';
	context.font = `600 ${TITLE}px ${palette.font}`;
	context.fillText(title, MARGIN, MARGIN, WIDTH - 2 * MARGIN);
	context.drawImage(drawing, MARGIN, TITLE + 2 * MARGIN, WIDTH - 2 * MARGIN, height);
	context.font = `${FONT}px ${palette.font}`;
	context.fillText(source, MARGIN, TITLE + height + 3 * MARGIN, WIDTH - 2 * MARGIN);
	remove();
	download(await pngOf(sheet), fileName(nameParts, 'png'));
}

function canvasOf(width: number, height: number): HTMLCanvasElement {
	return Object.assign(document.createElement('canvas'), { width, height });
}

function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
	return new Promise((resolve, reject) =>
		canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no image'))), 'image/png')
	);
}

function download(blob: Blob, name: string) {
	const address = URL.createObjectURL(blob);
	Object.assign(document.createElement('a'), { href: address, download: name }).click();
	setTimeout(() => URL.revokeObjectURL(address));
}
