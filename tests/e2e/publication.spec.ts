import { expect, expectAccessible, expectNoSidewaysScroll, LOOK_OF } from '../support/browser.ts';
import { signInTo } from '../support/held-meeting.ts';
import { placeOf, PLANNERS, READER, test } from '../support/planned-town.ts';

test.describe.configure({ mode: 'default' });
const { kim, mika } = PLANNERS;

/** What its header says. */
const sizeOfPng = (png: Buffer) => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) });

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a municipality shows its result to everybody, and takes it back', async ({
			page,
			browser,
			baseURL,
			town
		}) => {
			await signInTo(page, kim, placeOf(`rounds/${town.rounds.later}/result`));
			await page.getByRole('link', { name: 'Ergebnis veröffentlichen' }).click();
			await page.getByRole('button', { name: 'Ergebnis veröffentlichen' }).click();
			await expect(page.getByRole('alert')).toContainText('Bestätigen Sie, dass dieses Ergebnis jeder sehen darf.');
			await page.getByLabel(/^Ja, dieses Ergebnis soll jeder sehen können/).check();
			await page.getByRole('button', { name: 'Ergebnis veröffentlichen' }).click();
			await expect(page.getByRole('status')).toContainText('Das Ergebnis ist öffentlich.');
			const address = (await page.getByRole('link', { name: /\/results\// }).textContent()) ?? '';

			const anybody = await browser.newPage({ ...(baseURL !== undefined && { baseURL }), javaScriptEnabled });
			const response = await anybody.goto(new URL(address).pathname);
			expect(response?.headers()).toMatchObject({ 'x-robots-tag': 'noindex', 'cache-control': 'no-store' });
			await expect(anybody.getByText('Selbst eingeschätzt, nicht geprüft.')).toBeVisible();
			await expect(anybody.getByText(/^Die Kommune (ist|steht)/)).toBeVisible();
			await expect(anybody.locator('#profile')).toBeVisible();
			await page.getByRole('button', { name: 'Suchmaschinen erlauben' }).click();
			await expect(page.getByRole('status')).toContainText('Gespeichert');
			expect((await anybody.reload())?.headers()).not.toHaveProperty('x-robots-tag');

			const card = (await anybody.locator('meta[property="og:image"]').getAttribute('content')) ?? '';
			const picture = await anybody.request.get(new URL(card).pathname);
			expect(picture.headers()).toMatchObject({ 'content-type': 'image/png', 'cache-control': 'no-store' });
			expect(sizeOfPng(await picture.body())).toEqual({ width: 1200, height: 630 });

			await page.getByRole('button', { name: 'Zurückziehen' }).click();
			await expect(page.getByRole('status')).toContainText('nicht mehr öffentlich');
			expect((await anybody.reload())?.status()).toBe(404);
			expect((await anybody.request.get(new URL(card).pathname)).status()).toBe(404);
			await anybody.close();
		});
	});

test('what stays with the municipality is not in the public page', async ({ page, request, town }) => {
	const place = placeOf(`rounds/${town.rounds.earlier}/publication`);
	await signInTo(page, kim, place);
	await page.getByLabel(/^Ja, dieses Ergebnis soll jeder sehen können/).check();
	await page.getByRole('button', { name: 'Ergebnis veröffentlichen' }).click();
	await expect(page.getByRole('status')).toBeVisible();
	const address = new URL((await page.getByRole('link', { name: /\/results\// }).textContent()) ?? '').pathname;
	for (const form of [address, `${address}/__data.json`]) {
		const text = await (await request.get(form)).text();
		expect(text).toContain('Musterau');
		for (const hidden of ['so beschlossen', 'dissent', 'settlement', kim]) expect(text).not.toContain(hidden);
	}
});

test('whoever only reads cannot publish', async ({ page, town }) => {
	await signInTo(page, READER, placeOf('plan'));
	expect((await page.goto(placeOf(`rounds/${town.rounds.earlier}/publication`)))?.status()).toBe(404);
});

for (const language of ['de', 'en'] as const)
	test.describe(language, () => {
		test.use(LOOK_OF[language]);

		test('the pages are accessible and fit', async ({ page, town }) => {
			await signInTo(page, mika, placeOf(`rounds/${town.rounds.later}/publication`));
			await expectAccessible(page);
			await expectNoSidewaysScroll(page);
			await page.locator('#sure').check();
			await page.locator('form[action="?/publish"] button').click();
			await expect(page.getByRole('status')).toBeVisible();
			await expectAccessible(page);
			await expectNoSidewaysScroll(page);
			await page.locator('a[href^="/results/"]').click();
			await expect(page.locator('article.result')).toBeVisible();
			await expectAccessible(page);
			await expectNoSidewaysScroll(page);
			await page.goBack();
			await page.locator('form[action="?/withdraw"] button').click();
			await expect(page.locator('form[action="?/publish"]')).toBeVisible();
		});
	});
