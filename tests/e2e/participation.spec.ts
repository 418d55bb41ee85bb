import { addDays } from '#lib/domain/day.ts';
import { today } from '#lib/server/today.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, LOOK_OF } from '../support/browser.ts';
import { test } from '../support/collecting-rounds.ts';
import { ORGANISERS, pathOf, signInTo } from '../support/held-meeting.ts';

test.describe.configure({ mode: 'default' });
const overview = (id: string) => pathOf(id, '').replace(/\/$/, '');

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('D12: counts per group, none below five, and what is withheld is not told by the total', async ({
		page,
		collecting
	}) => {
		await signInTo(page, ORGANISERS[0], overview(collecting.rounds.many));
		await expect(page.getByText('Mindestens 15 Rückmeldungen von 27 Eingeladenen')).toBeVisible();
		await expect(page.getByText('Empfohlen: 10, nötig: 5.')).toBeVisible();
		await expect(page.getByRole('listitem').filter({ hasText: 'Beschäftigte' })).toContainText('12 von 20');
		await expect(page.getByRole('listitem').filter({ hasText: 'Kämmerei' })).toContainText('weniger als 5 von 3');
		await expect(page.getByText('Wer geantwortet hat, sehen auch Sie nicht.')).toBeVisible();
	});

	test('with too few the page says what that means and what to do, before ending, too', async ({
		page,
		collecting
	}) => {
		await signInTo(page, ORGANISERS[0], overview(collecting.rounds.few));
		await expect(page.getByText('Bisher weniger als 5 Rückmeldungen von 8 Eingeladenen')).toBeVisible();
		await expect(page.getByRole('heading', { name: 'Weniger als 5 Rückmeldungen' })).toBeVisible();
		await page.getByRole('link', { name: 'Befragung beenden' }).click();
		await expect(page.getByText(/Sie beenden die Befragung vorzeitig/)).toBeVisible();
		await expect(page.getByText('dann legt allein die Konsenssitzung fest')).toBeVisible();
	});

	test('once the last day has passed it can be made longer', async ({ page, collecting }) => {
		await signInTo(page, ORGANISERS[0], overview(collecting.rounds.over));
		await expect(page.getByText(/Zurzeit kann niemand antworten/)).toBeVisible();
		await page.getByLabel('Neuer letzter Tag').fill(addDays(today(), 3));
		await page.getByRole('button', { name: 'Frist verschieben' }).click();
		await expect(page.getByText(/noch 3 Tage/)).toBeVisible();
	});
});

for (const language of ['de', 'en'] as const)
	test.describe(`in ${language}`, () => {
		test.use(LOOK_OF[language]);

		test('participation is accessible and fits the screen', async ({ page, collecting }) => {
			const { many, few } = collecting.rounds;
			await signInTo(page, ORGANISERS[0], overview(many));
			for (const path of [overview(many), overview(few), `${overview(few)}/end`]) {
				await page.goto(path);
				await expectAccessible(page);
				await expectNoSidewaysScroll(page);
			}
		});
	});
