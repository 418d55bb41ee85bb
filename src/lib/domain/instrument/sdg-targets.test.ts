import { expect, test } from 'vitest';
import { SDG_TARGETS } from './sdg-targets.ts';

test('the 2030 Agenda has 169 targets', () => {
	expect(SDG_TARGETS.size).toBe(169);
});

test.each(['1.1', '3.d', '11.b', '16.7', '17.14', '17.19'])('%s is a target', (target) => {
	expect(SDG_TARGETS.has(target)).toBe(true);
});

test.each(['0.1', '1.6', '1.c', '17.20', '17.a', '18.1', '11', '11.B'])('%s is none', (target) => {
	expect(SDG_TARGETS.has(target)).toBe(false);
});
