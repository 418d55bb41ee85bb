import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, test, LOOK_OF } from '../support/browser.ts';
import { answerLevel, startTrial } from '../support/taking-a-check.ts';

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test(
			'targets are set, used, changed, taken away and kept',
			{ tag: javaScriptEnabled ? '@phone' : [] },
			async ({ page }) => {
				const id = await startTrial(page, 'short');
				await page.goto(`/check/${id}/D1`);
				await answerLevel(page, 'D1.1', 3);
				await page.getByLabel('Sehr wichtig').check();
				await page.getByRole('button', { name: 'Weiter' }).click();
				await answerLevel(page, 'D2.1', 1);
				await page.getByRole('button', { name: 'Weiter' }).click();
				await expect(page).toHaveURL(/\/D3$/);

				const priorities = page.getByRole('region', { name: 'Wo es sich am meisten lohnt' });
				const bars = page.getByRole('region', { name: 'Profil' });
				await page.goto(`/check/${id}/result`);
				await expect(priorities).toContainText('4 (nächste Stufe)');
				await priorities.locator('..').getByRole('link', { name: 'Eigene Ziele' }).click();

				const goals = page.getByRole('group', { name: 'Strategische Ziele' });
				const review = page.getByRole('group', { name: 'Nachhaltigkeitsprüfung' });
				await goals.getByLabel('Zielstufe').selectOption('5');
				await review.getByLabel('Zielstufe').selectOption('2');
				await review.getByLabel('Bis zum Jahr').fill('2030');
				await page.getByRole('button', { name: 'Ziele speichern' }).click();
				await expect(page.getByRole('alert')).toBeVisible();
				await expect(goals.getByLabel('Bis zum Jahr')).toHaveAttribute('aria-invalid', 'true');
				await expect(goals).toContainText('Geben Sie ein Jahr von 2020 bis 2100 ein.');
				await expect(review.getByLabel('Bis zum Jahr')).toHaveValue('2030');

				await goals.getByLabel('Bis zum Jahr').fill('2035');
				await page.getByRole('button', { name: 'Ziele speichern' }).click();
				await expect(page).toHaveURL(/\/result#priorities$/);
				await expect(priorities).toContainText('5 bis 2035');
				await expect(bars).toContainText('2 bis 2030');

				await page.goto(`/check/${id}/targets`);
				await review.getByLabel('Zielstufe').selectOption({ label: 'Kein eigenes Ziel' });
				await goals.getByLabel('Zielstufe').selectOption('4');
				await page.getByRole('button', { name: 'Ziele speichern' }).click();
				await expect(priorities).toContainText('4 bis 2035');
				await expect(priorities).toContainText('2 (nächste Stufe)');

				await page.goto(`/check/${id}/D1`);
				await expect(page.getByLabel('Sehr wichtig')).toBeChecked();
			}
		);
	});
}

