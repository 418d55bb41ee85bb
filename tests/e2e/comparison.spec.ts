import type { Page } from '@playwright/test';
import {
	expect,
	expectAccessible,
	expectNoSidewaysScroll,
	test as withoutRelease,
	LOOK_OF
} from '../support/browser.ts';
import { resume, test } from '../support/demonstration.ts';
import { printedPages } from '../support/printing.ts';
import { startTrial } from '../support/taking-a-check.ts';

test.describe.configure({ mode: 'default' });

const section = (page: Page) => page.locator('section[aria-labelledby="comparison"]');

/** Takes a trial: rates these items, finishes and opens the result. */
async function finishTrial(page: Page, extent: string, items: readonly string[]): Promise<void> {
	const id = await startTrial(page, extent);
	const changes = items.map((questionId) => ({ questionId, revision: 1, value: { rating: 3 } }));
	expect((await page.request.put(`/check/${id}/answers`, { data: { changes } })).status()).toBe(200);
	await page.goto(`/check/${id}/finish`);
	await page.locator('main form').getByRole('button').click();
	await page.waitForURL(/\/result$/);
}

const itemsOf = (letters: string, each: readonly number[]) =>
	Array.from(letters).flatMap((letter) =>
		[1, 2, 3, 4, 5, 6].flatMap((criterion) => each.map((item) => `${letter}${criterion}.${item}`))
	);

for (const language of ['de', 'en'] as const) {
	test.describe(`the comparison, ${language}`, () => {
		test.use(LOOK_OF[language]);
		test('is accessible with everything unfolded, and fits the screen', async ({ page, demonstration }) => {
			await resume(page, demonstration.codes.finished);
			await page.goto(`${page.url()}/result`);
			for (const summary of await section(page).locator('summary').all()) await summary.click();
			await expect(section(page).getByRole('table')).toHaveCount(3);
			await expectAccessible(page);
			await expectNoSidewaysScroll(page);
		});
	});
}

test('a result is printed on eight pages at most, its comparison included', async ({ page, demonstration }) => {
	await resume(page, demonstration.codes.finished);
	await page.goto(`${page.url()}/result`);
	await expect(section(page)).toBeVisible();
	const pages = await printedPages(page);
	expect(pages).toBeGreaterThanOrEqual(4);
	expect(pages).toBeLessThanOrEqual(8);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a finished check stands beside the published values, with its place in words', async ({
		page,
		demonstration
	}) => {
		await resume(page, demonstration.codes.finished);
		await page.goto(`${page.url()}/result`);
		const rows = section(page).getByRole('table', { name: 'Ihre Werte neben' }).getByRole('row');
		await expect(rows).toHaveCount(1 + 4);
		for (const row of (await rows.all()).slice(1))
			await expect(row).toContainText(/\d,\d\s*\d,\d\s*.*der mittleren Hälfte.*mittlere Hälfte \d,\d bis \d,\d/);
		await expect(section(page)).toContainText('freiwillig Teilnehmende');
		await expect(section(page)).toContainText('Ihr Selbstcheck fließt nicht in den Vergleich ein');
		await section(page)
			.getByRole('link', { name: /stand 2/ })
			.click();
		await expect(page).toHaveURL('/releases/2');
	});
});

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a result is compared with another of its own groups, and with no foreign one', async ({
			page,
			demonstration
		}) => {
			await resume(page, demonstration.codes.finished);
			await page.goto(`${page.url()}/result`);
			await expect(section(page)).toContainText('mindestens 325 Kommunen');
			await section(page).getByLabel('Verglichen wird mit').selectOption({ label: 'Städte' });
			await section(page).getByRole('button', { name: 'Anzeigen' }).click();
			await expect(page).toHaveURL(/\?group=kind%3Atown/);
			await expect(section(page)).toContainText('mindestens 135 Kommunen');
			await expect(section(page).getByLabel('Verglichen wird mit')).toHaveValue('kind:town');
			await expect(section(page).getByRole('option', { name: 'Kreise' })).toHaveCount(0);
			await page.goto(`${page.url().split('?')[0]}?group=kind:district`);
			await expect(section(page)).toContainText('mindestens 325 Kommunen');
		});
	});

test('an open check is not compared yet, and leads on to finishing', async ({ page, demonstration }) => {
	await resume(page, demonstration.codes.open);
	await page.goto(`${page.url()}/result`);
	await expect(section(page).getByRole('table')).toHaveCount(0);
	await section(page).getByRole('link', { name: 'Selbstcheck abschließen' }).click();
	await expect(page).toHaveURL(/\/finish$/);
});

test('one dimension is compared alone, and the page says with whom', async ({ page }) => {
	await finishTrial(page, 'budget', itemsOf('B', [1, 2, 3]));
	await expect(section(page)).toContainText('nur die Dimension, die Sie bewertet haben');
	await expect(section(page).getByRole('table').first().getByRole('row')).toHaveCount(1 + 1);
	await section(page).locator('summary').first().click();
	await expect(section(page).getByRole('table').last().getByRole('row')).toHaveCount(1 + 6);
	await expect(section(page)).not.toContainText('Insgesamt');
});

test('a short check is compared with short rounds only', async ({ page }) => {
	await page.goto('/releases/2?variant=short');
	const cell = page.getByRole('table', { name: 'Alle Bereiche' }).getByRole('row', { name: 'Insgesamt' });
	const median = (await cell.locator('.median').first().textContent())?.trim() ?? '';
	await finishTrial(page, 'short', itemsOf('DAB', [1]));
	const overall = section(page).getByRole('table').first().getByRole('row', { name: 'Insgesamt' });
	await expect(overall.getByRole('cell').nth(1)).toHaveText(median);
});

withoutRelease.describe('before the first release', { tag: '@phone' }, () => {
	withoutRelease('a finished check says how many it takes and what will be seen', async ({ page }) => {
		await finishTrial(page, 'short', itemsOf('DAB', [1]));
		await expect(section(page)).toContainText('Noch nicht genug Kommunen für einen Vergleich');
		await expect(section(page)).toContainText('ab 10 Kommunen');
		await expect(section(page)).toContainText('Der kurze Fragebogen wird nur mit dem kurzen verglichen');
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);
	});

	withoutRelease('the releases say so, too', async ({ page }) => {
		await page.goto('/releases');
		await expect(page.getByRole('heading', { name: 'Noch nicht genug Kommunen' })).toBeVisible();
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);
		expect((await page.request.get('/releases/1')).status()).toBe(404);
	});
});
