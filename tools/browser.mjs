// Makes sure `npm test` has a Chromium: an installed one, else Playwright's own download, else the Debian package.
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { run } from './child.mjs';

const INSTALLED = [
	// Without windows and their own pages: tests take half as long as with the whole browser.
	'/usr/bin/chromium-headless-shell',
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
];

/** Quiet, offline and able to run in a container; shared by tests, bench and screenshots. */
export const BROWSER_FLAGS = [
	'--no-sandbox',
	'--disable-dev-shm-usage',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
	'--disable-gpu',
	'--disable-quic'
];

/** Path of a usable browser, or undefined. Playwright's own build wins because it is the tested pair. */
export function findBrowser() {
	return [process.env.CHROMIUM_PATH, chromium.executablePath(), ...INSTALLED].find((path) => path && existsSync(path));
}

/** How Playwright starts the browser of this machine; of its own downloads it chooses the leaner one itself. */
export function launchOptions() {
	const executablePath = findBrowser();
	const chosen = executablePath && executablePath !== chromium.executablePath();
	return { ...(chosen ? { executablePath } : {}), args: BROWSER_FLAGS };
}

/** @param {string} command @param {string[]} args */
async function attempt(command, ...args) {
	const code = await run(command, args).catch(() => 1);
	if (code !== 0) console.error(`${command} ${args.join(' ')} did not succeed`);
}

async function installBrowser() {
	const linux = process.platform === 'linux';
	const administrator = process.getuid?.() === 0;
	await attempt('playwright', 'install', ...(linux && administrator ? ['--with-deps'] : []), 'chromium');
	if (findBrowser() || !linux || !administrator || !existsSync('/usr/bin/apt-get')) return;
	await attempt('apt-get', 'update');
	await attempt('apt-get', 'install', '-y', '--no-install-recommends', 'chromium-headless-shell');
	if (!findBrowser()) await attempt('apt-get', 'install', '-y', '--no-install-recommends', 'chromium');
}

if (process.argv[1] === import.meta.filename && !findBrowser()) {
	await installBrowser();
	if (!findBrowser()) {
		console.error('No Chromium found. Please install one, or name it in CHROMIUM_PATH.');
		process.exit(1);
	}
}
