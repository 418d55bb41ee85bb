import { encode } from 'uqr';

/** A QR code as one path of an SVG, a module being one unit wide. */
export interface QrCode {
	/** width and height, quiet zone included */
	size: number;
	path: string;
}

/** Modules that stay white around the code (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** Draws a text; a seventh of it may be unreadable. */
export function qrCode(text: string): QrCode {
	const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
	const path = data.flatMap((row, y) => runs(row).map(([from, length]) => `M${from} ${y}h${length}v1h-${length}z`));
	return { size, path: path.join('') };
}

/** Where dark modules begin, and how many follow each other. */
function runs(row: readonly boolean[]): [from: number, length: number][] {
	const found: [number, number][] = [];
	row.forEach((dark, x) => {
		const last = found.at(-1);
		if (!dark) return;
		if (last && last[0] + last[1] === x) last[1] += 1;
		else found.push([x, 1]);
	});
	return found;
}
