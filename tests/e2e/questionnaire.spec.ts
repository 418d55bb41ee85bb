import { brotliCompressSync } from 'node:zlib';
import { expect, expectAccessible, expectNoSidewaysScroll, test, LOOK_OF } from '../support/browser.ts';

for (const language of ['de', 'en'] as const) {
	test.describe(`the questionnaire, ${language}`, () => {
		test.use(LOOK_OF[language]);
		test('is accessible and fits the screen', async ({ page }) => {
			await page.goto('/questionnaire');
			await expect(page.locator('h4')).toHaveCount(54);
			await expectAccessible(page);
			await expectNoSidewaysScroll(page);
		});
	});
}

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the whole questionnaire can be read, and narrowed to the short version', async ({ page }) => {
		await page.goto('/questionnaire');
		await expect(page.getByRole('heading', { level: 4 })).toHaveCount(54);
		const item = page.locator('.item').filter({ has: page.locator('[id="D1.2"]') });
		await expect(item.getByRole('listitem')).toHaveCount(5);
		await expect(item).toContainText('Mögliche Nachweise');
		await page.getByRole('link', { name: 'Kurz: 18 Aussagen, etwa 15 Minuten' }).click();
		await expect(page).toHaveURL('/questionnaire?variant=short');
		await expect(page.getByRole('heading', { level: 4 })).toHaveCount(18);
	});

	test('the contents lead to a criterion', async ({ page }) => {
		await page.goto('/questionnaire');
		await page.getByRole('link', { name: 'B4 Themenbezogene Budgets' }).click();
		await expect(page.getByRole('heading', { name: 'B4 Themenbezogene Budgets' })).toBeInViewport();
	});
});

test('shows one language only', async ({ page, context, baseURL }) => {
	await page.goto('/questionnaire');
	await expect(page.locator('main')).not.toContainText('sustainability goals');
	await context.addCookies([{ name: 'language', value: 'en', url: baseURL ?? '' }]);
	await page.goto('/questionnaire');
	await expect(page.locator('main')).toContainText('sustainability goals');
	await expect(page.locator('main')).not.toContainText('Nachhaltigkeitsziele');
});

test('an unknown extent shows everything', async ({ page }) => {
	await page.goto('/questionnaire?variant=tiny');
	await expect(page.locator('h4')).toHaveCount(54);
});

test('names version, licence and checksum', async ({ page }) => {
	await page.goto('/questionnaire');
	await expect(page.getByText('Fassung 1.0.0. Lizenz')).toBeVisible();
	await expect(page.getByRole('link', { name: 'CC BY-SA 4.0' })).toBeVisible();
	await expect(page.getByText(/^Prüfsumme \(SHA-256\): [0-9a-f]{64}$/)).toBeVisible();
});

test('is light: no scripts, and less than 35 kB compressed', async ({ request }) => {
	const response = await request.get('/questionnaire');
	const html = await response.body();
	expect(html.toString()).not.toContain('<script');
	expect(brotliCompressSync(html).length).toBeLessThan(35_000);
});

test.describe('on paper', () => {
	test.use({ theme: 'dark' });

	test('is a form in black on white without navigation', async ({ page }) => {
		await page.emulateMedia({ media: 'print' });
		await page.goto('/questionnaire?variant=short');
		await expect(page.getByRole('navigation')).toHaveCount(0);
		const item = page.locator('.item').first();
		for (const label of ['Weiß ich nicht', 'Trifft auf uns nicht zu.', 'Dokument vorhanden', 'Notiz:'])
			await expect(item.getByText(label)).toBeVisible();
		await expect(page.getByText('Kommune', { exact: true })).toBeVisible();
		const heading = page.getByRole('heading', { level: 3 }).first();
		await expect(heading).toHaveCSS('color', 'rgb(0, 0, 0)');
		const box = item.getByRole('listitem').first();
		const width = await box.evaluate((element) => getComputedStyle(element, '::before').width);
		expect(parseFloat(width)).toBeGreaterThan(10);
	});

	test('the form is not part of the page on screen', async ({ page }) => {
		await page.goto('/questionnaire');
		await expect(page.getByText('Notiz:').first()).toBeHidden();
		await expect(page.getByText('Ausgefüllt von')).toBeHidden();
	});
});
