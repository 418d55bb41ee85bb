import { expect, test } from 'vitest';
import { quantile } from './quantile.ts';

test('a quantile of Type 7 lies between its neighbours', () => {
	expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
	expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
	expect(quantile([1, 2, 3, 4], 1)).toBe(4);
	expect(() => quantile([], 0.5)).toThrow(RangeError);
});
