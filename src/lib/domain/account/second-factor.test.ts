import { describe, expect, test } from 'vitest';
import { base32, readFactor, showSecret, totpUri } from './second-factor.ts';

describe('what is typed as a second factor', () => {
	test.each([
		['123456', { kind: 'totp', code: '123456' }],
		[' 123 456 ', { kind: 'totp', code: '123456' }],
		['k7mr-3twq-aaaa-bbbb', { kind: 'recovery', code: 'K7MR3TWQAAAABBBB' }],
		['K7MR 3TWQ AAAA BBBB', { kind: 'recovery', code: 'K7MR3TWQAAAABBBB' }],
		['12345', undefined],
		['1234567', undefined],
		['', undefined],
		['0000-0000-0000-0000', undefined]
	])('%j is read as %j', (typed, read) => {
		expect(readFactor(typed)).toEqual(read);
	});
});

describe('secrets', () => {
	test.each([
		['', ''],
		['f', 'MY'],
		['fo', 'MZXQ'],
		['foo', 'MZXW6'],
		['foob', 'MZXW6YQ'],
		['fooba', 'MZXW6YTB'],
		['foobar', 'MZXW6YTBOI']
	])('%j is %j in base32 (RFC 4648, 10)', (text, encoded) => {
		expect(base32(new TextEncoder().encode(text))).toBe(encoded);
	});

	test('an app takes a secret over with issuer and account, whatever characters they have', () => {
		const uri = new URL(totpUri({ issuer: 'Standort 2030', account: 'a:b+c@ö.example', secret: 'MZXW6YTBOI' }));
		expect(decodeURIComponent(uri.pathname)).toBe('/Standort 2030:a:b+c@ö.example');
		expect(Object.fromEntries(uri.searchParams)).toEqual({
			secret: 'MZXW6YTBOI',
			issuer: 'Standort 2030',
			digits: '6',
			period: '30'
		});
		expect(uri.search).not.toContain('+');
	});

	test('a secret is shown in groups of four', () => {
		expect(showSecret('MZXW6YTBOI')).toBe('MZXW 6YTB OI');
	});
});
