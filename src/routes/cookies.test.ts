import type { Cookies } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { deleteCookie, readCookie, setCookie } from './cookies.ts';

/** A browser's cookies by name, with what each was set with. */
function browser(origin: string) {
	const kept = new Map<string, { value: string; options: Record<string, unknown> }>();
	const cookies = {
		get: (name: string) => kept.get(name)?.value,
		set: (name: string, value: string, options: Record<string, unknown>) => kept.set(name, { value, options }),
		delete: (name: string) => kept.delete(name)
	} as unknown as Cookies;
	return { kept, event: { cookies, url: new URL(origin) } };
}

test('by HTTPS cookies travel encrypted only, and those that open something are bound to this host', () => {
	const { kept, event } = browser('https://standort.example');
	setCookie(event, 'checks', 'CODE');
	setCookie(event, 'share', 'token', '/check/1/result');
	setCookie(event, 'language', 'en');
	expect([...kept.keys()]).toEqual(['__Host-checks', '__Secure-share', 'language']);
	for (const { options } of kept.values())
		expect(options).toMatchObject({ secure: true, httpOnly: true, sameSite: 'lax' });
	expect(kept.get('__Host-checks')?.options.path).toBe('/');
	expect(kept.get('__Secure-share')?.options.path).toBe('/check/1/result');
	expect(readCookie(event, 'checks')).toBe('CODE');
	deleteCookie(event, 'checks');
	expect(readCookie(event, 'checks')).toBeUndefined();
});

test('on a machine of one’s own they work without HTTPS, too', () => {
	const { kept, event } = browser('http://localhost:3000');
	setCookie(event, 'checks', 'CODE');
	expect(kept.get('checks')?.options).toMatchObject({ secure: false, maxAge: 730 * 24 * 60 * 60 });
});

test('a cookie of a shared computer ends with the browser', () => {
	const { kept, event } = browser('https://standort.example');
	setCookie(event, 'checks-session', 'CODE');
	expect(kept.get('__Host-checks-session')?.options).not.toHaveProperty('maxAge');
});
