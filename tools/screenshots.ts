// `npm run screenshots`: takes the pictures of the README from the running app, walking one short check.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { currentInstrument } from '../src/lib/instruments/index.ts';
import { startBuiltServer } from '../tests/support/built-server.ts';
import { answerLevel, startTrial } from '../tests/support/taking-a-check.ts';
import { launchOptions } from './browser.mjs';

const PICTURES = join('docs', 'pictures');
const DESKTOP = { width: 1080, height: 760 };
const PHONE = { width: 360, height: 720 };
/** Made-up levels of a short check, one for each criterion. */
const LEVELS = [3, 2, 3, 2, 2, 2, 4, 3, 3, 4, 3, 2, 2, 1, 1, 2, 1, 1];

const take = (page: Page, name: string) => page.screenshot({ path: join(PICTURES, `${name}.png`) });

async function visit(browser: Browser, origin: string, options: BrowserContextOptions, theme: 'light' | 'dark') {
	const context = await browser.newContext({ baseURL: origin, locale: 'de-DE', reducedMotion: 'reduce', ...options });
	await context.addCookies([{ name: 'theme', value: theme, url: origin }]);
	return context.newPage();
}

async function answerAll(page: Page, id: string): Promise<void> {
	const criteria = currentInstrument().instrument.dimensions.flatMap((dimension) => dimension.criteria);
	for (const [index, criterion] of criteria.entries()) {
		await page.goto(`/check/${id}/${criterion.id}`);
		await answerLevel(page, `${criterion.id}.1`, LEVELS[index] ?? 1);
		await page.getByRole('status').filter({ hasText: 'Gespeichert' }).waitFor();
	}
}

async function walk(browser: Browser, origin: string): Promise<void> {
	const desktop = await visit(browser, origin, { viewport: DESKTOP }, 'light');
	await desktop.goto('/');
	await take(desktop, 'start');
	const id = await startTrial(desktop, 'short');
	await answerAll(desktop, id);
	await desktop.goto(`/check/${id}/D2`);
	await take(desktop, 'criterion');
	await desktop.goto(`/check/${id}/result`);
	await take(desktop, 'result');
	const profile = desktop.getByRole('heading', { name: 'Profil' });
	await profile.evaluate((heading) => heading.scrollIntoView());
	await take(desktop, 'profile');

	const phone = await visit(
		browser,
		origin,
		{ viewport: PHONE, storageState: await desktop.context().storageState() },
		'dark'
	);
	await phone.goto(`/check/${id}/D2`);
	await take(phone, 'phone');
}

mkdirSync(PICTURES, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'standort-pictures-'));
const server = await startBuiltServer({ folder });
const browser = await chromium.launch(launchOptions());
try {
	await walk(browser, server.origin);
} finally {
	await browser.close();
	await server.stop();
	rmSync(folder, { recursive: true, force: true });
}
console.log(`Bilder liegen in ${PICTURES} · Pictures are in ${PICTURES}`);
