import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { APIResponse, Browser, Locator, Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, LOOK_OF } from '../support/browser.ts';
import { openDemonstration, test as base, type Demonstration } from '../support/demonstration.ts';
import { signInAs } from '../support/members.ts';
import { OPENING } from '../support/services.ts';

/** A demonstration of its own, since a release is published in it. */
const open = () => openDemonstration();
const test = base.extend<{ own: Demonstration }>({
	own: [({ services }, use) => services.use(open).then(use), OPENING],
	baseURL: ({ own }, use) => use(own.origin)
});

test.describe.configure({ mode: 'default' });

const linesOf = (text: string) => text.slice(1).trim().split('\r\n');

/** Fills in the request for microdata and sends it; what is typed already is typed over. */
async function askFor(page: Page, institution: string): Promise<void> {
	if (!page.url().endsWith('/request')) await page.goto('/research/microdata');
	await page.getByLabel('Einrichtung').fill(institution);
	await page.getByLabel('Zweck').fill('Hängt die Reife kleiner Städte mit ihrer Größe zusammen?');
	await page.getByLabel('Nutzung bis').fill(new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10));
	await page.getByRole('button', { name: 'Antrag absenden' }).click();
	await expect(page.getByText('Ihr Antrag ist eingegangen')).toBeVisible();
}

/** Release 3 is taken back, by somebody else and meanwhile. */
async function retract({ operator, origin }: Demonstration, browser: Browser, reason: string): Promise<void> {
	const context = await browser.newContext({ baseURL: origin, javaScriptEnabled: false });
	await signInAs(context, operator, origin);
	const page = await context.newPage();
	await page.goto('/operate/releases');
	await page.getByText('Einen Stand zurückziehen').click();
	await page.getByLabel('Welchen?').selectOption('3');
	await page.getByLabel('Grund, öffentlich').fill(reason);
	await page.getByRole('button', { name: 'Zurückziehen' }).click();
	await expect(page.getByText(/^zurückgezogen am/)).toBeVisible();
	await context.close();
}

/** What lies behind a link to a file: browsers send no address of a proxy when they save one. */
async function behind(page: Page, link: Locator): Promise<APIResponse> {
	const address = new URL((await link.getAttribute('href')) ?? '', page.url());
	return page.request.get(address.href, { headers: { 'x-forwarded-for': '203.0.113.77' } });
}

