/** Which answers this browser may open: the passes in its HttpOnly cookies. Scripts and other pages get none of it. */
import type { Pass } from '#lib/server/rounds/passes.ts';
import { deleteCookie, readCookie, setCookie, type CookieEvent } from '../cookies.ts';

/** more would not fit into one cookie for long */
const MOST = 5;
const PATH = '/answer';

type PassCookie = 'answer' | 'answer-session';

function passesIn(event: CookieEvent, cookie: PassCookie): Pass[] {
	return (readCookie(event, cookie) ?? '').split('~').flatMap((entry) => {
		const [linkPart, invitationId, token, code] = entry.split('.');
		return linkPart && invitationId && token && code ? [{ linkPart, invitationId, token, code }] : [];
	});
}

function store(event: CookieEvent, cookie: PassCookie, passes: Pass[]) {
	const entries = passes.slice(0, MOST).map(({ linkPart, invitationId, token, code }) => {
		return [linkPart, invitationId, token, code].join('.');
	});
	if (entries.length === 0) deleteCookie(event, cookie, PATH);
	else setCookie(event, cookie, entries.join('~'), PATH);
}

/** The pass used last, on a shared computer until the browser is closed. */
export function currentPass(event: CookieEvent): { pass: Pass; sharedComputer: boolean } | undefined {
	const [shared] = passesIn(event, 'answer-session');
	if (shared) return { pass: shared, sharedComputer: true };
	const [own] = passesIn(event, 'answer');
	return own && { pass: own, sharedComputer: false };
}

/** The passes of this browser for one personal link, the one used last first. */
export function passesFor(event: CookieEvent, linkPart: string, token: string): Pass[] {
	return [...passesIn(event, 'answer-session'), ...passesIn(event, 'answer')].filter(
		(pass) => pass.linkPart === linkPart && pass.token === token
	);
}

/** Keeps a pass as the one in use; a shared computer forgets it when the browser is closed. */
export function keepPass(event: CookieEvent, pass: Pass, sharedComputer: boolean): void {
	const others = (cookie: PassCookie) => passesIn(event, cookie).filter(({ token }) => token !== pass.token);
	if (sharedComputer) {
		store(event, 'answer', others('answer'));
		store(event, 'answer-session', [pass, ...others('answer-session')]);
	} else {
		// The pass of a shared computer would come first, and stand before this one.
		store(event, 'answer-session', []);
		store(event, 'answer', [pass, ...others('answer')]);
	}
}
