import { expect, expectAccessible, expectNoSidewaysScroll, test, LOOK_OF } from '../support/browser.ts';
import { fillCheck } from '../support/filled-check.ts';
import { startTrial } from '../support/taking-a-check.ts';

test('a result is read from one sentence to every answer, each chart beside its table', async ({ page }) => {
	const id = await startTrial(page, 'full');
	await fillCheck(page, id, { variant: 'full', comment: (item) => `Notiz zu ${item}` });
	await page.goto(`/check/${id}/result`);
	await expect(page.getByText('Ihre Kommune ist')).toBeVisible();
	await expect(
		page
			.getByRole('list')
			.filter({ has: page.getByText('Wert', { exact: false }) })
			.first()
	).toBeVisible();

	const radar = page.getByRole('img', { name: /^Netzdiagramm mit 18 Achsen.*Am höchsten liegt/ });
	await expect(radar).toBeVisible();
	await expect(page.getByText('Am höchsten liegt', { exact: false }).first()).toBeVisible();
	await expect(page.getByRole('table', { name: 'Werte der Kriterien' }).locator('.id')).toHaveCount(18);

	const answer = page.getByText('Notiz zu D1.1', { exact: false });
	await expect(answer).toBeHidden();
	await page.getByRole('group').filter({ has: answer }).locator('summary').click();
	await expect(answer).toBeVisible();
});

test('a step leads to the answer behind it', async ({ page }) => {
	const id = await startTrial(page, 'short');
	await fillCheck(page, id, { variant: 'short' });
	await page.goto(`/check/${id}/result`);
	await page
		.getByRole('link', { name: /^Ihre Antwort:/ })
		.first()
		.click();
	await expect(page).toHaveURL(new RegExp(`/check/${id}/[ABD]\\d#[ABD]\\d\\.\\d$`));
});

test('a result without any answer says how to begin, and shows no empty charts', async ({ page }) => {
	const id = await startTrial(page, 'full');
	await page.goto(`/check/${id}/result`);
	await expect(page.getByText('Noch ist keine Aussage mit einer Stufe beantwortet.')).toBeVisible();
	await expect(page.getByRole('table')).toHaveCount(0);
	await expectAccessible(page);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('everything stands there in words and tables', { tag: '@phone' }, async ({ page }) => {
		const id = await startTrial(page, 'full');
		await fillCheck(page, id, { variant: 'full', share: 0.5 });
		await page.goto(`/check/${id}/result`);
		await expect(page.getByText('27 Aussagen haben noch keinen Wert.', { exact: false })).toBeVisible();
		const bars = page.getByRole('table', { name: 'Werte der Kriterien' });
		await expect(bars.getByText('nicht auswertbar')).toHaveCount(9);
		await expect(page.getByRole('img', { name: /^Netzdiagramm mit 18 Achsen/ })).toBeVisible();
		await expect(page.getByText('nutzen Sie die Druckfunktion Ihres Browsers')).toBeVisible();
		await page.getByRole('link', { name: /^Bis zur nächsten Reifestufe/ }).click();
		await expect(page).toHaveURL(/#next-decision$/);
		await expectNoSidewaysScroll(page);
	});
});

for (const language of ['de', 'en'] as const) {
	test.describe(`in ${language}`, () => {
		test.use(LOOK_OF[language]);

		test('the result is accessible, folded and unfolded', async ({ page }) => {
			const id = await startTrial(page, 'full', { language });
			await fillCheck(page, id, { variant: 'full', share: 0.7, comment: () => 'Beschluss vom März' });
			await page.goto(`/check/${id}/result`);
			await expectNoSidewaysScroll(page);
			for (const details of await page.locator('details').all())
				await details.evaluate((element) => element.setAttribute('open', ''));
			await expectAccessible(page);
			await expectNoSidewaysScroll(page);
		});
	});
}
