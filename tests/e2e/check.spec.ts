import { expect, expectAccessible, expectHydrated, expectNoSidewaysScroll, test, LOOK_OF } from '../support/browser.ts';
import { answerLevel, startTrial } from '../support/taking-a-check.ts';

test('a check is started by hand, answered, left and gone on with in another browser', async ({ page, browser }) => {
	await page.goto('/');
	await page.getByRole('link', { name: 'Selbstcheck starten' }).click();
	await page.waitForURL('/check');
	await page.getByRole('link', { name: 'Selbstcheck starten' }).first().click();
	await page.getByLabel('Selbst eintragen').check();
	await page.getByLabel('Name der Kommune').fill('Musterau');
	await page.getByLabel('Art der Kommune').selectOption('Gemeinde');
	await page.getByLabel('Land', { exact: true }).selectOption('Hessen');
	await page.getByLabel('Bevölkerung').fill('12 500');
	await page.getByRole('button', { name: 'Beginnen' }).click();
	await page.getByRole('heading', { name: 'Ihr Code zum Weitermachen' }).waitFor();
	const code = (await page.getByText(/^(\w{4}-){3}\w{4}$/).textContent()) ?? '';
	await page.getByRole('link', { name: 'Zu den Fragen' }).click();
	await expect(page.getByText('Musterau')).toBeVisible();
	await page.getByRole('link', { name: 'Mit der ersten Frage beginnen' }).click();
	await answerLevel(page, 'D1.1', 3);
	await expect(page.getByRole('status')).toContainText('Gespeichert');

	const elsewhere = await browser.newContext({ locale: 'de-DE' });
	const other = await elsewhere.newPage();
	await other.goto('/check/resume');
	await other.getByLabel('Ihr Code').fill(code.toLowerCase().replaceAll('-', ' '));
	await other.getByRole('button', { name: 'Weitermachen' }).click();
	await expect(other.getByText('1 von 18 Aussagen beantwortet')).toBeVisible();
	await other.getByRole('link', { name: 'Strategische Ziele' }).click();
	await expect(other.locator('input[name="rating.D1.1"][value="3"]')).toBeChecked();
	await elsewhere.close();
});

