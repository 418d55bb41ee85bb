import { expect, expectAccessible, expectNoSidewaysScroll, test } from '../support/browser.ts';

test.describe('choosing a municipality', { tag: '@phone' }, () => {
	test.beforeEach(async ({ page }) => {
		await page.goto('/check/new');
		await page.getByRole('combobox', { name: 'Ihre Kommune' }).waitFor();
	});

	test('by letters and a tap', async ({ page }) => {
		const field = page.getByRole('combobox', { name: 'Ihre Kommune' });
		await field.fill('sankt ulv');
		const option = page.getByRole('option', {
			name: /Sankt Ulver, Stadt.*Kreis Musterau-Zwolfen.*Nordrhein-Westfalen/
		});
		await option.click();
		await expect(field).toHaveValue('Sankt Ulver, Stadt');
		await expect(page.locator('[name=municipalityKey]')).toHaveValue('05902003');
		await expect(page.getByRole('listbox')).toBeHidden();
	});

	test('by the keyboard alone', async ({ page }) => {
		const field = page.getByRole('combobox', { name: 'Ihre Kommune' });
		await field.focus();
		await page.keyboard.type('musterau');
		await expect(page.getByRole('status').filter({ hasText: 'Gefunden: 5' })).toBeVisible();
		await expect(field).toHaveAttribute('aria-expanded', 'true');
		await page.keyboard.press('ArrowDown');
		const active = page.getByRole('option', { selected: true });
		await expect(active).toContainText('Musterau, Stadt');
		await expect(field).toHaveAttribute('aria-activedescendant', (await active.getAttribute('id')) ?? '');
		await page.keyboard.press('ArrowUp');
		await expect(active).toContainText('Kreis Musterau-Zwolfen');
		await page.keyboard.press('Escape');
		await expect(field).toHaveAttribute('aria-expanded', 'false');
		await expect(field).toHaveValue('musterau');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await expect(field).toHaveValue('Musterau, Stadt');
	});

	test('lets the association answer where there is one, and only then', async ({ page }) => {
		const field = page.getByRole('combobox', { name: 'Ihre Kommune' });
		await field.fill('öhmerbüttel');
		await page.getByRole('option').first().click();
		await page.getByRole('checkbox', { name: /Amt Quorner Geest/ }).check();
		await field.fill('vanterförde');
		await page.getByRole('option').first().click();
		await expect(page.getByRole('checkbox', { name: /antwortet für uns/ })).toHaveCount(0);
		await field.fill('tadderlund');
		await page.getByRole('option').first().click();
		await expect(page.getByRole('checkbox', { name: /Amt Quorner Geest/ })).not.toBeChecked();
	});

	test('typing on takes the choice back', async ({ page }) => {
		const field = page.getByRole('combobox', { name: 'Ihre Kommune' });
		await field.fill('öhmerbüttel');
		await page.getByRole('option').first().click();
		await field.press('Backspace');
		await expect(page.locator('[name=municipalityKey]')).toHaveValue('');
	});

	test('says so where nothing fits', async ({ page }) => {
		await page.getByRole('combobox', { name: 'Ihre Kommune' }).fill('xyzzy');
		await expect(page.getByText('Keine Kommune gefunden')).toBeVisible();
	});

	test('tells of a lost connection and goes on when it is back', async ({ page, context }) => {
		const field = page.getByRole('combobox', { name: 'Ihre Kommune' });
		await context.setOffline(true);
		await field.fill('zwolfen');
		await expect(page.getByText('Keine Verbindung')).toBeVisible();
		await expect(page.getByRole('button', { name: 'Noch einmal suchen' })).toBeVisible();
		await context.setOffline(false);
		await expect(page.getByRole('option').first()).toBeVisible();
	});

	test('the open list is accessible and fits the screen', async ({ page }) => {
		await page.getByRole('combobox', { name: 'Ihre Kommune' }).fill('öhm');
		await page.getByRole('option').first().waitFor();
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);
	});
});

test.describe('choosing a municipality without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('searches by a form and chooses by a radio button', async ({ page }) => {
		await page.goto('/check/new');
		await page.getByRole('radio', { name: /^Vollständig/ }).check();
		await page.getByRole('searchbox', { name: 'Ihre Kommune' }).fill('musterau');
		await page.getByRole('button', { name: 'Suchen' }).click();
		await expect(page.getByRole('radio', { name: /^Vollständig/ })).toBeChecked();
		await expect(page.getByRole('searchbox', { name: 'Ihre Kommune' })).toHaveValue('musterau');
		await page.getByRole('radio', { name: /^Musterau Gemeinde.*Thüringen/ }).check();
		await page.getByRole('checkbox', { name: /Gemeindeverband antwortet/ }).check();
		await page.getByRole('button', { name: 'Beginnen' }).click();
		await expect(page).toHaveURL(/\/check\/[^/]+\/code/);
	});

	test('a single result is chosen already', async ({ page }) => {
		await page.goto('/check/new');
		await page.getByRole('searchbox', { name: 'Ihre Kommune' }).fill('zwolfenrath');
		await page.getByRole('button', { name: 'Suchen' }).click();
		await expect(page.getByRole('radio', { name: /^Zwolfenrath/ })).toBeChecked();
	});
});

test('the search refuses what is too short or too long, and offers ten at most', async ({ request }) => {
	for (const text of ['', 'm', ' m ', 'm'.repeat(101)]) {
		const response = await request.get('/municipalities', { params: { q: text } });
		expect(response.status()).toBe(400);
		expect(await response.json()).toEqual({ message: expect.stringContaining('100') });
	}
	const response = await request.get('/municipalities', { params: { q: 'öh' } });
	expect(response.headers()['cache-control']).toContain('max-age');
	expect(await response.json()).toHaveLength(10);
});
