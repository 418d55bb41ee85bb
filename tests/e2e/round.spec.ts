import type { Page } from '@playwright/test';
import { addDays } from '#lib/domain/day.ts';
import { lastDayOfCollecting } from '#lib/domain/round/round.ts';
import { today } from '#lib/server/today.ts';
import { expect, expectAccessible, expectFits, expectNoSidewaysScroll, test, LOOK_OF } from '../support/browser.ts';
import { signInAs, takeTown } from '../support/members.ts';

const IN_A_MONTH = addDays(today(), 30);
const TOO_LATE = addDays(lastDayOfCollecting(today()), 1);

/** Pages of a draft below its overview. */
const PAGES = ['/settings', '/settings/roles', '/settings/preview', '/start', '/delete'];

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
			await expect(page.getByText('Er stimmt in der Runde nicht mit')).toBeVisible();

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

		test('groups and criteria are chosen, with what a small group means', async ({ page, context, baseURL }) => {
			const { key, organiser } = takeTown();
			await signInAs(context, organiser, baseURL);
			await createRound(page, key, 'Herbst 2026');
			await page.getByRole('link', { name: 'Wer beantwortet was?' }).click();
			await expect(
				page.getByText(/Verwaltungsspitze, Kämmerei und Nachhaltigkeitskoordination: Davon gibt es/)
			).toBeVisible();
			for (const width of [1100, 961]) {
				await page.setViewportSize({ width, height: 800 });
				await expectFits(page);
			}
			const boxes = page.getByRole('checkbox');
			const suggested = await boxes.evaluateAll((all) => all.filter((one) => (one as HTMLInputElement).checked).length);
			expect(suggested).toBeGreaterThan(18);
			await expect(boxes).toHaveCount(18 * 6);
			for (const one of await boxes.all()) await one.uncheck();
			await page.getByRole('button', { name: 'Speichern' }).click();
			await expect(page.getByRole('alert')).toContainText('Setzen Sie mindestens ein Häkchen.');
			await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
			await boxes.first().check();
			await page.getByRole('button', { name: 'Speichern' }).click();
			await expect(page.getByRole('status')).toContainText('Gespeichert');
			await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1);
			await expect(page.getByText(/^Niemand beantwortet:/)).toBeVisible();
			await page.getByRole('button', { name: 'Vorschlag des Fragebogens' }).click();
			await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(suggested);
		});

		test('staff council and data protection look beforehand, and their agreement is noted', async ({
			page,
			context,
			browser,
			baseURL
		}) => {
			const { key, name, organiser } = takeTown();
			await signInAs(context, organiser, baseURL);
			const overview = await createRound(page, key, 'Herbst 2026');
			await page.getByRole('link', { name: 'Personalrat und Datenschutz' }).click();
			await page.getByRole('button', { name: 'Link erzeugen' }).click();
			const link = page.getByRole('link', { name: /\/preview\// });
			const shown = (await link.getAttribute('href')) ?? '';
			const guest = await (await browser.newContext({ ...(baseURL !== undefined && { baseURL }) })).newPage();
			const opened = await guest.goto(shown);
			expect(opened?.headers()).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
			await expect(guest.getByText(`${name} · Herbst 2026`)).toBeVisible();
			await expect(guest.getByText('Stand: Vorbereitung.')).toBeVisible();
			await expect(guest.getByText('Ihre einzelnen Antworten sieht niemand in Ihrer Kommune')).toBeVisible();
			await expect(guest.getByRole('row').filter({ hasText: 'Verteilung einer Aussage' })).toContainText('7');
			await expect(guest.getByRole('heading', { level: 4 })).toHaveCount(18);
			expect((await guest.goto(overview))?.url()).toContain('/account/sign-in');

			const tomorrow = addDays(today(), 1);
			await page.getByLabel('Personalrat hat zugestimmt am').fill(tomorrow);
			await page.getByRole('button', { name: 'Speichern' }).click();
			await expect(page.getByRole('alert')).toContainText('nicht in der Zukunft');
			await expect(page.getByLabel('Personalrat hat zugestimmt am')).toHaveValue(tomorrow);
			await page.getByLabel('Personalrat hat zugestimmt am').fill(today());
			await page.getByRole('button', { name: 'Speichern' }).click();
			await expect(page.getByRole('status')).toHaveText('Gespeichert');
			await page.goto(overview);
			await expect(page.getByText('Eine Zustimmung vermerkt')).toBeVisible();

			await page.getByRole('link', { name: 'Personalrat und Datenschutz' }).click();
			await page.getByRole('button', { name: 'Link beenden' }).click();
			await expect(page.getByText('Noch gibt es keinen Link.')).toBeVisible();
			expect((await guest.goto(shown))?.status()).toBe(404);
			await expect(guest.getByText('Dieser Link gilt nicht oder nicht mehr.')).toBeVisible();
			await guest.context().close();
		});

		test('a round is deleted by somebody who says so twice', async ({ page, context, baseURL }) => {
			const { key, organiser } = takeTown();
			await signInAs(context, organiser, baseURL);
			const overview = await createRound(page, key, 'Herbst 2026');
			await page.getByRole('link', { name: 'Runde löschen' }).click();
			await page.getByRole('button', { name: 'Endgültig löschen' }).click();
			await expect(page.getByRole('alert')).toContainText('Bestätigen Sie');
			await page.getByLabel('Ich möchte diese Runde endgültig löschen.').check();
			await page.getByRole('button', { name: 'Endgültig löschen' }).click();
			await expect(page.getByRole('status')).toContainText('Die Runde ist gelöscht');
			await expect(page.getByText('Herbst 2026')).toHaveCount(0);
			expect((await page.goto(overview))?.status()).toBe(404);
			await page.goto(`/assessments/${key}/audit`);
			await expect(page.getByRole('row').nth(1)).toContainText('Runde gelöscht');
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
	await page.waitForURL(/\/rounds\/[\w-]{22}$/);
	await page.goto(`/assessments/${key}`);
	await expect(page.getByRole('row').filter({ hasText: 'Herbst 20' })).toHaveCount(2);
});

test('strangers and observers find no round that goes on', async ({ page, context, baseURL }) => {
	const [town, other] = [takeTown(), takeTown()];
	await signInAs(context, town.organiser, baseURL);
	const overview = await createRound(page, town.key, 'Herbst 2026');
	for (const person of [town.observer, other.organiser]) {
		await signInAs(context, person, baseURL);
		for (const rest of ['', '/settings', '/settings/roles', '/settings/preview', '/start', '/end', '/delete'])
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
	test.describe(`in ${language}`, () => {
		test.use(LOOK_OF[language]);

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
			for (const path of [`/assessments/${key}`, overview, ...PAGES.map((rest) => overview + rest)]) await look(path);
			await page.goto(`${overview}/settings/preview`);
			await page.locator('[formaction="?/show"]').click();
			await look((await page.locator('a[href*="/preview/"]').getAttribute('href')) ?? '');
			await page.goto(`${overview}/settings`);
			await page.locator('[name=leaders]').first().fill('Stabsstelle');
			await page.locator('main form .kern-btn--primary').click();
			await page.waitForURL(overview);
			await page.goto(`${overview}/start`);
			await page.locator('main form button.kern-btn--primary').click();
			await page.waitForURL(overview);
			for (const path of [overview, `${overview}/settings`, `${overview}/settings/roles`, `${overview}/end`])
				await look(path);
		});
	});
