import { createHash } from 'node:crypto';
import { expect, expectAccessible, expectNoSidewaysScroll, LOOK_OF } from '../support/browser.ts';
import { test } from '../support/demonstration.ts';

test.describe.configure({ mode: 'default' });

for (const language of ['de', 'en'] as const) {
	test.describe(`the releases, ${language}`, () => {
		test.use(LOOK_OF[language]);
		test('are accessible and fit the screen', async ({ page }) => {
			for (const path of ['/releases', '/releases/2']) {
				await page.goto(path);
				await expectAccessible(page);
				await expectNoSidewaysScroll(page);
			}
		});
	});
}

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a release can be found and read: who took part, by which version, every published value', async ({ page }) => {
		await page.goto('/releases');
		await page.getByRole('link', { name: /stand 2/ }).click();
		await expect(page).toHaveURL('/releases/2');
		await expect(page.getByText(/^mindestens \d+[05] Kommunen$/)).toHaveCount(2);
		await expect(page.getByText('standort-2030 1.0.0')).toBeVisible();
		const groups = page.getByRole('table', { name: 'Insgesamt: alle Gruppen' });
		const all = groups.getByRole('row', { name: 'Alle Kommunen' });
		await expect(all).toContainText(/mindestens \d+\s*\d,\d\s*mittlere Hälfte \d,\d bis \d,\d/);
		const table = page.getByRole('table', { name: 'Alle Bereiche: Alle Kommunen' });
		await expect(table.getByRole('row')).toHaveCount(1 + 22);
		await expect(page.getByText('hat sich selbst dafür entschieden')).toBeVisible();
		await expect(page.getByText(/^Standort 2030 .*Stichtag .*CC BY 4\.0.*\/releases\/2$/)).toBeVisible();
	});

	test('groups are chosen by a form, up to three stand side by side, and the address leads back to the view', async ({
		page
	}) => {
		await page.goto('/releases/2');
		await page
			.getByLabel('Bereich', { exact: true })
			.selectOption({ label: 'D1 Strategische Ziele und politischer Auftrag' });
		await page.getByLabel('Zweite Gruppe').selectOption('kind:town');
		await page.getByLabel('Dritte Gruppe').selectOption('kind:district');
		await page.getByRole('button', { name: 'Anzeigen' }).click();
		await expect(page).toHaveURL(/measure=D1&group=all&group=kind%3Atown&group=kind%3Adistrict/);
		await expect(page.getByRole('heading', { name: /^Strategische Ziele .*: alle Gruppen$/ })).toBeVisible();
		const side = page.getByRole('table', { name: 'Alle Bereiche: Alle Kommunen · Städte · Kreise' });
		await expect(side.getByRole('columnheader')).toHaveCount(1 + 3);
		await expect(page.getByText(/^http.*measure=D1.*kind%3Adistrict$/)).toBeVisible();
		await expect(page.getByLabel('Dritte Gruppe')).toHaveValue('kind:district');
	});

	test('a measure is shown over time, and leads to the earlier release', async ({ page }) => {
		await page.goto('/releases/2');
		const table = page.getByRole('table', { name: 'Insgesamt über die Zeit' });
		await expect(table.getByRole('row')).toHaveCount(1 + 2);
		await table.getByRole('link', { name: /^Stand 1/ }).click();
		await expect(page.getByRole('link', { name: /Es gibt einen neueren/ })).toBeVisible();
	});

	test('who takes part is set against the register', async ({ page }) => {
		await page.goto('/releases/2');
		const table = page.getByRole('table', { name: 'Wer nimmt teil?' });
		await expect(table.getByRole('row', { name: 'Städte', exact: false }).first()).toContainText(/mindestens \d+ %/);
	});

	test('what the address asks for and does not exist is passed over', async ({ page }) => {
		await page.goto('/releases/2?measure=Z9&variant=none&group=state:99&group=constructor&group=%00');
		await expect(page.getByRole('heading', { name: 'Insgesamt: alle Gruppen' })).toBeVisible();
		await expect(page.getByRole('table', { name: 'Alle Bereiche: Alle Kommunen' })).toBeVisible();
	});

	test('every page says that all is made up', async ({ page }) => {
		for (const path of ['/', '/check', '/releases', '/releases/2', '/method', '/nowhere']) {
			await page.goto(path);
			await expect(page.getByRole('complementary', { name: 'Demonstration.' }), path).toBeVisible();
		}
	});
});

test('the file of a release is that of the checksum, and need not be loaded twice', async ({ page, request }) => {
	await page.goto('/releases/2');
	const shown = /[0-9a-f]{64}/.exec((await page.getByText(/^SHA-256: /).textContent()) ?? '')?.[0];
	const file = (await page.getByRole('link', { name: /JSON/ }).getAttribute('href')) ?? '';
	const answer = await request.get(file);
	expect(
		createHash('sha256')
			.update(await answer.body())
			.digest('hex')
	).toBe(shown);
	expect(answer.headers()).toMatchObject({
		etag: `"${shown}"`,
		'cache-control': 'public, max-age=3600, must-revalidate',
		'content-type': 'application/json',
		'content-disposition': 'attachment; filename="standort-2030-release-2.json"'
	});
	const again = await request.get(file, { headers: { 'if-none-match': `"${shown}"` } });
	expect(again.status()).toBe(304);
});

test('all cells can be taken along as a table', async ({ request }) => {
	const csv = await request.get('/releases/2/cells.csv');
	expect(csv.headers()['content-disposition']).toBe('attachment; filename="standort-2030-release-2.csv"');
	const lines = (await csv.text()).split('\r\n');
	expect(lines[1]).toMatch(/^2,[\d-]{10},full,all,A1,\d+[05],\d\.\d,/);
	const xlsx = await request.get('/releases/2/cells.xlsx');
	expect((await xlsx.body()).subarray(0, 2).toString()).toBe('PK');
	const parquet = await request.get('/releases/2/cells.parquet');
	expect((await parquet.body()).subarray(0, 4).toString()).toBe('PAR1');
	expect(parquet.headers().link).toBe('<https://creativecommons.org/licenses/by/4.0/>; rel="license"');
	expect((await request.get('/releases/2/cells.exe')).status()).toBe(404);
	expect((await request.get('/releases/9/cells.csv')).status()).toBe(404);
});

test('a release that does not exist is not there', async ({ request }) => {
	for (const path of [
		'/releases/9',
		'/releases/9/release.json',
		'/releases/9/codebook',
		'/releases/0',
		'/releases/1.5',
		'/releases/-1'
	])
		expect((await request.get(path)).status(), path).toBe(404);
});
