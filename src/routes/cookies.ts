/** The only way to a cookie: by its name in the list of what is kept in browsers. */
import type { RequestEvent } from '@sveltejs/kit';
import { COOKIES, type Cookie, type CookieName } from './browser-storage.ts';

export type CookieEvent = Pick<RequestEvent, 'cookies' | 'url'>;

const DAY_SECONDS = 24 * 60 * 60;

export function readCookie({ cookies, url }: CookieEvent, name: CookieName): string | undefined {
	return cookies.get(fullName(url, name));
}

/** @param path the pages below which the browser sends it */
export function setCookie({ cookies, url }: CookieEvent, name: CookieName, value: string, path = '/'): void {
	const { lifetime }: Cookie = COOKIES[name];
	cookies.set(fullName(url, name), value, {
		...options(url, path),
		...(lifetime !== 'browser' && { maxAge: lifetime.days * DAY_SECONDS })
	});
}

export function deleteCookie({ cookies, url }: CookieEvent, name: CookieName, path = '/'): void {
	cookies.delete(fullName(url, name), options(url, path));
}

function options(url: URL, path: string) {
	return { path, httpOnly: true, sameSite: 'lax', secure: isSecure(url) } as const;
}

function fullName(url: URL, name: CookieName): string {
	return isSecure(url) ? `${COOKIES[name].prefix}${name}` : name;
}

function isSecure(url: URL): boolean {
	return url.protocol === 'https:';
}
