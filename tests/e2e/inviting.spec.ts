import { expect } from '../support/browser.ts';
import { pathOf, signInTo } from '../support/held-meeting.ts';
import { ORGANISER, test } from '../support/invited-round.ts';

test.describe.configure({ mode: 'default' });

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a list with mistakes is mended, an address corrected and another taken off', async ({ page, invited }) => {
			const of = javaScriptEnabled ? 'js' : 'plain';
			await signInTo(page, ORGANISER, pathOf(invited.rounds.drafted.id, 'invitations'));
			await expect(page.getByText('Noch bekommt niemand Post.')).toBeVisible();
			const list = page.getByLabel('E-Mail-Adressen');
			const lines = [`anna-${of}@musterau.example`, 'Bernd ohne Adresse', `carla-${of}@musterau.example;Rat`];
			await list.fill(lines.join('\n'));
			await page.getByLabel('Rolle').first().selectOption('Beschäftigte');
			await page.getByRole('button', { name: 'Hinzufügen', exact: true }).click();
			await expect(page.getByRole('alert')).toContainText('Eine Zeile lässt sich nicht lesen');
			await expect(page.getByText('Zeile 2: Das ist keine E-Mail-Adresse.')).toBeVisible();
			await expect(list).toHaveValue(lines.join('\n'));
			await expect(page.getByLabel('Rolle').first()).toHaveValue('staff');
			await list.fill(
				lines.map((line) => line.replace('Bernd ohne Adresse', `Bernd <bernd-${of}@musterau.example>`)).join('\n')
			);
			await page.getByRole('button', { name: 'Hinzufügen', exact: true }).click();
			await expect(page.getByText('3 Adressen hinzugefügt.')).toBeVisible();
			await expect(page.getByRole('row').filter({ hasText: `carla-${of}@` })).toContainText('Rat');

			const row = page.getByRole('row').filter({ hasText: `bernd-${of}@` });
			await row.getByRole('link', { name: 'ändern' }).click();
			await page.getByLabel('Richtige Adresse').fill(`anna-${of}@musterau.example`);
			await page.getByRole('button', { name: 'Speichern' }).click();
			await expect(page.getByRole('alert')).toContainText('Diese Adresse steht schon auf der Liste.');
			await page.getByLabel('Richtige Adresse').fill(`bernhard-${of}@musterau.example`);
			await page.getByRole('button', { name: 'Speichern' }).click();
			await expect(page.getByRole('row').filter({ hasText: `bernhard-${of}@` })).toContainText('Beschäftigte');
			await expect(row).toHaveCount(0);

			const gone = page.getByRole('row').filter({ hasText: `anna-${of}@` });
			await gone.getByRole('link', { name: 'ändern' }).click();
			await page.getByRole('button', { name: 'Streichen' }).click();
			await expect(page.getByRole('row').filter({ hasText: `carla-${of}@` })).toBeVisible();
			await expect(gone).toHaveCount(0);
		});
	});
