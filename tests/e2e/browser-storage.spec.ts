import type { BrowserContext, Page } from '@playwright/test';
import { COOKIES, STORAGE } from '../../src/routes/browser-storage.ts';
import { expect, test } from '../support/browser.ts';
import { answerLevel, startTrial } from '../support/taking-a-check.ts';

const DAY_SECONDS = 24 * 60 * 60;

/** Keys in both storages of a page, as `area key`, where the id of a check is left out. */
async function storedKeys(page: Page): Promise<string[]> {
	const keys = await page.evaluate(() => [
		...Object.keys(localStorage).map((key) => `localStorage ${key}`),
		...Object.keys(sessionStorage).map((key) => `sessionStorage ${key}`)
	]);
	return keys.map((key) => key.replace(/:.*/, ':'));
}

/** What a browser can keep besides cookies and storage. */
async function otherwiseKept(page: Page): Promise<unknown[]> {
	return page.evaluate(async () => [
		...(await indexedDB.databases()),
		...(await caches.keys()),
		...(await navigator.serviceWorker.getRegistrations())
	]);
}

async function expectListedCookies(context: BrowserContext, now: number): Promise<string[]> {
	const cookies = await context.cookies();
	for (const { name, expires, httpOnly, sameSite } of cookies) {
		expect(Object.keys(COOKIES), name).toContain(name);
		const { lifetime } = COOKIES[name as keyof typeof COOKIES];
		expect({ httpOnly, sameSite }, name).toEqual({ httpOnly: true, sameSite: 'Lax' });
		// Browsers keep nothing longer than 400 days, whatever they are told.
		const days = lifetime === 'browser' ? undefined : Math.min(lifetime.days, 400);
		const told = expires === -1 ? undefined : Math.round((expires - now) / DAY_SECONDS);
		expect(told, name).toBe(days);
	}
	return cookies.map(({ name }) => name);
}

test('reading sets no cookie and leaves no more than how far a page was scrolled, with JavaScript too', async ({
	page,
	context
}) => {
	for (const path of ['/', '/check', '/check/new', '/questionnaire', '/method', '/privacy', '/nowhere']) {
		await page.goto(path, { waitUntil: 'networkidle' });
		expect(await context.cookies(), path).toEqual([]);
		expect(
			(await storedKeys(page)).filter((key) => key !== 'sessionStorage sveltekit:'),
			path
		).toEqual([]);
	}
	expect(await otherwiseKept(page)).toEqual([]);
});

test('a check leaves in the browser what the page about data protection lists, and nothing else', async ({
	page,
	context
}) => {
	const now = Date.now() / 1000;
	await page.goto('/');
	const html = page.locator('html');
	await page.getByRole('button', { name: 'Dunkel' }).click();
	await expect(html).toHaveAttribute('data-kern-theme', 'dark');
	await page.getByRole('button', { name: 'English' }).click();
	await expect(html).toHaveAttribute('lang', 'en');
	await page.getByRole('button', { name: 'Deutsch' }).click();
	await expect(html).toHaveAttribute('lang', 'de');
	await startTrial(page, 'short', { sharedComputer: true });
	const id = await startTrial(page, 'short');

	await page.goto(`/check/${id}/D1`);
	await page.waitForLoadState('networkidle');
	await context.setOffline(true);
	await answerLevel(page, 'D1.1', 3);
	await expect(page.getByText('Keine Verbindung')).toBeVisible();
	const waiting = await storedKeys(page);
	await context.setOffline(false);
	await expect(page.getByText('Gespeichert')).toBeVisible();
	await expect.poll(() => storedKeys(page)).not.toContain('localStorage unsent:');

	await page.goto(`/check/${id}/result`);
	await page.getByRole('button', { name: 'Link erzeugen' }).click();
	await expect(page.getByRole('link', { name: /\/shared\// })).toBeVisible();
	await page.reload();
	const kept = [...waiting, ...(await storedKeys(page))];

	const others = ['session', 'second-factor', 'provider', 'answer', 'answer-session', 'meeting'];
	const expected = Object.keys(COOKIES).filter((name) => !others.includes(name));
	expect(new Set(await expectListedCookies(context, now))).toEqual(new Set(expected));
	const listed = Object.entries(STORAGE).map(([key, { area }]) => `${area} ${key}`);
	expect(new Set(kept)).toEqual(new Set(listed));
	expect(await otherwiseKept(page)).toEqual([]);
});
