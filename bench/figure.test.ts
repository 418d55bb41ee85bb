import { describe, expect, test } from 'vitest';
import { keepsBar, percentile } from './figure.ts';

const figure = { what: 'x', unit: 's' };

describe('a bar', () => {
	test('of speed is kept from its limit upwards', () => {
		const bar = { better: 'higher', limit: 40 } as const;
		expect(keepsBar({ ...figure, value: 40, bar })).toBe(true);
		expect(keepsBar({ ...figure, value: 39.9, bar })).toBe(false);
	});

	test('of time or size is kept up to its limit', () => {
		const bar = { better: 'lower', limit: 100 } as const;
		expect(keepsBar({ ...figure, value: 100, bar })).toBe(true);
		expect(keepsBar({ ...figure, value: 100.1, bar })).toBe(false);
	});

	test('can be absent', () => {
		expect(keepsBar({ ...figure, value: 1 })).toBeUndefined();
	});
});

test('percentiles are taken from the sorted values', () => {
	const values = Array.from({ length: 100 }, (_, index) => 100 - index);
	expect(percentile(values, 0.5)).toBe(51);
	expect(percentile(values, 0.99)).toBe(100);
	expect(percentile([7], 0.99)).toBe(7);
	expect(percentile([], 0.5)).toBeNaN();
});
