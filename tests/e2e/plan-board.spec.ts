import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, LOOK_OF } from '../support/browser.ts';
import { signInTo } from '../support/held-meeting.ts';
import { placeOf, PLANNERS, READER, test } from '../support/planned-town.ts';

test.describe.configure({ mode: 'default' });
const { kim, mika } = PLANNERS;
const PLAN = placeOf('plan');

async function add(page: Page, title: string, owner: string, due = '') {
	await page.goto(`${PLAN}/new`);
	await page.getByLabel('Was wird getan?').fill(title);
	await page.getByLabel('Zuständige Stelle').fill(owner);
	await page.getByLabel('Zu erledigen bis').fill(due);
	await page.getByRole('button', { name: 'Speichern' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Gespeichert.' })).toBeVisible();
}

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });
		const with_ = javaScriptEnabled ? 'mit' : 'ohne';

		test('the treasurer finds the own actions, moves one by keyboard, and the filter stays', async ({ page }) => {
			await signInTo(page, kim, PLAN);
			const [treasury, late] = [`Kämmerei ${with_}`, `Schlüsselprodukte benennen, ${with_}`];
			await add(page, `Ziele im Vorbericht nennen, ${with_}`, treasury);
			await add(page, late, treasury, '2020-01-31');
			await add(page, `Dienstanweisung, ${with_}`, 'Hauptamt');
			await page.getByLabel('Zuständig', { exact: true }).selectOption(treasury);
			await page.getByRole('button', { name: 'Anzeigen', exact: true }).click();
			await expect(page.getByRole('row')).toHaveCount(3);
			await page.getByRole('link', { name: 'Tafel' }).click();
			const column = (name: string) => page.getByRole('region', { name });
			await expect(column('offen (2)').getByRole('listitem').first()).toContainText('bis 31. Januar 2020 (überfällig)');
			await page.getByRole('button', { name: `→ in Arbeit ${late}` }).focus();
			await page.keyboard.press('Enter');
			await expect(
				page.getByRole('status').filter({ hasText: `„${late}“ steht jetzt auf „in Arbeit“.` })
			).toBeVisible();
			await expect(column('in Arbeit (1)')).toContainText(late);
			await column('in Arbeit (1)').getByRole('link', { name: late }).click();
			// The filter of the page before has a field of the same name.
			await expect(page.getByLabel('Was wird getan?')).toHaveValue(late);
			await page.getByLabel('Stand', { exact: true }).selectOption('erledigt');
			await page.getByRole('button', { name: 'Speichern' }).click();
			await expect(column('erledigt (1)')).toContainText(late);
			await expect(column('offen (1)')).toBeVisible();
			await expect(page.getByText(`Dienstanweisung, ${with_}`)).toHaveCount(0);
		});

		test('two people change one action: the later one sees both, and nothing is lost', async ({ page, browser }) => {
			await signInTo(page, kim, PLAN);
			const title = `Leitlinie beschließen, ${with_}`;
			await add(page, title, '');
			await page.getByRole('link', { name: title }).click();
			await expect(page.getByLabel('Was wird getan?')).toHaveValue(title);

			const other = await (await browser.newContext({ javaScriptEnabled })).newPage();
			await signInTo(other, mika, `${PLAN}?view=board`);
			await other.getByRole('button', { name: `→ in Arbeit ${title}` }).click();
			await expect(other.getByRole('status').filter({ hasText: 'in Arbeit' })).toBeVisible();

			await page.getByLabel('Zuständige Stelle').fill('Stabsstelle');
			await page.getByLabel('Notizen').fill('Entwurf liegt vor.');
			const answer = page.waitForResponse((response) => response.request().method() === 'POST');
			await page.getByRole('button', { name: 'Speichern' }).click();
			if (!javaScriptEnabled) expect((await answer).status()).toBe(409);
			const warning = page.getByRole('alert');
			await expect(warning).toContainText('hat inzwischen jemand anderes geändert');
			if (javaScriptEnabled) await expect(warning).toBeFocused();
			await expect(warning.getByRole('row').filter({ hasText: 'Stand' })).toContainText('in Arbeit');
			await expect(warning.getByRole('row').filter({ hasText: 'Zuständige Stelle' })).toContainText('leer');
			await expect(page.getByLabel('Notizen')).toHaveValue('Entwurf liegt vor.');
			await page.getByLabel('Stand', { exact: true }).selectOption('in Arbeit');
			await page.getByRole('button', { name: 'Speichern' }).click();
			const row = page.getByRole('row').filter({ hasText: title });
			await expect(row).toContainText('Stabsstelle');
			await expect(row).toContainText('in Arbeit');

			await other.getByRole('button', { name: `→ erledigt ${title}` }).click();
			await expect(other.getByRole('alert')).toContainText('jetzt steht es auf „in Arbeit“. Verschoben wurde nichts.');
			await other.getByRole('button', { name: `→ erledigt ${title}` }).click();
			await expect(other.getByRole('status').filter({ hasText: '„erledigt“' })).toBeVisible();
			await other.context().close();
		});

		test('nobody deletes what somebody else has changed meanwhile', async ({ page, browser }) => {
			await signInTo(page, kim, PLAN);
			const title = `Leitbild schreiben, ${with_}`;
			await add(page, title, 'Hauptamt');
			await page.getByRole('link', { name: title }).click();
			await expect(page.getByLabel('Was wird getan?')).toHaveValue(title);

			const other = await (await browser.newContext({ javaScriptEnabled })).newPage();
			await signInTo(other, mika, `${PLAN}?view=board`);
			await other.getByRole('button', { name: `→ in Arbeit ${title}` }).click();
			await expect(other.getByRole('status').filter({ hasText: 'in Arbeit' })).toBeVisible();
			await other.context().close();

			await page.getByLabel('Ja, diese Maßnahme löschen').check();
			const answer = page.waitForResponse((response) => response.request().method() === 'POST');
			await page.getByRole('button', { name: 'Löschen' }).click();
			if (!javaScriptEnabled) expect((await answer).status()).toBe(409);
			const warning = page.getByRole('alert');
			await expect(warning).toContainText('Gelöscht wurde nichts.');
			await expect(warning.getByRole('row')).toHaveCount(2);
			await expect(warning.getByRole('row').last()).toContainText(/Stand.*in Arbeit.*offen/);
			await page.getByLabel('Ja, diese Maßnahme löschen').check();
			await page.getByRole('button', { name: 'Löschen' }).click();
			await expect(page.getByText('Die Maßnahme ist gelöscht.')).toBeVisible();
			await expect(page.getByRole('link', { name: title })).toHaveCount(0);
		});
	});

