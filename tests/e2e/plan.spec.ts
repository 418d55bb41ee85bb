import { readFileSync } from 'node:fs';
import { roundPlace } from '../support/making-rounds.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, LOOK_OF } from '../support/browser.ts';
import { OBSERVER, ORGANISERS, pathOf, signInTo, test } from '../support/held-meeting.ts';

test.describe.configure({ mode: 'default' });
const [KIM] = ORGANISERS;
const PLAN = `/assessments/${roundPlace.key}/plan`;

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('from the closed round to an action that is done', async ({ page, meeting }) => {
			const round = meeting.rounds[javaScriptEnabled ? 'planned' : 'plannedPlain'];
			await signInTo(page, KIM, pathOf(round, 'meeting'));
			await page.getByRole('link', { name: 'Zum nächsten offenen Punkt' }).click();
			await page.locator('#settlement-2').check();
			await page.locator('#reason').fill('Ratsbeschluss von 2025');
			await page.getByRole('button', { name: 'Festlegen' }).click();
			await expect(page.getByText('Festgelegt: 2 Vereinzelt.')).toBeVisible();
			await page.getByRole('link', { name: 'Zur Tagesordnung' }).click();
			await page.getByRole('button', { name: /^Alle 17 offenen/ }).click();
			await expect(page.getByText('Alle weiteren Aussagen sind angenommen.')).toBeVisible();
			await page.getByRole('link', { name: 'Runde abschließen' }).click();
			await page.getByRole('button', { name: 'Jetzt abschließen' }).click();
			await page.getByRole('link', { name: 'Maßnahmen zu diesem Ergebnis' }).click();

			await page
				.getByRole('button', { name: /^Übernehmen/ })
				.first()
				.click();
			await expect(page.getByText('Die Maßnahme steht im Plan.')).toBeVisible();
			await page.getByRole('table').getByRole('link').last().click();
			const title = await page.getByLabel('Was wird getan?').inputValue();
			await page.getByLabel('Was wird getan?').fill('');
			await page.getByLabel('Zuständige Stelle').fill('Kämmerei');
			await page.getByRole('button', { name: 'Speichern' }).click();
			await expect(page.getByRole('alert')).toContainText('Beschreiben Sie in höchstens 500 Zeichen');
			await expect(page.getByLabel('Zuständige Stelle')).toHaveValue('Kämmerei');
			await page.getByLabel('Was wird getan?').fill(title);
			await page.getByLabel('Zu erledigen bis').fill('2020-01-31');
			await page.getByRole('button', { name: 'Speichern' }).click();
			const row = page.getByRole('row').filter({ hasText: 'Kämmerei' }).filter({ hasText: title });
			await expect(row).toContainText('31. Januar 2020 (überfällig)');

			await page.getByLabel('nur überfällige').check();
			await page.getByRole('button', { name: 'Anzeigen', exact: true }).click();
			await expect(page).toHaveURL(/overdue=yes/);
			await row.getByRole('link').click();
			// The filter of the page before has a field of the same name.
			await expect(page.getByLabel('Was wird getan?')).toBeVisible();
			await page.getByLabel('Stand', { exact: true }).selectOption('erledigt');
			await page.getByRole('button', { name: 'Speichern' }).click();
			await expect(row).toHaveCount(0);
			await page.getByRole('link', { name: 'Alle anzeigen' }).click();
			await expect(row).toContainText('erledigt');
			await row.getByRole('link').click();
			await expect(page.getByRole('cell', { name: 'von „offen“ zu „erledigt“' })).toBeVisible();

			await page.getByRole('button', { name: 'Löschen' }).click();
			await expect(page.getByRole('alert')).toContainText('Bestätigen Sie');
			await expect(page.getByLabel('Zuständige Stelle')).toHaveValue('Kämmerei');
			await page.getByLabel('Ja, diese Maßnahme löschen').check();
			await page.getByRole('button', { name: 'Löschen' }).click();
			await expect(page.getByText('Die Maßnahme ist gelöscht.')).toBeVisible();
			await expect(row).toHaveCount(0);
		});
	});

test('the plan as files, and read by an observer who changes nothing', async ({ page, browser }) => {
	await signInTo(page, KIM, `${PLAN}/new`);
	await page.getByLabel('Was wird getan?').fill('=1+1; Leitlinie, beschließen');
	await page.getByLabel('Zu erledigen bis').fill('2099-06-30');
	await page.getByRole('button', { name: 'Speichern' }).click();
	await expect(page.getByText('Gespeichert.')).toBeVisible();
	const [calendar] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Termine für den Kalender (ICS)' }).click()
	]);
	const text = readFileSync(await calendar.path(), 'utf8');
	expect(text).toContain('DTSTART;VALUE=DATE:20990630\r\n');
	expect(text).toContain('SUMMARY:=1+1\\; Leitlinie\\, beschließen\r\n');
	const [table] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Maßnahmen als Tabelle (XLSX)' }).click()
	]);
	expect(
		readFileSync(await table.path())
			.subarray(0, 2)
			.toString()
	).toBe('PK');

	const other = await (await browser.newContext()).newPage();
	await signInTo(other, OBSERVER, PLAN);
	await expect(other.getByRole('link', { name: 'Neue Maßnahme' })).toHaveCount(0);
	await other.getByRole('link', { name: '=1+1; Leitlinie, beschließen' }).click();
	await expect(other.getByText('30. Juni 2099')).toBeVisible();
	await expect(other.getByRole('button', { name: 'Speichern' })).toHaveCount(0);
	const headers = { origin: new URL(other.url()).origin };
	for (const action of ['change', 'delete'])
		expect((await other.request.post(`${other.url()}?/${action}`, { headers, form: { sure: 'yes' } })).status()).toBe(
			404
		);
	expect((await other.request.post(`${PLAN}?/take`, { headers, form: { item: 'D1.1' } })).status()).toBe(404);
	expect((await other.goto(`${PLAN}/new`))?.status()).toBe(404);
	await other.context().close();
});

for (const language of ['de', 'en'] as const)
	test.describe(language, () => {
		test.use(LOOK_OF[language]);

		test('all pages of the plan are accessible and fit', async ({ page }) => {
			await signInTo(page, KIM, `${PLAN}/new`);
			await page.locator('#title').fill(`Eine Maßnahme mit einem ${'sehr'.repeat(30)} langen Wort`);
			await page.locator('summary').first().click();
			await expectAccessible(page);
			await expectNoSidewaysScroll(page);
			await page.locator('main form .kern-btn--primary').click();
			await page.waitForURL(`**${PLAN}?saved`);
			await expectAccessible(page);
			await expectNoSidewaysScroll(page);
			await page.getByRole('table').getByRole('link').last().click();
			await expect(page.locator('#sure')).toBeVisible();
			await expectAccessible(page);
			await expectNoSidewaysScroll(page);
		});
	});
