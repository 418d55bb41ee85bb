import type { Page } from '@playwright/test';
import { addDays } from '#lib/domain/day.ts';
import { lastDayOfCollecting } from '#lib/domain/round.ts';
import { today } from '#lib/server/today.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '../support/browser.ts';
import { signInAs, takeTown } from '../support/members.ts';

const IN_A_MONTH = addDays(today(), 30);
const TOO_LATE = addDays(lastDayOfCollecting(today()), 1);

/** Creates a round by its form; gives the address of its overview. */
async function createRound(page: Page, key: string, title: string): Promise<string> {
	await page.goto(`/assessments/${key}`);
	await page.getByRole('link', { name: 'Neue Runde anlegen' }).click();
	await page.getByLabel('Name der Runde').fill(title);
	await page.getByLabel('Kurz: alle drei Bereiche im Überblick').check();
	await page.getByLabel('Letzter Tag der Befragung').fill(IN_A_MONTH);
	await page.getByLabel('Leitung 1').fill('Stabsstelle Nachhaltigkeit');
	await page.getByRole('button', { name: 'Runde anlegen' }).click();
	await page.waitForURL(/\/rounds\/[\w-]{22}$/);
	return new URL(page.url()).pathname;
}

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a round is made, changed, started, extended and ended', async ({ page, context, baseURL }) => {
			const { key, organiser } = takeTown();
			await signInAs(context, organiser, baseURL);
			const overview = await createRound(page, key, 'Herbst 2026');
			await expect(page.getByRole('heading', { name: 'Herbst 2026', level: 1 })).toBeVisible();

			await page.getByRole('link', { name: 'Einstellungen' }).click();
			await expect(page.getByLabel('Kurz: alle drei Bereiche im Überblick')).toBeChecked();
			await page.getByLabel('Name der Runde').fill('');
			await page.getByLabel('Letzter Tag der Befragung').fill(TOO_LATE);
			await page.getByLabel('Offene Werkstatt').check();
			await page.getByLabel('Leitung 2').fill('Kämmerei');
			await page.getByRole('button', { name: 'Speichern' }).click();
			const alert = page.getByRole('alert');
			await expect(alert).toContainText('Geben Sie der Runde einen Namen');
			await expect(alert).toContainText('Geben Sie einen Tag von heute bis');
			await expect(page.getByLabel('Offene Werkstatt')).toBeChecked();
			await expect(page.getByLabel('Leitung 2')).toHaveValue('Kämmerei');
			await expect(page.getByLabel('Letzter Tag der Befragung')).toHaveValue(TOO_LATE);
			await page.getByLabel('Name der Runde').fill('Herbst 2027');
			await page.getByLabel('Vertraulich').check();
			await page.getByLabel('Letzter Tag der Befragung').fill(IN_A_MONTH);
			await page.getByRole('button', { name: 'Speichern' }).click();
			await expect(page.getByRole('heading', { name: 'Herbst 2027', level: 1 })).toBeVisible();

			await page.getByRole('link', { name: 'Befragung starten' }).click();
			await page.getByRole('button', { name: 'Jetzt starten' }).click();
			await expect(page.getByText(/noch 30 Tage/)).toBeVisible();
			await page.getByLabel('Neuer letzter Tag').fill(TOO_LATE);
			await page.getByRole('button', { name: 'Frist verschieben' }).click();
			await expect(page.locator('#until-error')).toBeVisible();
			await page.getByLabel('Neuer letzter Tag').fill(addDays(IN_A_MONTH, 1));
			await page.getByRole('button', { name: 'Frist verschieben' }).click();
			await expect(page.getByText(/noch 31 Tage/)).toBeVisible();
			await page.getByRole('link', { name: 'Einstellungen' }).click();
			await expect(page.getByText('Die Befragung hat begonnen.')).toBeVisible();
			await expect(page.getByText('Stabsstelle Nachhaltigkeit und Kämmerei')).toBeVisible();
			await expect(page.getByRole('textbox')).toHaveCount(0);

			await page.goto(overview);
			await page.getByRole('link', { name: 'Befragung beenden' }).click();
			await expect(page.getByText('Das lässt sich nicht rückgängig machen.')).toBeVisible();
			await page.getByRole('button', { name: 'Jetzt beenden' }).click();
			await page.getByRole('link', { name: 'Zur Konsenssitzung' }).click();
			await expect(page.getByRole('heading', { name: 'Konsenssitzung', level: 1 })).toBeVisible();
			await page.goto(`/assessments/${key}`);
			await expect(page.getByRole('row').filter({ hasText: 'Herbst 2027' })).toContainText('Konsenssitzung führen');
		});
	});