test('whoever only reads sees the board without a button to move', async ({ page }) => {
	await signInTo(page, READER, `${PLAN}?view=board`);
	await expect(page.getByRole('region', { name: /^offen/ })).toBeVisible();
	await expect(page.getByRole('button', { name: /^→/ })).toHaveCount(0);
});

test('a long column shows its first actions, and the others on a click', async ({ page, browser, town }) => {
	await signInTo(page, kim, `${PLAN}/new`);
	for (let number = 1; number <= 14; number++)
		await page.request.post(`${PLAN}/new`, {
			headers: { origin: town.origin },
			form: { title: `Verworfen, Nummer ${number}`, status: 'dropped' }
		});
	const storageState = await page.context().storageState();
	for (const javaScriptEnabled of [true, false]) {
		const context = await browser.newContext({ javaScriptEnabled, storageState });
		const board = await context.newPage();
		await board.goto(`${town.origin}${PLAN}?view=board&status=dropped`);
		const column = board.getByRole('region', { name: 'verworfen (14)' });
		await expect(column.getByRole('listitem')).toHaveCount(8);
		await column.getByText('6 weitere').click();
		await expect(column.getByRole('listitem')).toHaveCount(14);
		await context.close();
	}
});

for (const language of ['de', 'en'] as const)
	test.describe(language, () => {
		test.use(LOOK_OF[language]);

		test('the board and a conflict are accessible and fit', async ({ page }) => {
			await signInTo(page, mika, `${PLAN}/new`);
			await page.locator('#title').fill(`Eine Maßnahme mit einem ${'sehr'.repeat(30)} langen Wort`);
			await page.locator('#owner').fill(`Amt${'fürVieles'.repeat(10)}`);
			await page.locator('main form .kern-btn--primary').click();
			await page.waitForURL(`**${PLAN}?saved`);
			await page.goto(`${PLAN}?view=board`);
			await expectAccessible(page);
			await expectNoSidewaysScroll(page);
			await page.locator('.board a').first().click();
			await page.locator('#notes').fill('Notiz');
			await page
				.locator('input[name="revision"]')
				.first()
				.evaluate((field: HTMLInputElement) => (field.value = '0'));
			await page.locator('main form .kern-btn--primary').click();
			await expect(page.locator('[role="alert"] table')).toBeVisible();
			await expectAccessible(page);
			await expectNoSidewaysScroll(page);
		});
	});
