/** The list of what is kept in browsers, in words; an entry without words does not compile. */
import { formatCount } from '#lib/components/format.ts';
import * as m from '#lib/paraglide/messages.js';
import { COOKIES, STORAGE, type Cookie, type StorageEntry } from '../browser-storage.ts';

const PURPOSES: Record<keyof typeof COOKIES | keyof typeof STORAGE, () => string> = {
	checks: m.privacy_browser_checks,
	'checks-session': m.privacy_browser_checks_session,
	share: m.privacy_browser_share,
	answer: m.privacy_browser_answer,
	'answer-session': m.privacy_browser_answer_session,
	meeting: m.privacy_browser_meeting,
	session: m.privacy_browser_session,
	'second-factor': m.privacy_browser_second_factor,
	provider: m.privacy_browser_provider,
	language: m.privacy_browser_language,
	theme: m.privacy_browser_theme,
	'unsent:': m.privacy_browser_unsent,
	'pace:': m.privacy_browser_pace,
	'sveltekit:': m.privacy_browser_sveltekit
};

const KINDS = {
	cookie: m.privacy_browser_kind_cookie,
	localStorage: m.privacy_browser_kind_localStorage,
	sessionStorage: m.privacy_browser_kind_sessionStorage
};

const ENDS = {
	browser: m.privacy_browser_until_browser,
	window: m.privacy_browser_until_window,
	confirmed: m.privacy_browser_until_confirmed
};

export interface StorageRow {
	/** the part of the key that is always the same */
	key: string;
	/** what follows it, in words; empty where nothing does */
	variable: string;
	kind: string;
	purpose: string;
	until: string;
}

/** One row for each entry, cookies first. */
export function storageRows(): StorageRow[] {
	return [
		...keysOf(COOKIES).map((key) => rowOf(key, 'cookie', COOKIES[key].lifetime)),
		...keysOf(STORAGE).map((key) => rowOf(key, STORAGE[key].area, STORAGE[key].lifetime))
	];
}

function rowOf(
	key: keyof typeof PURPOSES,
	kind: keyof typeof KINDS,
	lifetime: (Cookie | StorageEntry)['lifetime']
): StorageRow {
	const until =
		typeof lifetime === 'string' ? ENDS[lifetime]() : m.privacy_browser_days({ days: formatCount(lifetime.days) });
	return { key, variable: variableOf(key), kind: KINDS[kind](), purpose: PURPOSES[key](), until };
}

function keysOf<Key extends string>(list: Record<Key, unknown>): Key[] {
	return Object.keys(list) as Key[];
}

function variableOf(key: string): string {
	if (!key.endsWith(':')) return '';
	return key === 'sveltekit:' ? m.privacy_browser_part() : m.privacy_browser_id();
}
