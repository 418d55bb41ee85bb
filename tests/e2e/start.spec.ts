import { expect, expectAccessible, expectNoSidewaysScroll, test } from '../support/browser.ts';

for (const language of ['de', 'en'] as const) {
	for (const theme of ['light', 'dark'] as const) {
		test.describe(`the start page, ${language}, ${theme}`, { tag: '@phone' }, () => {
			test.use({ language, theme });
			test('is accessible and fits the screen', async ({ page }) => {
				await page.goto('/');
				await expect(page.locator('html')).toHaveAttribute('lang', language);
				await expectAccessible(page);
				await expectNoSidewaysScroll(page);
			});
		});
	}
}

test('answers in German where nothing was chosen', async ({ page }) => {
	await page.goto('/');
	await expect(page.locator('html')).toHaveAttribute('lang', 'de');
});
