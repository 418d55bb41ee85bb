import { expect, expectAccessible, expectNoSidewaysScroll, test, LOOK_OF } from '../support/browser.ts';

for (const language of ['de', 'en'] as const) {
	test.describe(`the start page, ${language}`, () => {
		test.use(LOOK_OF[language]);
		test('is accessible and fits the screen', async ({ page }) => {
			await page.goto('/');
			await expect(page.locator('html')).toHaveAttribute('lang', language);
			await expectAccessible(page);
			await expectNoSidewaysScroll(page);
		});
	});
}

test('answers in German where nothing was chosen', async ({ page }) => {
	await page.goto('/');
	await expect(page.locator('html')).toHaveAttribute('lang', 'de');
});

test('shows what one gets, on values marked as made up', async ({ page }) => {
	await page.goto('/');
	const example = page.getByRole('region', { name: 'Was Sie bekommen' });
	await expect(example.getByText('Beispiel mit erfundenen Werten')).toBeVisible();
	await expect(example.getByText('Reifestufe 3', { exact: true })).toBeVisible();
	await expect(example.getByRole('img', { name: /Netzdiagramm/ })).toBeVisible();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('the example is complete', async ({ page }) => {
		await page.goto('/');
		await expect(page.getByRole('listitem').filter({ hasText: 'Reifestufe' })).toHaveCount(3);
		await expect(page.getByRole('img', { name: /Netzdiagramm/ })).toBeVisible();
	});
});
