/** Which checks this browser may open: the codes in its HttpOnly cookies. */
import { error, type RequestEvent } from '@sveltejs/kit';
import { findCheck, type Check } from '#lib/server/checks/checks.ts';
import { database } from '#lib/server/database.ts';
import { hashCode } from '#lib/server/keys.ts';
import type { CookieName } from '../browser-storage.ts';
import { deleteCookie, readCookie, setCookie, type CookieEvent } from '../cookies.ts';

/** more would not fit into one cookie for long */
const MOST = 10;

type CodesCookie = Extract<CookieName, 'checks' | 'checks-session'>;

function codesIn(event: CookieEvent, cookie: CodesCookie): string[] {
	return (readCookie(event, cookie) ?? '').split('.').filter(Boolean);
}

function store(event: CookieEvent, cookie: CodesCookie, codes: string[]) {
	if (codes.length === 0) deleteCookie(event, cookie);
	else setCookie(event, cookie, codes.slice(0, MOST).join('.'));
}

/** All codes that this browser keeps. */
export function ownCodes(event: CookieEvent): string[] {
	return [...codesIn(event, 'checks-session'), ...codesIn(event, 'checks')];
}

/** Keeps a code in this browser; on a shared computer only until the browser is closed. */
export function rememberCode(event: CookieEvent, code: string, sharedComputer: boolean) {
	const cookie = sharedComputer ? 'checks-session' : 'checks';
	store(event, cookie, [code, ...codesIn(event, cookie).filter((one) => one !== code)]);
}

/** Forgets a code in this browser. */
export function forgetCode(event: CookieEvent, code: string) {
	for (const cookie of ['checks', 'checks-session'] as const) {
		const codes = codesIn(event, cookie);
		if (codes.includes(code))
			store(
				event,
				cookie,
				codes.filter((one) => one !== code)
			);
	}
}

export interface OwnCheck extends Check {
	/** the code by which this browser opened it */
	code: string;
	/** on a shared computer nothing is queued in the browser */
	sharedComputer: boolean;
}

/** The check of this address, if this browser may open it; else 404, whether it exists or not. */
export async function requireCheck(event: CookieEvent & Pick<RequestEvent, 'params'>): Promise<OwnCheck> {
	for (const code of ownCodes(event)) {
		const check = await findCheck(database(), hashCode, event.params.id ?? '', [code]);
		if (check) return { ...check, code, sharedComputer: codesIn(event, 'checks-session').includes(code) };
	}
	error(404, 'check');
}
