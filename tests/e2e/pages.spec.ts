import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startBuiltServer } from '../support/built-server.ts';
import { expect, expectAccessible, expectFits, expectNoSidewaysScroll, test, LOOK_OF } from '../support/browser.ts';

/** Pages that are made on the server alone. */
const PLAIN = ['/api', '/method', '/privacy', '/accessibility', '/imprint'];
/** Start page, questionnaire and check have tests of their own. */
const PAGES = [...PLAIN, '/check/deleted', '/nowhere', '/check/unknown', '/shared/unknown'];

for (const language of ['de', 'en'] as const)
	test.describe(language, () => {
		test.use(LOOK_OF[language]);
		for (const path of PAGES)
			test(`${path} is accessible, in one language, and fits 320 px`, async ({ page }) => {
				await page.goto(path);
				await expect(page.locator('html')).toHaveAttribute('lang', language);
				await expect(page).toHaveTitle(/\S – Standort 2030$/);
				await expectHeadingsInOrder(page);
				await expectAccessible(page);
				await expectNoSidewaysScroll(page);
			});
	});

/** Expects one first heading, and no level left out on the way down. */
async function expectHeadingsInOrder(page: Page): Promise<void> {
	const names = await page.locator('h1, h2, h3, h4, h5, h6').evaluateAll((all) => all.map(({ tagName }) => tagName));
	const levels = names.map((name) => Number(name.slice(1)));
	expect(levels.filter((level) => level === 1)).toHaveLength(1);
	expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
}

for (const path of PLAIN) {
	test.describe(path, () => {
		test('ships no script, and its links lead somewhere', async ({ page, request }) => {
			const html = await (await request.get(path)).text();
			expect(html).not.toContain('<script');
			await page.goto(path);
			const own = await page
				.locator('a[href]')
				.evaluateAll((links) =>
					links.map((link) => (link as HTMLAnchorElement).href).filter((href) => href.startsWith(location.origin))
				);
			const targets = new Set(own.map((href) => new URL(href)));
			for (const { pathname, hash } of targets)
				if (hash && pathname === path) await expect(page.locator(`[id="${hash.slice(1)}"]`)).toHaveCount(1);
			for (const pathname of new Set([...targets].map((target) => target.pathname)))
				expect((await request.get(pathname)).status(), pathname).toBe(200);
		});

		test('can be read with forced colours and at 400 % zoom', async ({ page }) => {
			await page.emulateMedia({ forcedColors: 'active' });
			await page.goto(path);
			await expectAccessible(page);
			// A window of 1280 × 1024 at 400 %.
			await page.setViewportSize({ width: 320, height: 256 });
			await expectFits(page);
		});
	});

	test.describe(`${path} on paper`, () => {
		test.use({ theme: 'dark' });
		test('is black on white, without navigation and without a cut edge', async ({ page }) => {
			await page.emulateMedia({ media: 'print' });
			await page.setViewportSize({ width: 680, height: 960 });
			await page.goto(path);
			await expect(page.getByRole('navigation')).toHaveCount(0);
			await expect(page.getByRole('button')).toHaveCount(0);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			const [color, background] = await page.evaluate(() => {
				const { color, backgroundColor } = getComputedStyle(document.body);
				return [color, backgroundColor];
			});
			expect([color, background]).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
			await expectFits(page);
		});
	});
}

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('the footer leads to method, data protection, accessibility and imprint', async ({ page }) => {
		for (const [name, path] of [
			['So wird gerechnet', '/method'],
			['Datenschutz', '/privacy'],
			['Barrierefreiheit', '/accessibility'],
			['Impressum', '/imprint']
		] as const) {
			await page.goto('/');
			await page.getByRole('contentinfo').getByRole('link', { name }).click();
			await expect(page).toHaveURL(path);
			await page.getByRole('link', { name: 'Standort 2030' }).click();
			await expect(page).toHaveURL('/');
		}
	});

	test('rules are found by their number', async ({ page }) => {
		await page.goto('/method#M7');
		await expect(page.getByRole('heading', { name: 'M7 Reifestufe eines Bereichs' })).toBeInViewport();
		for (let number = 1; number <= 17; number++) await expect(page.locator(`#M${number}`)).toHaveCount(1);
		await page.getByRole('link', { name: 'D4 Mindestgrößen' }).click();
		await expect(page.getByRole('heading', { name: 'D4 Mindestgrößen' })).toBeInViewport();
	});

	test('language and theme are changed on a page without scripts, which stays where it is', async ({ page }) => {
		await page.goto('/privacy');
		await page.getByRole('button', { name: 'English' }).click();
		await expect(page).toHaveURL('/privacy');
		await expect(page.getByRole('heading', { name: 'Data protection', level: 1 })).toBeVisible();
	});
});

test('a page that does not exist says so and shows the way on', async ({ page }) => {
	expect((await page.goto('/nowhere'))?.status()).toBe(404);
	await expect(page.getByRole('heading', { name: 'Diese Seite gibt es nicht' })).toBeVisible();
	await page.getByRole('link', { name: 'Zur Startseite' }).click();
	await expect(page).toHaveURL('/');
	expect((await page.goto('/check/unknown'))?.status()).toBe(404);
	await expect(page.getByRole('link', { name: 'Weiter mit Code' })).toBeVisible();
});

test('what nobody has filled in is a marked gap; what the operator has filled in stands in its place', async ({
	page,
	request
}) => {
	for (const path of ['/imprint', '/privacy', '/accessibility']) {
		await page.goto(path);
		await expect(page.locator('mark').first()).toContainText('Betreiber bitte eintragen');
	}
	const folder = mkdtempSync(join(tmpdir(), 'standort-operator-'));
	const filled = Object.fromEntries(
		(
			await Promise.all(
				['/imprint', '/privacy', '/accessibility'].map(async (path) => (await request.get(path)).text())
			)
		)
			.flatMap((html) => [...html.matchAll(/eintragen: (\w+)\]/g)])
			.map(([, name = '']) => [name, `Wert von ${name}`])
	);
	expect(Object.keys(filled).length).toBeGreaterThan(8);
	const server = await startBuiltServer({ folder, env: filled });
	try {
		const pages = [];
		for (const path of ['/imprint', '/privacy', '/accessibility'])
			pages.push(await (await fetch(server.origin + path)).text());
		const all = pages.join('\n');
		expect(all).not.toContain('<mark');
		for (const value of Object.values(filled)) expect(all).toContain(value);
	} finally {
		await server.stop();
		rmSync(folder, { recursive: true, force: true });
	}
});
