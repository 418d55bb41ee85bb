import { expect, test } from '../support/browser.ts';
import { fillCheck } from '../support/filled-check.ts';
import { printedPages } from '../support/printing.ts';
import { startTrial } from '../support/taking-a-check.ts';

const note = (item: string) =>
	`Zu ${item}: beschlossen im März, in drei von fünf Ämtern begonnen; wer berichtet, ist offen.`;

for (const [what, filling] of [
	['a full check with notes', { variant: 'full', comment: note }],
	['a check that is half answered', { variant: 'full', share: 0.5 }],
	['a short check', { variant: 'short' }]
] as const) {
	test(`${what} is printed on four to eight pages`, async ({ page }) => {
		const id = await startTrial(page, filling.variant);
		await fillCheck(page, id, filling);
		await page.goto(`/check/${id}/result`);
		const pages = await printedPages(page);
		expect(pages).toBeGreaterThanOrEqual(4);
		expect(pages).toBeLessThanOrEqual(8);
	});
}

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('what is folded is printed, too', async ({ page }) => {
		const id = await startTrial(page, 'short');
		await fillCheck(page, id, { variant: 'short', comment: note });
		await page.goto(`/check/${id}/result`);
		await page.emulateMedia({ media: 'print' });
		await expect(page.getByText(note('B6.1'))).toBeVisible();
	});
});

test.describe('in the dark theme', () => {
	test.use({ theme: 'dark' });

	test('paper is white, without buttons and links, with version and checksum', async ({ page }) => {
		const id = await startTrial(page, 'short');
		await fillCheck(page, id, { variant: 'short' });
		await page.goto(`/check/${id}/result`);
		await page.emulateMedia({ media: 'print' });
		await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
		await expect(page.getByRole('button')).toHaveCount(0);
		await expect(page.getByText(/Fassung 1\.0\.0 \(SHA-256 [0-9a-f]{64}\)/)).toBeVisible();
		const answer = page.getByRole('link', { name: /^Ihre Antwort:/ }).first();
		await expect(answer).toHaveCSS('text-decoration-line', 'none');
	});
});

test('the print button prints, with the radar that nobody has scrolled to', async ({ page }) => {
	await page.addInitScript(() => {
		window.print = () => document.body.setAttribute('data-printed', 'yes');
	});
	const id = await startTrial(page, 'short');
	await fillCheck(page, id, { variant: 'short' });
	await page.goto(`/check/${id}/result`);
	await page.getByRole('button', { name: 'Drucken oder als PDF sichern' }).click();
	await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes');
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('img', { name: /^Netzdiagramm mit 18 Achsen/ })).toBeVisible();
});
