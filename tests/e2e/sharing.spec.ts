import { expect, expectAccessible, test } from '../support/browser.ts';
import { fillCheck } from '../support/filled-check.ts';
import { startTrial } from '../support/taking-a-check.ts';

const NOTE = 'Beschluss liegt im Archiv';

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a link lets others read the result, without notes, until it is withdrawn', async ({ page, browser }) => {
			const id = await startTrial(page, 'short');
			await fillCheck(page, id, { variant: 'short', comment: () => NOTE });
			await page.goto(`/check/${id}/result`);
			await page.getByRole('button', { name: 'Link erzeugen' }).click();
			const link = await page.getByRole('link', { name: /\/shared\// }).getAttribute('href');
			const address = new URL(link ?? '', page.url()).href;

			const reader = await (await browser.newContext()).newPage();
			const response = await reader.goto(address);
			expect(response?.headers()).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
			await expect(reader.getByText('Zum Lesen freigegeben')).toBeVisible();
			await expect(reader.getByRole('heading', { name: 'Alle Antworten' })).toBeVisible();
			expect(await reader.content()).not.toContain(NOTE);
			expect(await (await reader.request.get(`${address}/__data.json`)).text()).not.toContain(NOTE);
			await expect(reader.locator('a[href*="/check/"]')).toHaveCount(0);

			await page.reload();
			await page.getByRole('button', { name: 'Link zurückziehen' }).click();
			await expect(page.getByRole('button', { name: 'Link erzeugen' })).toBeVisible();
			await expect(page.getByRole('link', { name: /\/shared\// })).toHaveCount(0);
			expect((await reader.goto(address))?.status()).toBe(404);
			await expect(reader.getByText('Dieser Link gilt nicht oder nicht mehr.')).toBeVisible();
			await reader.context().close();
		});
	});
}

test('a new link replaces the old one, and another browser is told that there is one', async ({ page, browser }) => {
	const id = await startTrial(page, 'short');
	const code = (await page.getByText(/^(\w{4}-){3}\w{4}$/).textContent()) ?? '';
	await page.goto(`/check/${id}/result`);
	await page.getByRole('button', { name: 'Link erzeugen' }).click();
	const shown = page.getByRole('link', { name: /\/shared\// });
	const first = (await shown.getAttribute('href')) ?? '';

	const elsewhere = await (await browser.newContext()).newPage();
	await elsewhere.goto('/check/resume');
	await elsewhere.getByLabel('Ihr Code').fill(code);
	await elsewhere.getByRole('button', { name: 'Weitermachen' }).click();
	await elsewhere.waitForURL(/\/check\/[^/]{22}$/);
	await elsewhere.goto(`/check/${id}/result`);
	await expect(elsewhere.getByText('Es gibt schon einen Link.')).toBeVisible();
	await elsewhere.getByRole('button', { name: 'Neuen Link erzeugen' }).click();
	await expect(elsewhere.getByRole('link', { name: /\/shared\// })).not.toHaveAttribute('href', first);
	expect((await page.request.get(first)).status()).toBe(404);
	await page.reload();
	await expect(shown).toHaveCount(0);
	await expect(page.getByText('Es gibt schon einen Link.')).toBeVisible();
	await elsewhere.context().close();
});

test('looking changes nothing, and only who has the code can share', async ({ page, browser, baseURL }) => {
	const id = await startTrial(page, 'short');
	for (const action of ['share', 'endSharing']) {
		await page.request.get(`/check/${id}/result?/${action}`);
		const stranger = await browser.newContext();
		const headers = { origin: baseURL ?? '' };
		const response = await stranger.request.post(`/check/${id}/result?/${action}`, { form: {}, headers });
		expect(response.status()).toBe(404);
		await stranger.close();
	}
	await page.goto(`/check/${id}/result`);
	await expect(page.getByRole('button', { name: 'Link erzeugen' })).toBeVisible();
});

test.describe('in English', () => {
	test.use({ language: 'en', theme: 'dark' });

	test('sharing and the shared page are accessible, a wrong link too', async ({ page }) => {
		const id = await startTrial(page, 'short', { language: 'en' });
		await fillCheck(page, id, { variant: 'short', share: 0.5 });
		await page.goto(`/check/${id}/result`);
		await page.getByRole('button', { name: 'Make a link' }).click();
		const link = page.getByRole('link', { name: /\/shared\// });
		await expect(link).toBeVisible();
		await expectAccessible(page);
		await link.click();
		await expect(page.getByText('Shared for reading')).toBeVisible();
		await expectAccessible(page);
		await page.goto('/shared/nothing');
		await expectAccessible(page);
	});
});