test('a link with the code fills it in and leaves no trace in the address', async ({ page }) => {
	await startTrial(page, 'short');
	await page.getByRole('link', { name: /check\/resume#/ }).click();
	await expect(page.getByLabel('Ihr Code')).toHaveValue(/^(\w{4}-){3}\w{4}$/);
	await expect(page).toHaveURL(/\/check\/resume$/);
});

test('a check that this browser has no code for does not exist', async ({ page, browser }) => {
	const id = await startTrial(page, 'short');
	const stranger = await (await browser.newContext()).newPage();
	for (const path of ['', '/D1', '/code', '/review', '/result', '/delete', '/finish', '/profile']) {
		expect((await stranger.goto(`/check/${id}${path}`))?.status(), path).toBe(404);
	}
	const data = await stranger.request.get(`/check/${id}/D1/__data.json`);
	expect(await data.json()).toMatchObject({
		nodes: expect.arrayContaining([expect.objectContaining({ status: 404 })])
	});
	await stranger.context().close();
});

test('number keys choose a level, and 0 says that nobody knows', async ({ page }) => {
	const id = await startTrial(page, 'short');
	await page.goto(`/check/${id}/A1`);
	await expectHydrated(page);
	await answerLevel(page, 'A1.1', 1);
	await page.keyboard.press('4');
	await expect(page.locator('input[name="rating.A1.1"][value="4"]')).toBeChecked();
	await page.keyboard.press('0');
	await expect(page.locator('input[name="rating.A1.1"][value="unknown"]')).toBeChecked();
	await expect(page.getByRole('status')).toContainText('Gespeichert');
});

test('Enter goes on and leaves the choice', async ({ page }) => {
	const id = await startTrial(page, 'short');
	await page.goto(`/check/${id}/D1`);
	await answerLevel(page, 'D1.1', 3);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/D2$/);
	await page.goto(`/check/${id}/D1`);
	await expect(page.locator('input[name="rating.D1.1"][value="3"]')).toBeChecked();
});

test('"does not apply" asks for its reason, saves without it and says that it does not count yet', async ({ page }) => {
	const id = await startTrial(page, 'short');
	await page.goto(`/check/${id}/D1`);
	await page.getByLabel('Trifft auf uns nicht zu').check();
	await page.getByRole('button', { name: 'Weiter' }).click();
	await expect(page.getByRole('alert')).toBeFocused();
	await expect(page.getByLabel('Trifft auf uns nicht zu')).toBeChecked();
	await page.getByLabel('Warum trifft die Aussage').fill('Diese Aufgabe hat der Kreis.');
	await page.getByRole('button', { name: 'Weiter' }).click();
	await page.waitForURL(/\/D2$/);
});

test('an answer that could not be sent waits in the browser, survives a reload and is saved once', async ({ page }) => {
	const id = await startTrial(page, 'short');
	await page.goto(`/check/${id}/D1`);
	await page.route('**/answers', (route) => route.abort());
	await answerLevel(page, 'D1.1', 5);
	await expect(page.getByRole('status')).toContainText('Keine Verbindung');
	await page.reload();
	await expect(page.locator('input[name="rating.D1.1"][value="5"]')).toBeChecked();
	await expect(page.getByRole('status')).toContainText('Keine Verbindung');

	await page.unroute('**/answers');
	await page.evaluate(() => dispatchEvent(new Event('online')));
	await expect(page.getByRole('status')).toContainText('Gespeichert');
	expect(await page.evaluate(() => localStorage.length)).toBe(0);
	await page.reload();
	await expect(page.locator('input[name="rating.D1.1"][value="5"]')).toBeChecked();
	await expect(page.locator('input[name="revision.D1.1"]')).toHaveValue('1');
});

test('on a shared computer nothing is kept in the browser', async ({ page, context }) => {
	const id = await startTrial(page, 'short', { sharedComputer: true });
	await page.goto(`/check/${id}/D1`);
	await expectHydrated(page);
	await context.setOffline(true);
	await answerLevel(page, 'D1.1', 5);
	await expect(page.getByRole('status')).toContainText('Lassen Sie dieses Fenster offen');
	expect(await page.evaluate(() => localStorage.length)).toBe(0);
	await context.setOffline(false);
	await expect(page.getByRole('status')).toContainText('Gespeichert');
	expect((await context.cookies()).find(({ name }) => name === 'checks-session')?.expires).toBe(-1);
});

test('another tab learns of an answer, and two answers at once are settled by the person', async ({
	page,
	context
}) => {
	const id = await startTrial(page, 'short');
	await page.goto(`/check/${id}/D1`);
	const other = await context.newPage();
	await other.goto(`/check/${id}/D1`);
	await expectHydrated(other);
	await answerLevel(page, 'D1.1', 2);
	await expect(other.locator('input[name="rating.D1.1"][value="2"]')).toBeChecked();

	await context.setOffline(true);
	await answerLevel(page, 'D1.1', 3);
	await answerLevel(other, 'D1.1', 4);
	await expect(other.getByRole('status')).toContainText('Keine Verbindung');
	await context.setOffline(false);
	const conflicts = () =>
		Promise.all([page, other].map((tab) => tab.getByText('Hierzu gibt es zwei Antworten').count()));
	await expect.poll(async () => (await conflicts()).sort()).toEqual([0, 1]);
	const loser = (await conflicts())[0] ? page : other;
	await loser.getByRole('button', { name: 'Antwort aus diesem Fenster behalten' }).click();
	await expect(loser.getByText('Hierzu gibt es zwei Antworten')).toBeHidden();
	const kept = loser === page ? '3' : '4';
	await expect(page.locator(`input[name="rating.D1.1"][value="${kept}"]`)).toBeChecked();
	await expect(other.locator(`input[name="rating.D1.1"][value="${kept}"]`)).toBeChecked();
});

test('a deleted check is gone at once', async ({ page }) => {
	const id = await startTrial(page, 'short');
	await page.goto(`/check/${id}/delete`);
	await page.getByRole('button', { name: 'Endgültig löschen' }).click();
	await expect(page.getByRole('heading', { name: 'Ihr Selbstcheck ist gelöscht' })).toBeVisible();
	expect((await page.goto(`/check/${id}`))?.status()).toBe(404);
});

test('a form that cannot be accepted says why, takes the focus and keeps what was typed', async ({ page }) => {
	await page.goto('/check/new');
	await page.getByLabel('Selbst eintragen').check();
	await page.getByLabel('Name der Kommune').fill('M');
	await page.getByLabel('Bevölkerung').fill('viele');
	await page.getByRole('button', { name: 'Beginnen' }).click();
	await expect(page.getByRole('alert')).toBeFocused();
	await expect(page.getByLabel('Bevölkerung')).toHaveValue('viele');
	await expect(page.getByLabel('Bevölkerung')).toHaveAttribute('aria-invalid', 'true');
	await expectAccessible(page);
});

for (const language of ['de', 'en'] as const) {
	test.describe(language, () => {
		test.use(LOOK_OF[language]);
		test('every page of the check is accessible and fits 320 px', async ({ page }) => {
			const id = await startTrial(page, 'full', { language });
			const paths = ['/', '/check', '/check/new', '/check/resume', `/check/${id}`, `/check/${id}/D1`];
			const more = ['code', 'profile', 'review', 'finish', 'delete'].map((path) => `/check/${id}/${path}`);
			for (const path of [...paths, ...more]) {
				await page.goto(path);
				await expectAccessible(page);
				await expectNoSidewaysScroll(page);
			}
		});
	});
}
