/**
 * The read-only link as this browser can show it. The database holds only the hash of its token, so the token stays
 * in a cookie of the page that made it, until the browser is closed.
 */
import type { RequestEvent } from '@sveltejs/kit';
import { findSharedCheck } from '#lib/server/checks.ts';
import { database } from '#lib/server/database.ts';
import { hashCode } from '#lib/server/keys.ts';

type Event = Pick<RequestEvent, 'cookies' | 'url'>;

const nameOf = ({ url }: Event) => (url.protocol === 'https:' ? '__Secure-share' : 'share');

function optionsOf({ url }: Event, id: string) {
	return {
		path: `/check/${id}/result`,
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:'
	} as const;
}

/** The token of the link that this browser made for a check, as long as it holds. */
export async function shownToken(event: Event, id: string): Promise<string | undefined> {
	const token = event.cookies.get(nameOf(event));
	const shared = token && (await findSharedCheck(database(), hashCode, token));
	return shared && shared.id === id ? token : undefined;
}

export function keepToken(event: Event, id: string, token: string): void {
	event.cookies.set(nameOf(event), token, optionsOf(event, id));
}

export function forgetToken(event: Event, id: string): void {
	event.cookies.delete(nameOf(event), optionsOf(event, id));
}
