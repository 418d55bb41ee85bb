import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { ResultFile } from '#lib/domain/result/file.ts';
import { shownScore } from '#lib/domain/scoring/rounding.ts';
import { expect, test } from '../support/browser.ts';
import { fillCheck } from '../support/filled-check.ts';
import { readPdf } from '../support/pdf.ts';
import { startTrial } from '../support/taking-a-check.ts';

const NOTE = '=HYPERLINK("https://elsewhere.example")';
const FORMATS = ['json', 'csv', 'xlsx'];

const german = (score: number) => score.toFixed(1).replace('.', ',');

test('the files hold the figures that the page shows', async ({ page }) => {
	const id = await startTrial(page, 'full');
	await fillCheck(page, id, { variant: 'full', share: 0.7, comment: () => NOTE });
	await page.goto(`/check/${id}/result`);
	const rows = page
		.getByRole('table', { name: 'Werte der Kriterien' })
		.getByRole('row')
		.filter({ has: page.locator('td') });
	const shown = (await rows.all()).map(async (row) => {
		const [name = '', score = ''] = await row.locator('.id, td:nth-of-type(1)').allInnerTexts();
		return [name, score === 'nicht auswertbar' ? null : score] as const;
	});
	const figures = Object.fromEntries(await Promise.all(shown));
	expect(Object.keys(figures)).toHaveLength(18);

	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Alles, maschinenlesbar (JSON)' }).click()
	]);
	expect(download.suggestedFilename()).toMatch(/^standort-2030_versuch_\d{4}-\d\d-\d\d\.json$/);
	const json = ResultFile.parse(JSON.parse(readFileSync(await download.path(), 'utf8')));
	const scores = Object.entries(json.result.criteria).map(([criterion, { score }]) => [
		criterion,
		score === null ? null : german(shownScore(score))
	]);
	expect(Object.fromEntries(scores)).toEqual(figures);
	expect(json.inputs.items['D1.1']?.comment).toBe(NOTE);

	const csv = await (await page.request.get(`/check/${id}/result.csv`)).text();
	for (const [criterion, score] of Object.entries(figures))
		expect(csv).toMatch(new RegExp(`\r\nKriterium;${criterion};[^;]+;${score ?? ''};`));
	expect(csv).toContain(`;"'=HYPERLINK(""https://elsewhere.example"")";`);

	const parts = unzipSync(await (await page.request.get(`/check/${id}/result.xlsx`)).body());
	const criteria = strFromU8(parts['xl/worksheets/sheet2.xml'] ?? new Uint8Array());
	expect(criteria).toContain(`<v>${json.result.criteria.D1?.score}</v>`);
	for (const [name, bytes] of Object.entries(parts))
		if (name.startsWith('xl/worksheets/')) expect(strFromU8(bytes)).not.toMatch(/<f[ >]/);
});

test('files are attachments that nothing keeps or guesses at, in the language of the page', async ({ page }) => {
	const id = await startTrial(page, 'short');
	await fillCheck(page, id, { variant: 'short' });
	for (const format of FORMATS) {
		const headers = (await page.request.get(`/check/${id}/result.${format}`)).headers();
		expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
		expect(headers['content-disposition']).toMatch(/^attachment; filename="[a-z0-9_.-]+"$/);
	}
	await page.goto(`/check/${id}/result`);
	await page.getByRole('button', { name: 'English' }).click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	const csv = await (await page.request.get(`/check/${id}/result.csv`)).text();
	expect(csv).toMatch(/^\u{feff}Kind of row,Id,Name,Score,/u);
	expect(csv).toContain('CC-BY-SA-4.0');
	expect(csv).toContain('anonymous trial');
});

test('who has neither code nor link gets no file, and unknown kinds do not exist', async ({ page, browser }) => {
	const id = await startTrial(page, 'short');
	const stranger = await browser.newContext();
	for (const format of FORMATS)
		for (const path of [`/check/${id}`, `/shared/${id}`])
			expect((await stranger.request.get(`${path}/result.${format}`)).status(), path).toBe(404);
	await stranger.close();
	expect((await page.request.get(`/check/${id}/result.exe`)).status()).toBe(404);
});

test('files from a link have no notes', async ({ page, browser }) => {
	const id = await startTrial(page, 'short');
	await fillCheck(page, id, { variant: 'short', comment: () => 'Beschluss vom März' });
	await page.goto(`/check/${id}/result`);
	await page.getByRole('button', { name: 'Link erzeugen' }).click();
	const path = await page.getByRole('link', { name: /\/shared\// }).getAttribute('href');
	const reader = await browser.newContext();
	const parts = unzipSync(await (await reader.request.get(`${path}/result.xlsx`)).body());
	const texts = [
		...Object.values(parts).map((bytes) => strFromU8(bytes)),
		await (await reader.request.get(`${path}/result.csv`)).text(),
		await (await reader.request.get(`${path}/result.json`)).text()
	];
	for (const text of texts) expect(text).not.toContain('Beschluss vom März');
	expect(texts.at(-1)).toContain('"freeText": false');
	await reader.close();
});

test('charts are saved as images', async ({ page }) => {
	const id = await startTrial(page, 'full');
	await fillCheck(page, id, { variant: 'full', share: 0.7 });
	await page.goto(`/check/${id}/result`);
	for (const [name, kind] of [
		['Netzdiagramm als Bild (PNG)', 'radar'],
		['Balken als Bild (PNG)', 'bars']
	] as const) {
		const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
		expect(download.suggestedFilename()).toMatch(new RegExp(`^standort-2030_versuch_[0-9-]+_${kind}\\.png$`));
		const bytes = readFileSync(await download.path());
		expect(bytes.subarray(1, 4).toString()).toBe('PNG');
		// Width and height stand behind the name of the first chunk.
		expect(bytes.readUInt32BE(16)).toBe(2400);
		expect(bytes.length).toBeGreaterThan(40_000);
	}
});

test('a check comes as a tagged PDF, without notes', async ({ page }) => {
	const id = await startTrial(page, 'short');
	await fillCheck(page, id, { variant: 'short' });
	await page.goto(`/check/${id}/result`);
	const saving = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Bericht (PDF)' }).click();
	const { outline, metadata } = readPdf(readFileSync(await (await saving).path()));
	expect(metadata).toContain('Bericht zum Ergebnis');
	expect(outline).toContain('Reifestufen und was bis zur nächsten fehlt');
	expect(outline).not.toContain('Einigkeit und verschiedene Sichten');
});
