import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser.ts';
import { answerLevel, startTrial } from '../support/taking-a-check.ts';

const GERMAN = /Gespeichert|Zurück|Weiter|Weiß ich nicht|Trifft auf uns|Dunkel|Datenschutz|beantwortet/;

declare global {
	interface Window {
		/** all that ever stood on the page, and every theme and language it was in */
		seen: string[];
		looks: string[];
	}
}

/** Notes from the first moment on what a page shows, be it for a blink only. */
async function watchEverything(page: Page): Promise<void> {
	await page.addInitScript(() => {
		window.seen = [];
		window.looks = [];
		const look = () => {
			const { lang, dataset } = document.documentElement ?? {};
			if (lang) window.looks.push(`${lang} ${dataset?.kernTheme}`);
		};
		new MutationObserver((changes) => {
			look();
			for (const { target, addedNodes } of changes)
				for (const node of [target, ...addedNodes])
					if (!['HTML', 'BODY', 'SCRIPT', 'HEAD'].includes(node.nodeName)) window.seen.push(node.textContent ?? '');
		}).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
	});
}

test.describe('an English visitor who likes it dark', () => {
	test.use({ language: 'en', theme: 'dark' });

	test('never sees German or a light page, from the server’s text to what scripts write later', async ({ page }) => {
		await watchEverything(page);
		const expectUnchanged = async () => {
			const { seen, looks } = await page.evaluate(() => ({ seen: window.seen, looks: window.looks }));
			expect(seen.filter((text) => GERMAN.test(text))).toEqual([]);
			expect(seen.length).toBeGreaterThan(0);
			expect(new Set(looks)).toEqual(new Set(['en dark']));
		};
		await page.goto('/', { waitUntil: 'networkidle' });
		await expectUnchanged();
		const id = await startTrial(page, 'short', { language: 'en' });
		await page.goto(`/check/${id}/D1`);
		await answerLevel(page, 'D1.1', 3);
		await expect(page.getByText('Saved')).toBeVisible();
		await expectUnchanged();
	});

	test('gets the page dark before any style has loaded', async ({ request }) => {
		const html = await (await request.get('/', { headers: { cookie: 'theme=dark; language=en' } })).text();
		expect(html).toContain('<html lang="en" data-kern-theme="dark">');
		expect(html).toContain('<meta name="color-scheme" content="dark" />');
	});
});

test('whoever has not chosen gets German, and the brightness of the device', async ({ page }) => {
	await page.emulateMedia({ colorScheme: 'dark' });
	await page.goto('/');
	await expect(page.locator('html')).toHaveAttribute('lang', 'de');
	const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
	const [red = 255] = background.match(/\d+/g)?.map(Number) ?? [];
	expect(red).toBeLessThan(80);
});
