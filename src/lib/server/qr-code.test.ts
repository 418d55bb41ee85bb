import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qrCode } from './qr-code.ts';

/** The modules that a path paints. */
function painted(path: string, size: number): boolean[][] {
	const grid = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
	for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
		for (let offset = 0; offset < Number(length); offset += 1) {
			const row = grid[Number(y)];
			if (row) row[Number(x) + offset] = true;
		}
	return grid;
}

test('the path paints exactly the dark modules of the code', () => {
	const text = 'https://standort.example/answer/ö';
	const { size, path } = qrCode(text);
	expect(painted(path, size)).toEqual(encode(text, { ecc: 'M', border: 4 }).data);
});

test('four modules around the code stay white, so that it can be read on any ground', () => {
	const { size, path } = qrCode('A');
	const grid = painted(path, size);
	const edge = [...grid.slice(0, 4), ...grid.slice(-4), ...grid.map((row) => [...row.slice(0, 4), ...row.slice(-4)])];
	expect(edge.flat().some(Boolean)).toBe(false);
	expect(grid.flat().some(Boolean)).toBe(true);
});
