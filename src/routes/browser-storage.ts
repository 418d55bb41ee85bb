/**
 * Everything that this service keeps in a visitor's browser (§ 25 TDDDG), in one list: cookies are set by it, and the
 * page about data protection is made from it. A key that is missing here fails the tests.
 */
import { FINISHED_CHECK_MONTHS } from '#lib/domain/retention.ts';

const YEAR_DAYS = 365;
const MONTHS_OF_YEAR = 12;
/** D16: six months, the longest of them. */
const ANSWER_DAYS = 184;

/** When it ends: after some days, with the browser or its window, or as soon as the server has confirmed it. */
type Lifetime = { days: number } | 'browser' | 'window' | 'confirmed';

export interface Cookie {
	lifetime: { days: number } | 'browser';
	/** stands before the name where the page came by HTTPS: the browser then keeps to what it promises */
	prefix: '__Host-' | '__Secure-' | '';
}

export interface StorageEntry {
	area: 'localStorage' | 'sessionStorage';
	lifetime: Lifetime;
}

/** Cookies by name. Scripts can read none of them. */
export const COOKIES = {
	/** the codes of the checks begun here, as long as a finished check is kept */
	checks: { lifetime: { days: (FINISHED_CHECK_MONTHS / MONTHS_OF_YEAR) * YEAR_DAYS }, prefix: '__Host-' },
	/** the same on a shared computer */
	'checks-session': { lifetime: 'browser', prefix: '__Host-' },
	/** the token of a read-only link that was made here, for the page that made it alone */
	share: { lifetime: 'browser', prefix: '__Secure-' },
	/** what opens one's own answers in a round, as long as collecting may go on */
	answer: { lifetime: { days: ANSWER_DAYS }, prefix: '__Secure-' },
	/** the same on a shared computer */
	'answer-session': { lifetime: 'browser', prefix: '__Secure-' },
	/** which meeting this screen or phone has joined by its code */
	meeting: { lifetime: 'browser', prefix: '__Secure-' },
	/** who has signed in; ended by the server after half an hour without a request and at the end of a working day */
	session: { lifetime: 'browser', prefix: '__Host-' },
	/** between password and second factor */
	'second-factor': { lifetime: 'browser', prefix: '__Host-' },
	/** between leaving for a provider of OpenID Connect and coming back */
	provider: { lifetime: 'browser', prefix: '__Host-' },
	/** set by choosing only; the texts' library looks for this very name */
	language: { lifetime: { days: YEAR_DAYS }, prefix: '' },
	theme: { lifetime: { days: YEAR_DAYS }, prefix: '' }
} as const satisfies Record<string, Cookie>;
export type CookieName = keyof typeof COOKIES;

/** Entries of the browser's storage by the beginning of their key; after a colon follows the check's id. */
export const STORAGE = {
	/** changes that the server has not confirmed yet */
	'unsent:': { area: 'localStorage', lifetime: 'confirmed' },
	/** how fast this person answers, for "about … minutes left" */
	'pace:': { area: 'sessionStorage', lifetime: 'window' },
	/** the framework's: how far a page was scrolled, for the way back */
	'sveltekit:': { area: 'sessionStorage', lifetime: 'window' }
} as const satisfies Record<string, StorageEntry>;
export type StorageKey = `${keyof typeof STORAGE}${string}`;
