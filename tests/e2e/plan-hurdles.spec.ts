import { strFromU8, unzipSync } from 'fflate';
import { expect, expectAccessible, expectNoSidewaysScroll, LOOK_OF } from '../support/browser.ts';
import { pathOf, signInTo } from '../support/held-meeting.ts';
import { placeOf, PLANNERS, READER, test } from '../support/planned-town.ts';

test.describe.configure({ mode: 'default' });
const PLAN = placeOf('plan');

test('what stands in the way is read with its remedy, as far as enough people named it', async ({ page }) => {
	await signInTo(page, READER, PLAN);
	const hurdles = page.getByRole('region', { name: 'Was im Weg steht' });
	await expect(hurdles.getByRole('heading', { name: 'Haushaltszwang' })).toBeVisible();
	await expect(hurdles).toContainText('Mindestens 5 Personen haben sie genannt, im Mittel als: „Blockiert uns“.');
	await expect(hurdles).toContainText('Ordnen Sie vorhandene Ausgaben den Zielen zu');
	await expect(hurdles.getByRole('listitem')).toHaveCount(1);
	await expect(hurdles.getByRole('button')).toHaveCount(0);
});

test('the result of a round tells its hurdles and leads to what is done about them', async ({ page, town }) => {
	await signInTo(page, READER, pathOf(town.rounds.later, 'result'));
	const hurdles = page.getByRole('region', { name: 'Was im Weg steht' });
	await expect(hurdles.getByRole('listitem')).toHaveCount(1);
	await expect(hurdles).toContainText('Mindestens 5 Personen haben sie genannt, im Mittel als: „Blockiert uns“.');
	await expect(hurdles).toContainText('Was hilft: Ordnen Sie vorhandene Ausgaben den Zielen zu');
	await hurdles.getByRole('link', { name: 'Zu den Maßnahmen gegen Hürden' }).click();
	await expect(page).toHaveURL(`${PLAN}#hurdles`);

	const fileOf = async (format: string) =>
		(await page.request.get(pathOf(town.rounds.later, `result.${format}`))).body();
	const csv = (await fileOf('csv')).toString();
	expect(csv).toContain(';Genannt von mindestens;Bremst im Mittel;');
	expect(csv.match(/^Hürde;.*$/gm)).toEqual([expect.stringMatching(/^Hürde;H05;Haushaltszwang;.*;5;Blockiert uns;/)]);
	const workbook = unzipSync(await fileOf('xlsx'));
	expect(strFromU8(workbook['xl/workbook.xml'] ?? new Uint8Array())).toContain('"Hürden"');
	expect(strFromU8(workbook['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain('Ordnen Sie vorhandene Ausgaben');

	await page.goto(pathOf(town.rounds.earlier, 'result'));
	await expect(page.getByRole('heading', { name: 'Wie einig die Antworten waren' })).toBeVisible();
	await expect(page.getByText('Was im Weg steht')).toHaveCount(0);
});

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a hurdle becomes an action and is named by it', async ({ page }) => {
			await signInTo(page, PLANNERS.kim, `${PLAN}?view=board`);
			const hurdles = page.getByRole('region', { name: 'Was im Weg steht' });
			await hurdles.getByRole('button', { name: 'Als Maßnahme aufnehmen Haushaltszwang' }).click();
			await expect(page).toHaveURL(/[?]view=board&taken=/);
			await page.getByRole('link', { name: 'Maßnahme ergänzen' }).click();
			await expect(page.getByLabel('Was wird getan?')).toHaveValue(/^Ordnen Sie vorhandene Ausgaben/);
			await page.getByText('Hürden wählen (1 gewählt)').click();
			await expect(page.getByLabel('Haushaltszwang')).toBeChecked();
			await page.getByLabel('Fehlende Daten').check();
			await page.getByRole('button', { name: 'Speichern' }).click();
			await hurdles.getByRole('link', { name: /^Ordnen Sie/ }).click();
			await expect(page.getByText('Hürden wählen (2 gewählt)')).toBeVisible();
			await page.getByLabel('Ja, diese Maßnahme löschen').check();
			await page.getByRole('button', { name: 'Löschen' }).click();
			await expect(page).toHaveURL(/[?]view=board&deleted=yes$/);
			await expect(hurdles.getByRole('button', { name: /^Als Maßnahme aufnehmen/ })).toBeVisible();
		});
	});

for (const language of ['de', 'en'] as const)
	test.describe(language, () => {
		test.use(LOOK_OF[language]);

		test('the plan with its hurdles is accessible and fits', async ({ page }) => {
			await signInTo(page, PLANNERS.mika, PLAN);
			await expect(page.locator('#hurdles')).toBeVisible();
			await expectAccessible(page);
			await expectNoSidewaysScroll(page);
		});

		test('the result with its hurdles is accessible and fits', async ({ page, town }) => {
			await signInTo(page, READER, pathOf(town.rounds.later, 'result'));
			await expect(page.locator('#hurdles')).toBeVisible();
			await expectAccessible(page);
			await expectNoSidewaysScroll(page);
		});
	});
