import { expect, expectAccessible, expectNoSidewaysScroll, LOOK_OF } from '../support/browser.ts';
import { pathOf, signInTo } from '../support/held-meeting.ts';
import { PLANNERS, test } from '../support/planned-town.ts';

test.describe.configure({ mode: 'default' });

test('the organiser says something about the municipality until the round is closed', async ({ page, town }) => {
	await signInTo(page, PLANNERS.kim, pathOf(town.rounds.next, 'settings'));
	await page.getByRole('link', { name: 'Angaben zur Kommune (freiwillig)' }).click();
	const year = page.locator('main input[inputmode="numeric"]').first();
	const choice = page.locator('main input[type="radio"]').first();
	await year.fill('neulich');
	await choice.check();
	await page.getByRole('button', { name: 'Speichern' }).click();
	await expect(page.getByRole('alert')).toBeVisible();
	await expect(choice).toBeChecked();
	await year.fill('2019');
	await page.getByRole('button', { name: 'Speichern' }).click();
	await page.waitForURL(`**/rounds/${town.rounds.next}`);
	await page.goto(pathOf(town.rounds.next, 'settings/profile'));
	await expect(year).toHaveValue('2019');
	await expect(choice).toBeChecked();
	await page.goto(pathOf(town.rounds.later, 'settings/profile'));
	await expect(page.getByText('lassen sich nicht mehr ändern')).toBeVisible();
	await expect(choice).toBeDisabled();
	await expect(page.getByRole('button', { name: 'Speichern' })).toHaveCount(0);
});

for (const language of ['de', 'en'] as const)
	test.describe(language, () => {
		test.use(LOOK_OF[language]);

		test('the questions about the municipality are accessible and fit', async ({ page, town }) => {
			await signInTo(page, PLANNERS.mika, pathOf(town.rounds.next, 'settings/profile'));
			await expectAccessible(page);
			await expectNoSidewaysScroll(page);
		});
	});
