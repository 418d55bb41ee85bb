/**
 * The read-only link as this browser can show it. The database holds only the hash of its token, so the token stays
 * in a cookie of the page that made it, until the browser is closed.
 */
import { findSharedCheck } from '#lib/server/checks/checks.ts';
import { database } from '#lib/server/database.ts';
import { hashCode } from '#lib/server/keys.ts';
import { deleteCookie, readCookie, setCookie, type CookieEvent } from '../../../cookies.ts';

const pathOf = (id: string) => `/check/${id}/result`;

/** The token of the link that this browser made for a check, as long as it holds. */
export async function shownToken(event: CookieEvent, id: string): Promise<string | undefined> {
	const token = readCookie(event, 'share');
	const shared = token && (await findSharedCheck(database(), hashCode, token));
	return shared && shared.id === id ? token : undefined;
}

export function keepToken(event: CookieEvent, id: string, token: string): void {
	setCookie(event, 'share', token, pathOf(id));
}

export function forgetToken(event: CookieEvent, id: string): void {
	deleteCookie(event, 'share', pathOf(id));
}
