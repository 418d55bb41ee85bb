import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COOKIES, STORAGE } from './browser-storage.ts';

const DOOR = 'src/routes/cookies.ts';
const COOKIE = /\bcookies\s*\.\s*(set|delete|serialize)\b|document\.cookie|cookieStore|set-cookie/i;
const WEB_STORAGE = /\b(localStorage|sessionStorage)\b/;
const NEVER = /\bindexedDB\b|\bcaches\s*\.|serviceWorker|navigator\.storage/;
/** A text that begins like a key of ours, wherever it stands; channels between tabs keep nothing. */
const KEY = /(?<!BroadcastChannel\()[`'"]([\w-]+:)(?=\$\{)/g;
const DIRECT = /\b(?:local|session)Storage\s*(?:\.\s*(?:getItem|setItem|removeItem)\s*\(\s*|\[\s*)[`'"]([^`'"$]*)/g;

/** What a source does with a visitor's browser that the list does not know. */
function unlisted(path: string, source: string): string[] {
	const keys = Object.keys(STORAGE);
	const named = WEB_STORAGE.test(source)
		? [...source.matchAll(KEY), ...source.matchAll(DIRECT)].map(([, key]) => key ?? '')
		: [];
	return [
		...(COOKIE.test(source) && path !== DOOR ? [`${path} sets a cookie itself`] : []),
		...(NEVER.test(source) ? [`${path} keeps data in the browser in an unforeseen way`] : []),
		...(WEB_STORAGE.test(source) && !/StorageKey|browser-storage\.ts/.test(source)
			? [`${path} takes its keys from no list`]
			: []),
		...named.filter((name) => !keys.some((key) => name.startsWith(key))).map((name) => `${path} keeps ${name}`)
	];
}

test('no source keeps anything in the browser that the list does not name', () => {
	const sources = globSync('src/**/*.{ts,svelte,html}', { exclude: ['src/lib/paraglide/**', 'src/**/*.test.ts'] })
		.map((path) => path.replaceAll('\\', '/'))
		.filter((path) => path !== 'src/routes/browser-storage.ts');
	expect(sources.length).toBeGreaterThan(100);
	expect(sources.flatMap((path) => unlisted(path, readFileSync(path, 'utf8')))).toEqual([]);
});

test.each([
	['a cookie set beside the list', "cookies.set('visitor', id, { path: '/' })"],
	['a cookie set by script', 'document.cookie = `visitor=${id}`'],
	['a key of its own', "const key: StorageKey = 'unsent:1'; localStorage.setItem('visitor', id)"],
	['a key made from an id', 'new SaveQueue(`visitor:${id}` as StorageKey, localStorage)'],
	['a key by brackets', "sessionStorage['visitor'] = 1 as StorageKey"],
	['storage without the list', 'keep(localStorage)'],
	['a database', "indexedDB.open('visitors')"],
	['a cache', "await caches.open('pages')"]
])('the scan finds %s', (_, source) => {
	expect(unlisted('src/routes/example.ts', source)).not.toEqual([]);
});

test('every listed key is used somewhere, the framework’s apart', () => {
	const sources = globSync('src/**/*.{ts,svelte}', { exclude: ['src/**/*.test.ts', 'src/routes/browser-storage.ts'] });
	const all = sources.map((path) => readFileSync(path, 'utf8')).join('\n');
	const names = [...Object.keys(COOKIES), ...Object.keys(STORAGE).filter((key) => key !== 'sveltekit:')];
	expect(names.filter((name) => !new RegExp(`['\`]${name}['\`$]`).test(all))).toEqual([]);
});