test('choosing an importance leaves the target, in another window too', async ({ page, context }) => {
	const id = await startTrial(page, 'short');
	await page.goto(`/check/${id}/D1`);
	await answerLevel(page, 'D1.1', 3);
	const other = await context.newPage();
	await other.goto(`/check/${id}/targets`);
	await other.getByRole('group', { name: 'Strategische Ziele' }).getByLabel('Zielstufe').selectOption('5');
	await other.getByRole('group', { name: 'Strategische Ziele' }).getByLabel('Bis zum Jahr').fill('2030');
	await other.getByRole('button', { name: 'Ziele speichern' }).click();
	await expect(other).toHaveURL(/\/result#priorities$/);

	// Whoever is quick goes on before the service has answered.
	let letThrough = () => {};
	const gone = new Promise<void>((resolve) => (letThrough = resolve));
	await page.route('**/answers', async (route) => {
		await gone;
		await route.continue();
	});
	await page.getByLabel('Sehr wichtig').check();
	await page.getByRole('button', { name: 'Weiter' }).click();
	letThrough();
	await expect(page).toHaveURL(/\/D2$/);
	await other.reload();
	await expect(other.getByRole('region', { name: 'Wo es sich am meisten lohnt' })).toContainText('5 bis 2030');
	await expect(other.getByRole('region', { name: 'Wo es sich am meisten lohnt' })).toContainText('Sehr wichtig');
});

test('a target that was changed in another window is not overwritten unseen', async ({ page, context }) => {
	const id = await startTrial(page, 'short');
	await page.goto(`/check/${id}/targets`);
	const other = await context.newPage();
	await other.goto(`/check/${id}/targets`);
	const save = async (tab: Page, level: string) => {
		await tab.getByLabel('Zielstufe').first().selectOption(level);
		await tab.getByLabel('Bis zum Jahr').first().fill('2030');
		await tab.getByRole('button', { name: 'Ziele speichern' }).click();
	};
	await save(page, '3');
	await expect(page).toHaveURL(/\/result#priorities$/);
	await save(other, '5');
	await expect(other.getByRole('alert')).toContainText('inzwischen an anderer Stelle geändert');
	await expect(other.getByText('Inzwischen gespeichert: 3 bis 2030.')).toBeVisible();
	await other.getByRole('button', { name: 'Ziele speichern' }).click();
	await expect(other).toHaveURL(/\/result#priorities$/);
	await other.goto(`/check/${id}/targets`);
	await expect(other.getByLabel('Zielstufe').first()).toHaveValue('5');
});

test('the targets of a finished check stay as they were and go on into the copy', async ({ page }) => {
	const id = await startTrial(page, 'short');
	await page.goto(`/check/${id}/targets`);
	await page.getByLabel('Zielstufe').first().selectOption('4');
	await page.getByLabel('Bis zum Jahr').first().fill('2031');
	await page.getByRole('button', { name: 'Ziele speichern' }).click();
	await page.waitForURL(/\/result#priorities$/);
	await page.goto(`/check/${id}/targets`);
	const late = await page.context().newPage();
	await late.goto(`/check/${id}/targets`);
	await late.getByLabel('Bis zum Jahr').first().fill('2032');

	await page.goto(`/check/${id}/finish`);
	await page.getByRole('button', { name: 'Abschließen' }).click();
	await page.waitForURL(/\/result$/);
	await page.goto(`/check/${id}/targets`);
	await expect(page.getByText('so, wie sie beim Abschließen festgehalten wurden')).toBeVisible();
	await expect(page.getByRole('listitem').filter({ hasText: 'Strategische Ziele' })).toContainText(
		'4 Verankert bis 2031'
	);
	await expect(page.getByRole('button', { name: 'Ziele speichern' })).toHaveCount(0);
	await expectAccessible(page);
	await late.getByRole('button', { name: 'Ziele speichern' }).click();
	await expect(late.getByRole('alert')).toContainText('Ziele lassen sich hier nicht mehr ändern');

	await page.goto(`/check/${id}`);
	await page.getByRole('button', { name: 'Kopie öffnen und weiterarbeiten' }).click();
	await page.waitForURL(/\/code$/);
	await page.goto(page.url().replace(/code$/, 'targets'));
	await expect(page.getByLabel('Zielstufe').first()).toHaveValue('4');
	await expect(page.getByLabel('Bis zum Jahr').first()).toHaveValue('2031');
});

for (const language of ['de', 'en'] as const) {
	test.describe(language, () => {
		test.use(LOOK_OF[language]);
		test('the page of targets is accessible, fits 320 px and belongs to nobody else', async ({ page, browser }) => {
			const id = await startTrial(page, 'full', { language });
			await page.goto(`/check/${id}/targets`);
			await page.locator('select').first().selectOption({ index: 3 });
			await page.locator('form:has(select) button').last().click();
			await page.getByRole('alert').waitFor();
			await expectAccessible(page);
			await expectNoSidewaysScroll(page);
			const stranger = await browser.newContext();
			const foreign = await (await stranger.newPage()).goto(`/check/${id}/targets`);
			expect(foreign?.status()).toBe(404);
			await stranger.close();
		});
	});
}
