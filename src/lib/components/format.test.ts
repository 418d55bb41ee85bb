import { afterEach, expect, test } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { formatCount, formatDay, formatList, formatScore } from './format.ts';

afterEach(() => overwriteGetLocale(() => 'de'));

test('days, numbers and lists are written as in the language of the page, also when it changes', () => {
	const written = () => [formatDay('2026-03-03'), formatCount(12345), formatScore(2.45), formatList(['a', 'b', 'c'])];
	for (let turn = 0; turn < 2; turn++) {
		overwriteGetLocale(() => 'de');
		expect(written()).toEqual(['3. März 2026', '12.345', '2,5', 'a, b und c']);
		overwriteGetLocale(() => 'en');
		expect(written()).toEqual(['3 March 2026', '12,345', '2.5', 'a, b and c']);
	}
});
