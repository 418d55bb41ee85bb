const STEP = 6;

/** A pattern of slanting lines: what is possible, but not known. */
export function hatch(context: CanvasRenderingContext2D, line: string, ground: string): CanvasPattern | string {
	const tile = document.createElement('canvas');
	tile.width = tile.height = STEP;
	const drawing = tile.getContext('2d');
	if (!drawing) return ground;
	drawing.fillStyle = ground;
	drawing.fillRect(0, 0, STEP, STEP);
	drawing.strokeStyle = line;
	drawing.beginPath();
	for (const offset of [-STEP, 0, STEP]) {
		drawing.moveTo(offset, STEP);
		drawing.lineTo(offset + STEP, 0);
	}
	drawing.stroke();
	return context.createPattern(tile, 'repeat') ?? ground;
}
