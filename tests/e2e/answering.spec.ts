import { expect } from '../support/browser.ts';
import { takeLink, test } from '../support/invited-round.ts';
import { answerLevel } from '../support/taking-a-check.ts';

test.describe.configure({ mode: 'default' });

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('from the link to answers that are submitted, changed, opened elsewhere, and withdrawn', async ({
			page,
			browser,
			invited
		}) => {
			const link = takeLink(invited, 'collecting');
			await page.goto(link);
			await expect(page.getByRole('heading', { name: /^Musterau lädt Sie ein/ })).toBeVisible();
			await expect(page.getByText('Ihre einzelnen Antworten sieht niemand in Ihrer Kommune')).toBeVisible();
			await page.getByRole('button', { name: 'Los geht’s' }).click();
			await expect(page).toHaveURL('/answer');
			await page.getByRole('link', { name: 'Mit der ersten Frage beginnen' }).click();
			const item = await page.locator('input[name^="rating."]').first().getAttribute('name');
			const first = (item ?? '').replace('rating.', '');
			await answerLevel(page, first, 4);
			if (javaScriptEnabled) await expect(page.getByRole('status')).toContainText('Gespeichert');
			await page.getByRole('button', { name: 'Weiter', exact: true }).click();
			await page.getByRole('button', { name: 'Zur Übersicht' }).click();
			await expect(page.getByText('Noch nicht abgegeben.')).toBeVisible();
			const code = (await page.locator('.code').textContent()) ?? '';
			expect(code).toMatch(/^(\w{4}-){3}\w{4}$/);

			await page.getByRole('link', { name: 'Hürden (freiwillig)' }).click();
			const hurdles = page.getByRole('combobox');
			await expect(hurdles).toHaveCount(16);
			for (const index of [0, 1, 2, 3]) await hurdles.nth(index).selectOption('Bremst stark');
			await page.getByRole('button', { name: 'Weiter', exact: true }).click();
			await expect(page.getByRole('alert')).toContainText('Nennen Sie höchstens 3');
			await expect(hurdles.nth(3)).toHaveValue('2');
			await hurdles.nth(0).selectOption('Keine Hürde');
			await page.getByRole('button', { name: 'Weiter', exact: true }).click();
			await expect(page.getByRole('heading', { name: 'Antworten prüfen' })).toBeVisible();
			await expect(page.getByText('Bremst stark')).toHaveCount(3);
			await page.getByRole('button', { name: 'Antworten abgeben' }).click();
			await expect(page.getByRole('heading', { name: 'Danke, Ihre Antworten sind abgegeben' })).toBeVisible();

			const elsewhere = await browser.newContext({ javaScriptEnabled });
			const other = await elsewhere.newPage();
			await other.goto(link);
			await other.getByText('Ich habe schon anderswo begonnen').click();
			await other.getByLabel('Ihr Code von dort').fill('K7MR-3TWQ-K7MR-3TWQ');
			await other.getByRole('button', { name: 'Weitermachen' }).click();
			await expect(other.getByRole('alert')).toContainText('Unter diesem Code und diesem Link ist nichts gespeichert');
			await expect(other.getByLabel('Ihr Code von dort')).toHaveValue('K7MR-3TWQ-K7MR-3TWQ');
			await other.getByLabel('Ihr Code von dort').fill(code.toLowerCase());
			await other.getByRole('button', { name: 'Weitermachen' }).click();
			await expect(other.getByText('Abgegeben.')).toBeVisible();
			const criterion = first.split('.')[0] ?? '';
			await other.goto(`/answer/${criterion}`);
			await expect(other.locator(`input[name="rating.${first}"][value="4"]`)).toBeChecked();
			await answerLevel(other, first, 2);
			await other.getByRole('button', { name: 'Zur Übersicht' }).click();
			await elsewhere.close();

			// Whoever has the link alone begins afresh and sees none of it.
			const stranger = await browser.newContext({ javaScriptEnabled });
			const curious = await stranger.newPage();
			await curious.goto(link);
			await curious.getByRole('button', { name: 'Los geht’s' }).click();
			await curious.goto(`/answer/${criterion}`);
			await expect(curious.locator('input[name^="rating."]:checked')).toHaveCount(0);
			await stranger.close();

			await page.goto(`/answer/${criterion}`);
			await expect(page.locator(`input[name="rating.${first}"][value="2"]`)).toBeChecked();
			await page.goto('/answer');
			await page.getByRole('link', { name: 'Antworten zurückziehen' }).click();
			await page.getByRole('button', { name: 'Endgültig löschen' }).click();
			await expect(page.getByText('Noch nicht abgegeben.')).toBeVisible();
			await page.goto(`/answer/${criterion}`);
			await expect(page.locator('input[name^="rating."]:checked')).toHaveCount(0);
		});
	});
