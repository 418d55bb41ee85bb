import { expect, test } from 'vitest';
import { CODE_BYTES, codeFrom, readCode, showCode } from './resume-code.ts';

test('a code has 16 characters without look-alikes, whatever the bytes', () => {
	for (let start = 0; start < 256; start += CODE_BYTES) {
		const code = codeFrom(Uint8Array.from({ length: CODE_BYTES }, (_, i) => start + i));
		expect(code).toMatch(/^[2-9A-HJ-NP-Z]{16}$/);
	}
});

test('all 32 characters are equally likely', () => {
	const counts = new Map<string, number>();
	for (let byte = 0; byte < 256; byte++) {
		const character = codeFrom(new Uint8Array(CODE_BYTES).fill(byte)).charAt(0);
		counts.set(character, (counts.get(character) ?? 0) + 1);
	}
	expect([...counts.values()]).toEqual(Array(32).fill(8));
});

test('the wrong number of random bytes is an error, never a short code', () => {
	expect(() => codeFrom(new Uint8Array(10))).toThrow(RangeError);
});

test('a code is shown in four groups and read back kindly', () => {
	const code = codeFrom(Uint8Array.from({ length: CODE_BYTES }, (_, i) => i * 7));
	expect(showCode(code)).toMatch(/^(.{4}-){3}.{4}$/);
	for (const typed of [showCode(code), code.toLowerCase(), ` ${showCode(code).replaceAll('-', ' ')}\n`]) {
		expect(readCode(typed)).toBe(code);
	}
});

test.each(['', 'K7MR', '0000-0000-0000-0000', 'K7MR-3TWQ-K7MR-3TWQ-X', 'ÄÖÜ'])('%j is no code', (typed) => {
	expect(readCode(typed)).toBeUndefined();
});
