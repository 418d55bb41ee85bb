import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { harmlessText } from './spreadsheet.ts';

describe('a text for a cell', () => {
	test.each(['=1+1', '+49 30', '-2', '@SUM(A1)', '\tx', '\rx', '\nx', ' =1', '\0=1', '\r\n=1', '＝1'])(
		'%j could be taken for a formula and is marked as text',
		(text) => {
			expect(harmlessText(text)).toMatch(/^'/);
		}
	);

	test.each(['Ziele', '', 'a=b', '– Strich', "'schon", 'zwei\nZeilen', 'mit\tTabulator'])(
		'%j stays as it is',
		(text) => {
			expect(harmlessText(text)).toBe(text);
		}
	);

	test('control characters vanish', () => {
		expect(harmlessText('a\0b\u{1b}[31m\u{85}')).toBe('ab[31m');
	});

	test('never begins, whatever was typed, with what starts a formula', () => {
		const unit = fc.constantFrom(...'=+-@\t\r\n\0 \u{b}\u{a0}\u{85}a\'"');
		fc.assert(
			fc.property(fc.string({ unit, maxLength: 6 }), (text) => {
				expect(harmlessText(text)).not.toMatch(/^\s*[=+\-@\t\r\n\0]/);
			})
		);
	});
});
