import type { Page } from '@playwright/test';
import { expect, expectHydrated, test } from '../support/browser.ts';
import { answerLevel, startTrial } from '../support/taking-a-check.ts';

/** Everything the result says, folded parts included, but for the day it is of. */
async function resultText(page: Page, id: string, javaScriptEnabled: boolean): Promise<string[]> {
	await page.goto(`/check/${id}/result`);
	// Only then charts offer themselves as images.
	if (javaScriptEnabled) await expectHydrated(page);
	const parts = await page.locator('article section').allTextContents();
	return parts.map((part) => part.replaceAll(/\s+/g, ' ').trim()).filter((part) => part !== '');
}

async function answerAndGoOn(page: Page, id: string, levels: Record<string, number>) {
	for (const [criterion, level] of Object.entries(levels)) {
		await page.goto(`/check/${id}/${criterion}`);
		await answerLevel(page, `${criterion}.1`, level);
		await page.getByRole('button', { name: 'Weiter' }).click();
		await expect(page).not.toHaveURL(new RegExp(`/${criterion}$`));
	}
}

/** Not the method sheet, which names what was frozen, nor what only a finished check has or an open one offers. */
const isScored = (part: string) => !/SHA-256|^Vergleich|^Unterlagen/.test(part);

/** What a council hears of a result that stays. */
const PAPERS = ['paper.docx', 'slides.pptx'];

async function finish(page: Page, id: string) {
	await page.goto(`/check/${id}/review`);
	await page.getByRole('link', { name: 'Selbstcheck abschließen' }).click();
	await page.getByRole('button', { name: 'Abschließen' }).click();
	await expect(page).toHaveURL(/\/result$/);
	await expect(page.getByText('Abgeschlossen', { exact: true }).first()).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test(
			'a finished check keeps its result, and one goes on in a copy',
			{ tag: javaScriptEnabled ? '@phone' : [] },
			async ({ page }) => {
				const id = await startTrial(page, 'short');
				await answerAndGoOn(page, id, { D1: 3, D2: 2, D3: 4, D4: 1, D5: 5 });
				const open = await resultText(page, id, javaScriptEnabled);
				for (const file of PAPERS) expect((await page.request.get(`/check/${id}/${file}`)).status(), file).toBe(404);
				await finish(page, id);
				for (const file of PAPERS) {
					const saving = page.waitForEvent('download');
					await page.locator(`a[href$="/${file}"]`).click();
					expect((await saving).suggestedFilename()).toMatch(
						/^(mitteilungsvorlage|praesentation)_versuch_[\d-]+\.(docx|pptx)$/
					);
				}
				const finished = await resultText(page, id, javaScriptEnabled);
				// Only an open check offers to change an answer.
				const lasting = (parts: string[]) => parts.filter(isScored).map((part) => part.replaceAll(/Ändern|\s/g, ''));
				expect(lasting(finished)).toEqual(lasting(open));

				const change = { questionId: 'D1.1', revision: 99, value: { rating: 5 } };
				const answer = await page.request.put(`/check/${id}/answers`, { data: { changes: [change] } });
				expect(answer.status()).toBe(409);
				await page.goto(`/check/${id}/D1`);
				await expect(page.locator('input[name="rating.D1.1"][value="5"]')).toBeDisabled();
				await page.getByRole('button', { name: 'Weiter' }).click();
				await expect(page).toHaveURL(/\/D2$/);

				await page.goto(`/check/${id}`);
				await page.getByRole('button', { name: 'Kopie öffnen und weiterarbeiten' }).click();
				await page.getByRole('link', { name: 'Zu den Fragen' }).click();
				await expect(page.getByText('0 von 18 Aussagen beantwortet')).toBeVisible();
				await expect(page.getByText('1 zu bestätigen')).toHaveCount(5);
				await page.getByRole('link', { name: 'Strategische Ziele' }).click();
				await expect(page.getByText('Stimmt das noch?')).toBeVisible();
				await expect(page.locator('input[name="rating.D1.1"][value="3"]')).toBeChecked();
				await page.getByRole('button', { name: 'Weiter' }).click();
				await expect(page).toHaveURL(/\/D2$/);
				await answerLevel(page, 'D2.1', 5);
				await page.getByRole('button', { name: 'Zur Übersicht' }).click();
				await expect(page.getByText('2 von 18 Aussagen beantwortet')).toBeVisible();
				await expect(page.getByText('1 zu bestätigen')).toHaveCount(3);

				expect(await resultText(page, id, javaScriptEnabled)).toEqual(finished);
			}
		);
	});
}

test('in a finished check with answers that were never confirmed one reads on, and nothing is sent', async ({
	page
}) => {
	const id = await startTrial(page, 'short');
	await answerAndGoOn(page, id, { A2: 2 });
	await finish(page, id);
	await page.goto(`/check/${id}`);
	await page.getByRole('button', { name: 'Kopie öffnen und weiterarbeiten' }).click();
	await page.waitForURL(/\/code$/);
	const copy = page.url().split('/').at(-2) ?? '';
	await finish(page, copy);
	await page.goto(`/check/${copy}/A2`);
	await page.getByRole('button', { name: 'Weiter' }).click();
	await expect(page).toHaveURL(/\/A3$/);
	await expect(page.getByRole('status')).toHaveText('');
});

test('an answer that is to be confirmed is not confirmed by going back', async ({ page }) => {
	const id = await startTrial(page, 'short');
	await answerAndGoOn(page, id, { A2: 2 });
	await finish(page, id);
	await page.goto(`/check/${id}`);
	await page.getByRole('button', { name: 'Kopie öffnen und weiterarbeiten' }).click();
	await page.getByRole('link', { name: 'Zu den Fragen' }).click();
	await page.getByText('1 zu bestätigen').waitFor();
	const copy = new URL(page.url()).pathname;
	await page.goto(`${copy}/A2`);
	await page.getByRole('button', { name: 'Zurück' }).click();
	await expect(page).toHaveURL(/\/A1$/);
	await page.goto(copy);
	await expect(page.getByText('1 zu bestätigen')).toBeVisible();
});
