import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrastWithWhite, isColour, LEAST_CONTRAST, readableAccent } from './accent.ts';

test('contrast is that of WCAG', () => {
	expect(contrastWithWhite('#000000')).toBeCloseTo(21, 5);
	expect(contrastWithWhite('#ffffff')).toBeCloseTo(1, 5);
	expect(contrastWithWhite('#767676')).toBeCloseTo(4.54, 2);
	expect(contrastWithWhite('#777777')).toBeCloseTo(4.48, 2);
});

test('a colour that can be read stays as it is, another is darkened and keeps its hue', () => {
	expect(readableAccent('#2f5fb3')).toBe('#2f5fb3');
	expect(readableAccent('#ffff00')).toMatch(/^#([0-9a-f]{2})\1(?:00)$/);
});

test('every colour can be read afterwards, and is then kept', () => {
	const channel = fc.integer({ min: 0, max: 255 }).map((one) => one.toString(16).padStart(2, '0'));
	fc.assert(
		fc.property(fc.tuple(channel, channel, channel), (channels) => {
			const readable = readableAccent(`#${channels.join('')}`);
			expect(isColour(readable)).toBe(true);
			expect(contrastWithWhite(readable)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
			expect(readableAccent(readable)).toBe(readable);
		})
	);
});
