/** A coat of arms or logo as it may stand in documents: drawn anew as PNG, so that nothing else of the file remains. */
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { harmlessSvg } from '#lib/domain/document/harmless-svg.ts';
import type { Logo } from '#lib/domain/document/look.ts';

/** of the file, in bytes */
export const LOGO_MOST = 256 * 1024;
/** dots along a side; more would be a photograph, or a trap */
const LONGEST_SIDE = 4000;
/** as it is kept, in dots */
const KEPT = { width: 900, height: 450 };
const PNG_START = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** where a PNG tells its width and height */
const SIZE_AT = 16;

/** Call it in a worker. @returns undefined where the content, whatever its name, is neither PNG nor SVG, or too large */
export async function readLogo(file: Uint8Array): Promise<Logo | undefined> {
	if (file.length > LOGO_MOST) return undefined;
	const drawable = pngOf(Buffer.from(file)) ?? svgOf(file);
	if (!drawable) return undefined;
	try {
		return await drawn(drawable);
	} catch {
		return undefined;
	}
}

function pngOf(file: Buffer): Buffer | undefined {
	if (!file.subarray(0, PNG_START.length).equals(PNG_START) || file.length < SIZE_AT + 8) return undefined;
	const sides = [file.readUInt32BE(SIZE_AT), file.readUInt32BE(SIZE_AT + 4)];
	return sides.every((side) => side > 0 && side <= LONGEST_SIDE) ? file : undefined;
}

function svgOf(file: Uint8Array): Buffer | undefined {
	try {
		const svg = harmlessSvg(new TextDecoder('utf-8', { fatal: true }).decode(file));
		return svg === undefined ? undefined : Buffer.from(svg);
	} catch {
		return undefined;
	}
}

async function drawn(file: Buffer): Promise<Logo | undefined> {
	const image = await loadImage(file);
	if (!(image.width > 0 && image.height > 0)) return undefined;
	const scale = Math.min(KEPT.width / image.width, KEPT.height / image.height);
	const [width, height] = [image.width, image.height].map((side) => Math.max(1, Math.round(side * scale))) as [
		number,
		number
	];
	const canvas = createCanvas(width, height);
	canvas.getContext('2d').drawImage(image, 0, 0, width, height);
	return { png: new Uint8Array(await canvas.encode('png')), width, height };
}
