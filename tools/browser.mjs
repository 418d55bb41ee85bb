// Makes sure `npm test` has a Chromium: an installed one, else Playwright's own download, else the Debian package.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const SYSTEM = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
];

/** Path of a usable browser, or undefined. Playwright's own build wins because it is the tested pair. */
export function findBrowser() {
	return [process.env.CHROMIUM_PATH, chromium.executablePath(), ...SYSTEM].find((path) => path && existsSync(path));
}

/** @param {string} command @param {string[]} args */
function attempt(command, args) {
	try {
		execFileSync(command, args, { stdio: 'inherit' });
	} catch {
		console.error(`${command} ${args.join(' ')} did not succeed`);
	}
}

if (process.argv[1] === import.meta.filename && !findBrowser()) {
	const root = process.platform !== 'linux' || process.getuid?.() === 0;
	attempt('playwright', ['install', ...(root && process.platform === 'linux' ? ['--with-deps'] : []), 'chromium']);
	if (!findBrowser() && root && existsSync('/usr/bin/apt-get')) {
		attempt('apt-get', ['update']);
		attempt('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
	}
	if (!findBrowser()) {
		console.error('No Chromium found. Install one and set CHROMIUM_PATH.');
		process.exit(1);
	}
}
