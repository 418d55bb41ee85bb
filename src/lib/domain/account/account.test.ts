import { describe, expect, test } from 'vitest';
import { EmailAddress, Password, PersonName, personNameFrom } from './form.ts';
import { domainOf, hasEnded, isFresh, SESSION_LIMITS } from './account.ts';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 27) + minutes * 60_000);

describe('an address', () => {
	test.each([
		[' Kim@Musterau.EXAMPLE ', 'kim@musterau.example'],
		['k+x@a-b.example', 'k+x@a-b.example']
	])('%j is read as %j', (typed, read) => {
		expect(EmailAddress.parse(typed)).toBe(read);
	});

	test.each([
		'',
		'kim',
		'kim@',
		'@musterau.example',
		'a@b.example,c@d.example',
		'a@b.example c@d.example',
		'a@b.example\r\nBcc: c@d.example',
		'Kim <kim@musterau.example>',
		`${'a'.repeat(250)}@b.example`
	])('%j is none', (typed) => {
		expect(EmailAddress.safeParse(typed).success).toBe(false);
	});

	test('has the domain behind its last @', () => {
		expect(domainOf('"a@b"@musterau.example')).toBe('musterau.example');
	});
});

describe('a password', () => {
	test.each([
		[11, false],
		[12, true],
		[128, true],
		[129, false]
	])('of %i characters is accepted: %s', (length, accepted) => {
		expect(Password.safeParse(' '.repeat(length)).success).toBe(accepted);
	});
});

describe('a name', () => {
	test.each(['', '  ', 'a\nb', 'a\u0000b', 'a'.repeat(101)])('%j is none', (typed) => {
		expect(PersonName.safeParse(typed).success).toBe(false);
	});

	test.each([
		[' Kim Muster ', 'Kim Muster'],
		['Kim\r\nMuster', 'Kim Muster'],
		['a'.repeat(200), 'a'.repeat(100)],
		['', 'kim.muster'],
		[undefined, 'kim.muster'],
		[{ first: 'Kim' }, 'kim.muster']
	])('told as %j is kept as %j', (told, kept) => {
		expect(personNameFrom(told, 'kim.muster@musterau.example')).toBe(kept);
	});
});

describe('a session', () => {
	test.each([
		['member', 29, 29, false],
		['member', 700, 30, true],
		['member', 719, 1, false],
		['member', 720, 1, true],
		['operator', 14, 14, false],
		['operator', 400, 15, true],
		['operator', 479, 1, false],
		['operator', 480, 1, true]
	] as const)('of a %s, begun %i minutes ago and used %i minutes ago, has ended: %s', (who, begun, used, ended) => {
		expect(hasEnded({ begunAt: at(-begun), usedAt: at(-used) }, who === 'operator', at(0))).toBe(ended);
	});

	test('of an operator ends before that of a member', () => {
		expect(SESSION_LIMITS.operator.idle).toBeLessThan(SESSION_LIMITS.member.idle);
		expect(SESSION_LIMITS.operator.longest).toBeLessThan(SESSION_LIMITS.member.longest);
	});

	test('is fresh for ten minutes', () => {
		expect([9, 10].map((minutes) => isFresh(at(-minutes), at(0)))).toEqual([true, false]);
	});
});
