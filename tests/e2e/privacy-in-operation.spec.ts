import { strFromU8, unzipSync } from 'fflate';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '../support/browser.ts';
import { AUDIT_MONTHS, BACKUP_DAYS, RESPONSE_MONTHS } from '#lib/domain/retention.ts';
import { seeded, signInAs, takeTown } from '../support/members.ts';

test('every member reads the sheet for data protection and works council, nobody else does @phone', async ({
	page,
	context,
	baseURL
}) => {
	const { key, name, organiser, observer } = takeTown();
	await signInAs(context, organiser, baseURL);
	await page.goto(`/assessments/${key}`);
	await page.getByRole('navigation', { name }).getByRole('link', { name: 'Datenschutz' }).click();
	await expect(page.getByRole('heading', { name: 'Datenschutzblatt', level: 1 })).toBeVisible();
	await expect(page.getByText(`Für Datenschutzbeauftragte und Personalrat von ${name}.`)).toBeVisible();
	await expect(page.getByText(`${RESPONSE_MONTHS} Monate nach dem Abschluss, ohne Abschluss`)).toBeVisible();
	await expect(page.getByText(`${BACKUP_DAYS} Tage; wird eine zurückgespielt`)).toBeVisible();
	await expect(page.getByText(`${AUDIT_MONTHS} Monate`, { exact: true })).toBeVisible();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);

	await signInAs(context, observer, baseURL);
	expect((await page.goto(`/assessments/${key}/privacy`))?.status()).toBe(200);
	await signInAs(context, seeded().account, baseURL);
	expect((await page.goto(`/assessments/${key}/privacy`))?.status()).toBe(404);
});

test('an organiser deletes the municipality with everything, an observer cannot', async ({
	page,
	context,
	baseURL
}) => {
	const { key, organiser, observer } = takeTown();
	await signInAs(context, observer, baseURL);
	expect((await page.goto(`/assessments/${key}/delete`))?.status()).toBe(404);
	await signInAs(context, organiser, baseURL);
	await page.goto(`/assessments/${key}/privacy`);
	await page.getByRole('link', { name: 'Kommune löschen' }).click();
	await page.getByRole('button', { name: 'Kommune endgültig löschen' }).click();
	await expect(page.getByRole('alert')).toContainText('Bestätigen Sie, dass alles gelöscht werden soll.');
	await expectAccessible(page);
	await page.getByLabel('Ja, alles endgültig löschen').check();
	await page.getByRole('button', { name: 'Kommune endgültig löschen' }).click();
	await expect(page.getByText('Die Kommune ist gelöscht')).toBeVisible();
	expect((await page.goto(`/assessments/${key}`))?.status()).toBe(404);
});

test('an organiser takes along everything there is to see, and the log tells', async ({ page, context, baseURL }) => {
	const { key, organiser, observer } = takeTown();
	await signInAs(context, organiser, baseURL);
	await page.goto(`/assessments/${key}/privacy`);
	const link = page.getByRole('link', { name: 'Alle Daten der Kommune herunterladen' });
	const response = await page.request.get((await link.getAttribute('href')) ?? '');
	expect(response.headers()['content-disposition']).toMatch(/^attachment; filename="standort-2030_[\w-]+\.zip"$/);
	const files = unzipSync(await response.body());
	expect(strFromU8(files['members.csv'] ?? new Uint8Array())).toContain(organiser.email);
	expect(JSON.parse(strFromU8(files['municipality.json'] ?? new Uint8Array()))).toMatchObject([{ key }]);
	await page.goto(`/assessments/${key}/audit`);
	await expect(page.getByRole('row').filter({ hasText: 'Alle Daten heruntergeladen' })).toBeVisible();
	await signInAs(context, observer, baseURL);
	expect((await page.request.get(`/assessments/${key}/export.zip`)).status()).toBe(404);
});
