/**
 * The link for staff council and data protection as this browser can show it: the database holds only the hash of its
 * token, so the token stays in a cookie of the page that made it, until the browser is closed.
 */
import { database } from '#lib/server/database.ts';
import { findShownRound } from '#lib/server/rounds/rounds.ts';
import { deleteCookie, readCookie, setCookie, type CookieEvent } from '../../../../../../cookies.ts';

/** The token of the link that this browser made for a round, as long as it holds. */
export function shownToken(event: CookieEvent, id: string): string | undefined {
	const token = readCookie(event, 'share');
	return token && findShownRound(database(), token)?.id === id ? token : undefined;
}

export function keepToken(event: CookieEvent, token: string): void {
	setCookie(event, 'share', token, event.url.pathname);
}

export function forgetToken(event: CookieEvent): void {
	deleteCookie(event, 'share', event.url.pathname);
}
