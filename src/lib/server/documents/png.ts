/** Pictures as PNG, with the product's own font. */
import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas';
import { PAPER } from '#lib/domain/document/chart-look.ts';
import { fontFiles } from './fonts.ts';

/** @param svg a picture that needs nothing outside of it but the font @param width in pixels, like the height */
export async function pngOf(svg: string, width: number, height: number): Promise<Buffer> {
	for (const file of fontFiles()) GlobalFonts.registerFromPath(file);
	const image = await loadImage(Buffer.from(svg));
	const canvas = createCanvas(Math.ceil(width), Math.ceil(height));
	const context = canvas.getContext('2d');
	context.fillStyle = PAPER;
	context.fillRect(0, 0, canvas.width, canvas.height);
	context.drawImage(image, 0, 0, canvas.width, canvas.height);
	return canvas.encode('png');
}