test('the next round begins with the settings of the last', async ({ page, context, baseURL }) => {
	const { key, organiser } = takeTown();
	await signInAs(context, organiser, baseURL);
	await createRound(page, key, 'Herbst 2026');
	await page.goto(`/assessments/${key}/new`);
	await page.getByRole('link', { name: 'Einstellungen von „Herbst 2026“ übernehmen' }).click();
	await expect(page.getByLabel('Leitung 1')).toHaveValue('Stabsstelle Nachhaltigkeit');
	await expect(page.getByLabel('Kurz: alle drei Bereiche im Überblick')).toBeChecked();
	await page.getByLabel('Name der Runde').fill('Herbst 2028');
	await page.getByRole('button', { name: 'Runde anlegen' }).click();
	await page.goto(`/assessments/${key}`);
	await expect(page.getByRole('row').filter({ hasText: 'Herbst 20' })).toHaveCount(2);
});

test('strangers and observers find no round that goes on', async ({ page, context, baseURL }) => {
	const [town, other] = [takeTown(), takeTown()];
	await signInAs(context, town.organiser, baseURL);
	const overview = await createRound(page, town.key, 'Herbst 2026');
	for (const person of [town.observer, other.organiser]) {
		await signInAs(context, person, baseURL);
		for (const rest of ['', '/settings', '/start', '/end'])
			expect((await page.goto(overview + rest))?.status(), rest).toBe(404);
	}
	await signInAs(context, town.observer, baseURL);
	await page.goto(`/assessments/${town.key}`);
	await expect(page.getByText('Noch ist keine Runde abgeschlossen.')).toBeVisible();
	expect(await page.content()).not.toContain('Herbst 2026');
	await signInAs(context, other.organiser, baseURL);
	const foreign = overview.replace(town.key, other.key);
	expect((await page.goto(foreign))?.status()).toBe(404);
});

for (const language of ['de', 'en'] as const)
	test.describe(`in ${language}`, { tag: '@phone' }, () => {
		test.use({ language, theme: language === 'de' ? 'light' : 'dark' });

		test('the pages of a round are accessible and fit the screen', async ({ page, context, baseURL }) => {
			const { key, organiser } = takeTown();
			await signInAs(context, organiser, baseURL);
			const look = async (path: string) => {
				await page.goto(path);
				await expectAccessible(page);
				await expectNoSidewaysScroll(page);
			};
			await look(`/assessments/${key}/new`);
			await page
				.locator('#title')
				.fill('Gemeinsam auf dem Weg zur Agenda 2030: Donaudampfschifffahrtsgesellschaftsrunde');
			await page.locator('#collectUntil').fill(IN_A_MONTH);
			await page.locator('main form .kern-btn--primary').click();
			await page.waitForURL(/\/rounds\/[\w-]{22}$/);
			const overview = new URL(page.url()).pathname;
			for (const path of [`/assessments/${key}`, overview, `${overview}/settings`, `${overview}/start`])
				await look(path);
			await page.goto(`${overview}/settings`);
			await page.locator('[name=leaders]').first().fill('Stabsstelle');
			await page.locator('main form .kern-btn--primary').click();
			await page.goto(`${overview}/start`);
			await page.locator('main form button.kern-btn--primary').click();
			await page.waitForURL(overview);
			for (const path of [overview, `${overview}/settings`, `${overview}/end`]) await look(path);
		});
	});
