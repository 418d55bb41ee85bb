/** Which checks this browser may open: the codes in its HttpOnly cookies. */
import { error, type Cookies, type RequestEvent } from '@sveltejs/kit';
import { findCheck, type Check } from '#lib/server/checks.ts';
import { database } from '#lib/server/database.ts';
import { hashCode } from '#lib/server/keys.ts';

const DAY = 24 * 60 * 60;
/** as long as a finished check is kept */
const KEPT = 730 * DAY;
/** more would not fit into one cookie for long */
const MOST = 10;

type Kind = 'kept' | 'session';

function cookieName(url: URL, kind: Kind): string {
	const name = kind === 'kept' ? 'checks' : 'checks-session';
	return url.protocol === 'https:' ? `__Host-${name}` : name;
}

function codesIn(cookies: Cookies, url: URL, kind: Kind): string[] {
	return (cookies.get(cookieName(url, kind)) ?? '').split('.').filter(Boolean);
}

function store(cookies: Cookies, url: URL, kind: Kind, codes: string[]) {
	const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' } as const;
	if (codes.length === 0) cookies.delete(cookieName(url, kind), options);
	else
		cookies.set(cookieName(url, kind), codes.slice(0, MOST).join('.'), {
			...options,
			...(kind === 'kept' ? { maxAge: KEPT } : {})
		});
}

/** All codes that this browser keeps. */
export function ownCodes({ cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>): string[] {
	return [...codesIn(cookies, url, 'session'), ...codesIn(cookies, url, 'kept')];
}

/** Keeps a code in this browser; on a shared computer only until the browser is closed. */
export function rememberCode(
	{ cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>,
	code: string,
	sharedComputer: boolean
) {
	const kind = sharedComputer ? 'session' : 'kept';
	store(cookies, url, kind, [code, ...codesIn(cookies, url, kind).filter((one) => one !== code)]);
}

/** Forgets a code in this browser. */
export function forgetCode({ cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>, code: string) {
	for (const kind of ['kept', 'session'] as const) {
		const codes = codesIn(cookies, url, kind);
		if (codes.includes(code))
			store(
				cookies,
				url,
				kind,
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
export async function requireCheck(event: Pick<RequestEvent, 'cookies' | 'url' | 'params'>): Promise<OwnCheck> {
	const { cookies, url, params } = event;
	for (const code of ownCodes({ cookies, url })) {
		const check = await findCheck(database(), hashCode, params.id ?? '', [code]);
		if (check) return { ...check, code, sharedComputer: codesIn(cookies, url, 'session').includes(code) };
	}
	error(404, 'check');
}