for (const language of ['de', 'en'] as const)
	test.describe(`the data for research, ${language}`, () => {
		test.use(LOOK_OF[language]);

		test('associations, twin and microdata are accessible and fit the screen', async ({ page, context, own }) => {
			await page.goto('/research/microdata');
			await expectAccessible(page);
			await signInAs(context, own.operator, own.origin);
			for (const path of ['associations', 'twin'].map((one) => `/releases/2/${one}`).concat('/research/microdata')) {
				await page.goto(path);
				await expectAccessible(page);
				await expectNoSidewaysScroll(page);
			}
			await page.locator('form[action="?/request"] button').click();
			await expect(page.getByRole('alert')).toBeVisible();
			await expectAccessible(page);
			await page.goto('/operate/microdata');
			await expectAccessible(page);
			await expectNoSidewaysScroll(page);
		});
	});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the twin tells what it is for, how far it is from what is published, and can be taken along', async ({
		page
	}) => {
		await page.goto('/releases/2');
		await page.getByRole('link', { name: 'Synthetischer Zwilling, Stand 2' }).click();
		await expect(page.getByRole('heading', { name: 'Wofür er nicht taugt' })).toBeVisible();
		const distance = page.getByRole('table', { name: 'Abstand zu den veröffentlichten Zahlen' });
		await expect(distance.getByRole('row', { name: /^Mediane/ }).first()).toContainText(/\d,\d\d/);
		const file = await behind(page, page.getByRole('link', { name: /^Zwilling als CSV/ }));
		expect(file.headers()['content-disposition']).toBe('attachment; filename="standort-2030-release-2-twin.csv"');
		const [titles, first] = linesOf(await file.text());
		expect(titles).toMatch(
			/^synthetic,release,questionnaire,band,kind,state,overall,decision,administration,budget,D1,/
		);
		expect(first).toMatch(/^yes,2,full,/);
	});

	test('associations can be read and taken along', async ({ page }) => {
		await page.goto('/research');
		await page.getByRole('link', { name: 'Zusammenhänge der Kriterien, Stand 2' }).click();
		const table = page.getByRole('table', { name: 'Rangkorrelationen (Spearman)' });
		await expect(table.getByRole('row').nth(1)).toContainText(/-?\d,\d[05]/);
		const file = await behind(page, page.getByRole('link', { name: 'Zusammenhänge als CSV' }));
		const [, ...rows] = linesOf(await file.text());
		expect(rows.filter((row) => !/^2,[\d-]+,full,(spearman|alpha),/.test(row))).toEqual([]);
		expect(rows.length).toBeGreaterThan(100);
	});

	test('microdata are asked for, approved with a reason, and downloaded under terms', async ({
		page,
		context,
		browser,
		own
	}) => {
		await signInAs(context, own.operator, own.origin);
		await page.goto('/operate/releases');
		await page.getByRole('button', { name: 'Vorschau berechnen' }).click();
		await expect(page.getByRole('heading', { name: 'Mikrodaten zu Stand 3' })).toBeVisible({ timeout: 60_000 });
		await page.getByRole('button', { name: 'Stand 3 zum Stichtag' }).click();
		await expect(page.getByText('Veröffentlichungsstand 3 ist veröffentlicht.')).toBeVisible({ timeout: 60_000 });

		await askFor(page, 'Betrieb des Dienstes');
		await page.goto('/operate/microdata');
		const ownRequest = page.getByRole('article', { name: 'Betrieb des Dienstes' });
		await expect(ownRequest).toContainText('Über Ihren eigenen Antrag entscheidet jemand anderes');
		await expect(ownRequest.getByRole('button')).toHaveCount(0);

		await signInAs(context, own.account, own.origin);
		await page.goto('/research/microdata');
		await page.getByLabel('Einrichtung').fill('Institut für Kommunales');
		await page.getByLabel('Zweck').fill('zu kurz');
		await page.getByRole('button', { name: 'Antrag absenden' }).click();
		await expect(page.getByRole('alert')).toContainText('Bitte beschreiben Sie den Zweck');
		await expect(page.getByLabel('Einrichtung')).toHaveValue('Institut für Kommunales');
		await askFor(page, 'Institut für Kommunales');

		await signInAs(context, own.operator, own.origin);
		await page.goto('/operate/microdata');
		await page.getByRole('button', { name: 'Entscheiden: Institut für Kommunales' }).click();
		await expect(page.getByRole('alert')).toContainText('Bitte wählen Sie');
		await page.getByLabel('Genehmigen').check();
		await page.getByLabel('Begründung').fill('Ein klarer Zweck.');
		await page.getByRole('button', { name: /^Entscheiden/ }).click();
		await expect(page.getByText('genehmigt, Bedingungen noch nicht angenommen')).toBeVisible();

		await signInAs(context, own.account, own.origin);
		await page.goto('/research/microdata');
		await page.getByRole('button', { name: 'Bedingungen annehmen' }).click();
		await expect(page.getByText('Bitte bestätigen Sie')).toBeVisible();
		await page.getByLabel('Ich habe die Bedingungen').check();
		await page.getByRole('button', { name: 'Bedingungen annehmen' }).click();
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: 'Mikrodaten als CSV' }).click()
		]);
		const bytes = readFileSync(await download.path());
		const sum = createHash('sha256').update(bytes).digest('hex');
		await expect(page.getByText(`SHA-256 der Datei: ${sum}`)).toBeVisible();
		const [titles, ...rows] = linesOf(bytes.toString());
		expect(titles).toBe('release,band,kind,decision,administration,budget,carried_from');
		expect(rows.length).toBeGreaterThanOrEqual(10);
		expect(rows.filter((row) => !/^3,([1-6]|other),\w+,(\d\.[05])?,(\d\.[05])?,(\d\.[05])?,[12]?$/.test(row))).toEqual(
			[]
		);
		await signInAs(context, own.operator, own.origin);
		await page.goto('/operate/microdata');
		await expect(page.getByText(/^Heruntergeladen am/)).toContainText(sum);
		await expect(page.getByRole('region', { name: 'Mikrodaten zu Stand 3' })).toContainText(sum);

		await signInAs(context, own.account, own.origin);
		await page.goto('/research/microdata');
		await retract(own, browser, 'Ein Fehler in den Werten.');
		const [refused] = await Promise.all([
			page.waitForResponse('**/research/microdata/file'),
			page.getByRole('button', { name: 'Mikrodaten als CSV' }).click()
		]);
		expect(refused.status()).toBe(410);
		await expect(page.getByText('Grund: Ein Fehler in den Werten.')).toBeVisible();
		await page.goto('/research/microdata');
		const taken = page.getByRole('article', { name: /^Stand 3/ });
		await expect(taken).toContainText('Grund: Ein Fehler in den Werten.');
		await expect(taken).not.toContainText('genehmigt');
		await expect(taken.getByRole('button')).toHaveCount(0);
	});
});
