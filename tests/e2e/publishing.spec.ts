import { expect, expectAccessible, expectNoSidewaysScroll, LOOK_OF } from '../support/browser.ts';
import { openDemonstration, test as base, type Demonstration } from '../support/demonstration.ts';
import { signInAs } from '../support/members.ts';
import { OPENING } from '../support/services.ts';

/** A demonstration of its own, since it is published in. */
const open = () => openDemonstration();
const test = base.extend<{ own: Demonstration }>({
	own: [({ services }, use) => services.use(open).then(use), OPENING],
	baseURL: ({ own }, use) => use(own.origin)
});

test.describe.configure({ mode: 'default' });

test.beforeEach(({ context, own }) => signInAs(context, own.operator, own.origin));

for (const language of ['de', 'en'] as const)
	test.describe(language, () => {
		test.use(LOOK_OF[language]);

		test('releases and preview are accessible and fit the screen', async ({ page }) => {
			await page.goto('/operate/releases');
			await page.locator('summary').click();
			await expectAccessible(page);
			await expectNoSidewaysScroll(page);
			await page.locator('form[action="?/preview"] button').click();
			await expect(page.locator('form[action="?/publish"]')).toBeVisible({ timeout: 60_000 });
			await page.getByRole('row').getByRole('link').first().click();
			await expect(page.locator('h2#chosen')).toBeVisible();
			await expectAccessible(page);
			await expectNoSidewaysScroll(page);
		});
	});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('an operator looks at a preview, publishes it and takes it back for a public reason', async ({ page }) => {
		await page.goto('/operate/releases');
		await page.getByRole('button', { name: 'Vorschau berechnen' }).click();
		await expect(page).toHaveURL('/operate/releases/preview');
		const publish = page.getByRole('button', { name: 'Stand 3 zum Stichtag' });
		await expect(publish).toBeVisible({ timeout: 60_000 });
		const all = page
			.getByRole('table', { name: 'Vollständiger Fragebogen' })
			.getByRole('row', { name: 'Alle Kommunen' });
		await expect(all).toContainText('22');
		await expect(all).toContainText('wie zuletzt');
		await publish.click();
		await expect(page.getByText('Veröffentlichungsstand 3 ist veröffentlicht.')).toBeVisible({ timeout: 60_000 });
		await page.getByRole('link', { name: 'Ansehen' }).click();
		await expect(page).toHaveURL('/releases/3');

		await page.goto('/operate/releases');
		await page.getByText('Einen Stand zurückziehen').click();
		await page.getByLabel('Welchen?').selectOption('3');
		await page.getByLabel('Grund, öffentlich').fill('Kurz');
		await page.getByRole('button', { name: 'Zurückziehen' }).click();
		await expect(page.getByRole('alert')).toContainText('mit 10 bis 500 Zeichen');
		await expect(page.getByLabel('Welchen?')).toHaveValue('3');
		await page.getByLabel('Grund, öffentlich').fill('Ein Fragebogen war falsch zugeordnet.');
		await page.getByRole('button', { name: 'Zurückziehen' }).click();
		await expect(page.getByRole('row', { name: /stand 3/ })).toContainText('Ein Fragebogen war falsch zugeordnet.');
		await expect(page.getByRole('row', { name: /stand 2/ })).toContainText('gilt');

		await page.goto('/releases/3');
		await expect(page.getByText('Ein Fragebogen war falsch zugeordnet.')).toBeVisible();
		await expect(page.getByRole('table')).toHaveCount(0);
		for (const gone of ['release.json', 'cells.csv', 'cells.parquet', 'all.zip', 'README.txt', 'codebook'])
			expect((await page.request.get(`/releases/3/${gone}`)).status(), gone).toBe(410);
		await page.goto('/research?release=3');
		await expect(page.getByText(/^Grund: /)).toBeVisible();
		await expect(page.getByRole('link', { name: /ZIP|CSV/ })).toHaveCount(0);
	});

	test('a cut-off in the future is refused at the field', async ({ page }) => {
		await page.goto('/operate/releases');
		await page.getByLabel('Stichtag').fill('2099-01-01');
		await page.getByRole('button', { name: 'Vorschau berechnen' }).click();
		await expect(page.getByRole('alert')).toContainText('nicht in der Zukunft');
		await expect(page.getByLabel('Stichtag')).toHaveValue('2099-01-01');
	});
});
