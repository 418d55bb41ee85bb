import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { launchOptions } from './tools/browser.mjs';

/** Workers read this file again and inherit our environment: that way all of them agree on port and folder. */
function shared(name: string, choose: () => string): string {
	return (process.env[name] ??= choose());
}

const port = shared('TEST_PORT', () => String(4200 + (process.pid % 800)));
const folder = shared('TEST_FOLDER', () => {
	const made = mkdtempSync(join(tmpdir(), 'standort-browser-'));
	process.on('exit', () => rmSync(made, { recursive: true, force: true }));
	return made;
});
const origin = `http://localhost:${port}`;

// All services that are started inherit it; once only, since workers read this file again.
const SLOWLY = '--import=./tests/support/slow-writes.ts';
if (process.env.SLOW_WRITES && !process.env.NODE_OPTIONS?.includes(SLOWLY))
	process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} ${SLOWLY}`.trim();

export default defineConfig({
	testDir: 'tests/e2e',
	fullyParallel: true,
	forbidOnly: Boolean(process.env.CI),
	retries: 0,
	// Generous, so that a busy machine fails nothing; no test measures time.
	timeout: 90_000,
	expect: { timeout: 15_000 },
	workers: 3,
	reporter: 'list',
	use: {
		...devices['Desktop Chrome'],
		baseURL: origin,
		locale: 'de-DE',
		timezoneId: 'Europe/Berlin',
		// Recording every step costs a third of the time; `--trace=retain-on-failure` records what fails.
		trace: 'off',
		launchOptions: launchOptions()
	},
	projects: [
		{ name: 'desktop' },
		{ name: 'phone', grep: /@phone/, use: { viewport: { width: 320, height: 640 }, hasTouch: true } }
	],
	webServer: {
		command: `"${process.execPath}" tests/support/serve.ts`,
		url: origin,
		reuseExistingServer: false,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
		env: {
			HOST: '127.0.0.1',
			PORT: port,
			ORIGIN: origin,
			ADDRESS_HEADER: 'x-forwarded-for',
			DATABASE_FILE: join(folder, 'standort.db'),
			KEY_FOLDER: join(folder, 'keys'),
			MAIL_FOLDER: join(folder, 'mail')
		}
	}
});
