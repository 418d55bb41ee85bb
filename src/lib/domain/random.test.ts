import { expect, test } from 'vitest';
import { mulberry32, seedOf } from '#lib/domain/random.ts';

test('M11: the generator is mulberry32', () => {
	const random = mulberry32(0);
	expect([random(), random(), random()]).toEqual([0.26642920868471265, 0.0003297457005828619, 0.2232720274478197]);
});

test('M11: the seed is the first 32 bits of the hash, big-endian', () => {
	expect(seedOf('ffffffff00000000')).toBe(2 ** 32 - 1);
	expect(seedOf('000000ff12345678')).toBe(255);
	expect(mulberry32(2 ** 32 - 1)()).toBe(mulberry32(-1)());
});
