import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, LOOK_OF } from '../support/browser.ts';
import { pathOf, signInTo } from '../support/held-meeting.ts';
import { BEGUN, IMPROVED, placeOf, PLANNERS, READER, test } from '../support/planned-town.ts';

test.describe.configure({ mode: 'default' });
const PLAN = placeOf('plan');
const REVIEW = `${PLAN}/review`;
const [first = '', second = '', third = ''] = Object.keys(BEGUN);

/** Of the action with just this title: other stories of this town add actions of their own. */
const rowOf = (page: Page, name: string) =>
	page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });

for (const language of ['de', 'en'] as const)
	test.describe(language, () => {
		test.use(LOOK_OF[language]);

		test('plan, action, review and meeting with what has moved are accessible and fit', async ({ page, town }) => {
			await signInTo(page, PLANNERS.mika, PLAN);
			for (const path of [PLAN, `${PLAN}?view=board`, REVIEW, pathOf(town.rounds.next, `meeting/${IMPROVED}`)]) {
				await page.goto(path);
				await expect(page.getByText(first)).toBeVisible();
				await expectAccessible(page);
				await expectNoSidewaysScroll(page);
			}
			await page.goto(PLAN);
			await page.getByRole('link', { name: first }).click();
			await expect(page.locator('#moved')).toBeVisible();
			await expectAccessible(page);
			await expectNoSidewaysScroll(page);
		});
	});

test('each action tells what has moved since the round before', async ({ page }) => {
	await signInTo(page, READER, PLAN);
	const row = (name: string) => rowOf(page, name);
	await expect(row(first)).toContainText('Seit „Herbst 2024“: D1.1 +1,0');
	await expect(row(second)).toContainText('D1 +1,0 und B1 ±0,0');
	await row(first).getByRole('link').click();
	await expect(page.getByRole('heading', { name: 'Was sich bewegt hat' })).toBeVisible();
	await expect(page.getByText('von „Herbst 2024“ bis „Herbst 2025“')).toBeVisible();
});

test('in the next meeting the actions on an item stand beside it', async ({ page, town }) => {
	await signInTo(page, PLANNERS.kim, pathOf(town.rounds.next, `meeting/${IMPROVED}`));
	const actions = page.getByRole('region', { name: 'Maßnahmen dazu' });
	await expect(actions.getByRole('listitem')).toHaveText([`${second} (offen)`, `${first} (offen)`].sort());
});

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('after closing it is said of each action what became of it', async ({ page }) => {
			const title = javaScriptEnabled ? first : second;
			await signInTo(page, PLANNERS.kim, PLAN);
			await page.getByRole('link', { name: 'Durchgehen' }).click();
			await page.getByRole('button', { name: 'Speichern' }).click();
			await expect(page.getByRole('alert')).toContainText('Wählen Sie zu mindestens einer Maßnahme');
			const choice = (name: string) => page.getByRole('group', { name, exact: true });
			await choice(title).getByLabel('ist erledigt').check();
			if (javaScriptEnabled) await choice(third).getByLabel('geht weiter').check();
			await page.getByRole('button', { name: 'Speichern' }).click();
			await expect(rowOf(page, title)).toContainText('erledigt');
			await expect(rowOf(page, third)).toContainText('offen');
			await page.goto(REVIEW);
			await expect(choice(title)).toHaveCount(0);
			await expect(choice(third)).toHaveCount(0);
			if (!javaScriptEnabled) await expect(page.getByText('Zu allen Maßnahmen ist gesagt')).toBeVisible();
		});
	});
