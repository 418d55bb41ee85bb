import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { LOGO_MOST, readLogo } from './logo.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const png = async (width: number, height: number) => new Uint8Array(await createCanvas(width, height).encode('png'));

describe('a logo', () => {
	test('is kept as a PNG of its shape, whether it came as PNG or as SVG', async () => {
		const svg = bytes(
			'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#f00"/></svg>'
		);
		for (const file of [await png(40, 20), svg]) {
			const logo = await readLogo(file);
			expect(logo).toMatchObject({ width: 900, height: 450 });
			expect(
				Buffer.from(logo?.png ?? [])
					.subarray(1, 4)
					.toString()
			).toBe('PNG');
		}
	});

	test('holds nothing of what stood beside the picture', async () => {
		const hidden = Buffer.concat([await png(10, 10), Buffer.from('<script>alert(1)</script>')]);
		expect(Buffer.from((await readLogo(hidden))?.png ?? []).toString('latin1')).not.toContain('script');
	});

	test.each([
		['text', bytes('no picture')],
		['a page', bytes('<html><script>alert(1)</script></html>')],
		['a GIF', bytes('GIF89a')],
		['a drawing with a declaration', bytes('<!DOCTYPE svg [<!ENTITY a "b">]><svg width="1" height="1"/>')],
		['the beginning of a PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
		['nothing', new Uint8Array()]
	])('is not %s', async (_, file) => {
		expect(await readLogo(file)).toBeUndefined();
	});

	test('is neither too large a file nor too large a picture', async () => {
		expect(await readLogo(new Uint8Array(LOGO_MOST + 1))).toBeUndefined();
		const wide = Buffer.from(await png(10, 10));
		wide.writeUInt32BE(60_000, 16);
		expect(await readLogo(wide)).toBeUndefined();
	});
});
