import { expect, expectAccessible, expectNoSidewaysScroll, LOOK_OF } from '../support/browser.ts';
import { signInTo } from '../support/held-meeting.ts';
import { placeOf, PLANNERS, READER, test } from '../support/planned-town.ts';

test.describe.configure({ mode: 'default' });
const { kim, mika } = PLANNERS;
const PAGE = placeOf('comparison');

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a municipality agrees to the comparison and withdraws, each with day and person', async ({ page }) => {
			await signInTo(page, kim, PAGE);
			await expect(page.getByText('Das geschieht mit der nächsten Veröffentlichung')).toContainText('Stichtag');
			await expect(page.getByText('was veröffentlicht ist, bleibt veröffentlicht')).toBeVisible();
			const row = page.getByRole('row').filter({ hasText: 'Herbst 2025' });
			await row.getByRole('button', { name: 'Dem Vergleich zustimmen: Herbst 2025' }).click();
			await expect(page.getByRole('status')).toContainText('Zugestimmt.');
			await expect(row).toContainText(`durch ${kim}`);
			await expect(page.getByRole('row').filter({ hasText: 'Herbst 2024' }).getByRole('button')).toBeVisible();
			await page.getByRole('button', { name: 'Zustimmung widerrufen' }).click();
			await expect(page.getByRole('status')).toContainText('Widerrufen.');
			await expect(row.getByRole('button')).toBeVisible();
			await expect(page.getByText(`durch ${kim}.`)).toBeVisible();
			await page.goto(placeOf('audit'));
			await expect(page.getByText('Zustimmung zum Vergleich widerrufen').first()).toBeVisible();
		});
	});

test('whoever only reads finds no such page', async ({ page }) => {
	await signInTo(page, READER, placeOf('plan'));
	await expect(page.getByRole('link', { name: 'Vergleich', exact: true })).toHaveCount(0);
	expect((await page.goto(PAGE))?.status()).toBe(404);
});

for (const language of ['de', 'en'] as const)
	test.describe(language, () => {
		test.use(LOOK_OF[language]);

		test('the page is accessible and fits', async ({ page }) => {
			await signInTo(page, mika, PAGE);
			await page.locator('td button').first().click();
			await expect(page.getByRole('status')).toBeVisible();
			await expectAccessible(page);
			await expectNoSidewaysScroll(page);
		});
	});
