import { expect, expectHydrated, test } from '../support/browser.ts';
import { arriveAt, expectInSight, follow, tabTo } from '../support/keyboard.ts';

for (const size of [
	{ width: 1280, height: 720 },
	{ width: 320, height: 640 }
])
	test(`a check is taken from the start page to the result by the keyboard alone, ${size.width} px wide`, async ({
		page
	}) => {
		test.slow();
		await page.setViewportSize(size);
		await page.goto('/');
		await page.keyboard.press('Tab');
		await expect(page.getByRole('link', { name: 'Zum Inhalt springen' })).toBeFocused();
		await page.keyboard.press('Enter');
		await follow(page, 'Selbstcheck starten');
		await arriveAt(page, '/check');
		await follow(page, 'Selbstcheck starten');
		await arriveAt(page, '/check/new');

		await tabTo(page, page.locator('input[name="extent"]').first());
		await page.keyboard.press('Space');
		await tabTo(page, page.locator('input[name="source"]').first());
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowDown');
		await expect(page.getByLabel('Nur ausprobieren')).toBeChecked();
		await follow(page, 'Beginnen', 'button');
		await arriveAt(page, /\/code$/);
		await follow(page, 'Zu den Fragen');
		await arriveAt(page, /\/check\/[^/]+$/);
		await follow(page, 'Mit der ersten Frage beginnen');

		await arriveAt(page, /\/D1$/);
		const level = page.locator('input[name="rating.D1.1"]');
		await tabTo(page, level.first());
		await page.keyboard.press('Space');
		await page.keyboard.press('ArrowDown');
		await expect(level.nth(1)).toBeChecked();
		await expectInSight(level.nth(1));
		await follow(page, 'Weiter', 'button');
		await arriveAt(page, /\/D2$/);
		await expectHydrated(page);
		await tabTo(page, page.locator('input[name="rating.D2.1"]').first());
		await page.keyboard.press('4');
		await expect(page.locator('input[name="rating.D2.1"][value="4"]')).toBeChecked();
		await follow(page, 'Zur Übersicht', 'button');
		await expect(page.getByText('2 von 18 Aussagen beantwortet')).toBeVisible();
		await follow(page, 'Antworten prüfen');
		await arriveAt(page, /\/review$/);
		await expect(page.getByRole('heading', { name: 'Antworten prüfen', level: 1 })).toBeVisible();
		await follow(page, 'Ergebnis ansehen');
		await arriveAt(page, /\/result$/);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	});
