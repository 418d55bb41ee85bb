import { expect, test } from '../support/browser.ts';
import { answerLevel, startTrial } from '../support/taking-a-check.ts';

test.use({ javaScriptEnabled: false });

test('a check is taken from start to review without JavaScript', { tag: '@phone' }, async ({ page }) => {
	const id = await startTrial(page, 'short');
	await page.getByRole('link', { name: 'Zu den Fragen' }).click();
	await page.getByRole('link', { name: 'Mit der ersten Frage beginnen' }).click();
	await answerLevel(page, 'D1.1', 3);
	await page.getByLabel('Sehr wichtig').check();
	await page.getByRole('button', { name: 'Weiter' }).click();
	await expect(page).toHaveURL(new RegExp(`${id}/D2$`));
	await page.getByLabel('Weiß ich nicht').check();
	await page.getByRole('button', { name: 'Zur Übersicht' }).click();
	await expect(page.getByText('2 von 18 Aussagen beantwortet')).toBeVisible();
	await page.getByRole('link', { name: 'Strategische Ziele' }).click();
	await expect(page.locator('input[name="rating.D1.1"][value="3"]')).toBeChecked();
	await expect(page.getByLabel('Sehr wichtig')).toBeChecked();
});

test('a missing reason is asked for at its field, with everything typed kept', async ({ page }) => {
	const id = await startTrial(page, 'short');
	await page.goto(`/check/${id}/D1`);
	await page.getByText('Nachweise und Notiz').click();
	await page.getByLabel('Notiz').fill('Beschluss liegt im Archiv.');
	await page.getByLabel('Trifft auf uns nicht zu').check();
	await page.getByRole('button', { name: 'Weiter' }).click();
	await expect(page.getByRole('alert')).toContainText('Bitte begründen Sie');
	await expect(page.getByLabel('Notiz')).toHaveValue('Beschluss liegt im Archiv.');
	await expect(page.getByLabel('Warum trifft die Aussage')).toBeVisible();
});

test('a choice can be cleared', async ({ page }) => {
	const id = await startTrial(page, 'short');
	await page.goto(`/check/${id}/D1`);
	await answerLevel(page, 'D1.1', 3);
	await page.getByRole('button', { name: 'Weiter' }).click();
	await expect(page).toHaveURL(/\/D2$/);
	await page.goto(`/check/${id}/D1`);
	await expect(page.locator('input[name="rating.D1.1"][value="3"]')).toBeChecked();
	await page.getByRole('button', { name: 'Auswahl löschen' }).click();
	await expect(page.locator('input[name="rating.D1.1"]:checked')).toHaveCount(0);
});

test('Enter goes on and leaves the choice', async ({ page }) => {
	const id = await startTrial(page, 'short');
	await page.goto(`/check/${id}/D1`);
	await answerLevel(page, 'D1.1', 3);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/D2$/);
	await page.goto(`/check/${id}/D1`);
	await page.locator('input[name="rating.D1.1"][value="3"]').press('Enter');
	await expect(page).toHaveURL(/\/D2$/);
	await page.goto(`/check/${id}/D1`);
	await expect(page.locator('input[name="rating.D1.1"][value="3"]')).toBeChecked();
});

test('two windows that answer differently: the later one is told and may decide', async ({ page, context }) => {
	const id = await startTrial(page, 'short');
	await page.goto(`/check/${id}/D1`);
	const other = await context.newPage();
	await other.goto(`/check/${id}/D1`);
	await answerLevel(page, 'D1.1', 2);
	await page.getByRole('button', { name: 'Weiter' }).click();
	await expect(page).toHaveURL(/\/D2$/);
	await answerLevel(other, 'D1.1', 5);
	await other.getByRole('button', { name: 'Weiter' }).click();
	await expect(other.getByRole('alert')).toContainText('inzwischen an anderer Stelle');
	await expect(other.locator('input[name="rating.D1.1"][value="5"]')).toBeChecked();
	await other.getByRole('button', { name: 'Weiter' }).click();
	await expect(other).toHaveURL(/\/D2$/);
	await page.goto(`/check/${id}/D1`);
	await expect(page.locator('input[name="rating.D1.1"][value="5"]')).toBeChecked();
});

test('language and theme are chosen and kept', async ({ page }) => {
	await page.goto('/check');
	await page.getByRole('button', { name: 'English' }).click();
	await expect(page).toHaveURL(/\/check$/);
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	await page.getByRole('button', { name: 'Dark' }).click();
	await expect(page.locator('html')).toHaveAttribute('data-kern-theme', 'dark');
	await expect(page.getByRole('heading', { name: 'Self-check' })).toBeVisible();
});
