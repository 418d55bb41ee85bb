/** A QR code as the path of an SVG: one horizontal bar for each run of dark modules. */
export interface QrPath {
	/** modules along each side, the quiet zone included */
	size: number;
	path: string;
}

export function qrPath({ size, data }: { size: number; data: boolean[][] }): QrPath {
	const runs = data.flatMap((row, y) =>
		row.flatMap((dark, x) => {
			if (!dark || row[x - 1]) return [];
			const length = row.slice(x).indexOf(false);
			return [`M${x} ${y}h${length === -1 ? size - x : length}v1H${x}z`];
		})
	);
	return { size, path: runs.join('') };
}
