import { expect, expectAccessible, expectHydrated, expectNoSidewaysScroll, LOOK_OF } from '../support/browser.ts';
import { takeLink, test } from '../support/invited-round.ts';
import { arriveAt, follow, tabTo } from '../support/keyboard.ts';
import { answerLevel } from '../support/taking-a-check.ts';

test.describe.configure({ mode: 'default' });

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('from the link to answers that are submitted, changed, opened elsewhere, and withdrawn', async ({
			page,
			browser,
			invited
		}) => {
			const link = takeLink(invited, 'collecting');
			await page.goto(link);
			await expect(page.getByRole('heading', { name: /^Musterau lädt Sie ein/ })).toBeVisible();
			await expect(page.getByText('Ihre einzelnen Antworten sieht niemand in Ihrer Kommune')).toBeVisible();
			await page.getByRole('button', { name: 'Los geht’s' }).click();
			await expect(page).toHaveURL('/answer');
			await page.getByRole('link', { name: 'Mit der ersten Frage beginnen' }).click();
			const item = await page.locator('input[name^="rating."]').first().getAttribute('name');
			const first = (item ?? '').replace('rating.', '');
			const criterion = first.split('.')[0] ?? '';
			await answerLevel(page, first, 4);
			if (javaScriptEnabled) await expect(page.getByRole('status')).toContainText('Gespeichert');
			await page.getByRole('button', { name: 'Weiter', exact: true }).click();
			await expect(page).not.toHaveURL(`/answer/${criterion}`);
			await page.getByRole('button', { name: 'Zur Übersicht' }).click();
			await expect(page.getByText('Noch nicht abgegeben.')).toBeVisible();
			const code = (await page.locator('.code').textContent()) ?? '';
			expect(code).toMatch(/^(\w{4}-){3}\w{4}$/);

			await page.getByRole('link', { name: 'Hürden (freiwillig)' }).click();
			const hurdles = page.getByRole('combobox');
			await expect(hurdles).toHaveCount(16);
			for (const index of [0, 1, 2, 3]) await hurdles.nth(index).selectOption('Bremst stark');
			await page.getByRole('button', { name: 'Weiter', exact: true }).click();
			await expect(page.getByRole('alert')).toContainText('Nennen Sie höchstens 3');
			await expect(hurdles.nth(3)).toHaveValue('2');
			await hurdles.nth(0).selectOption('Keine Hürde');
			await page.getByRole('button', { name: 'Weiter', exact: true }).click();
			await expect(page.getByRole('heading', { name: 'Antworten prüfen' })).toBeVisible();
			await expect(page.getByText('Bremst stark')).toHaveCount(3);
			await page.getByRole('button', { name: 'Antworten abgeben' }).click();
			await expect(page.getByRole('heading', { name: 'Danke, Ihre Antworten sind abgegeben' })).toBeVisible();

			const elsewhere = await browser.newContext({ javaScriptEnabled });
			const other = await elsewhere.newPage();
			await other.goto(link);
			await other.getByText('Ich habe schon anderswo begonnen').click();
			await other.getByLabel('Ihr Code von dort').fill('K7MR-3TWQ-K7MR-3TWQ');
			await other.getByRole('button', { name: 'Weitermachen' }).click();
			await expect(other.getByRole('alert')).toContainText('Unter diesem Code und diesem Link ist nichts gespeichert');
			await expect(other.getByLabel('Ihr Code von dort')).toHaveValue('K7MR-3TWQ-K7MR-3TWQ');
			await other.getByLabel('Ihr Code von dort').fill(code.toLowerCase());
			await other.getByRole('button', { name: 'Weitermachen' }).click();
			await expect(other.getByText('Abgegeben.')).toBeVisible();
			await other.goto(`/answer/${criterion}`);
			await expect(other.locator(`input[name="rating.${first}"][value="4"]`)).toBeChecked();
			await answerLevel(other, first, 2);
			await other.getByRole('button', { name: 'Zur Übersicht' }).click();
			await expect(other).toHaveURL('/answer');
			await elsewhere.close();

			// Whoever has the link alone begins afresh and sees none of it.
			const stranger = await browser.newContext({ javaScriptEnabled });
			const curious = await stranger.newPage();
			await curious.goto(link);
			await curious.getByRole('button', { name: 'Los geht’s' }).click();
			await curious.waitForURL('/answer');
			await curious.goto(`/answer/${criterion}`);
			await expect(curious.locator('input[name^="rating."]:checked')).toHaveCount(0);
			await stranger.close();

			await page.goto(`/answer/${criterion}`);
			await expect(page.locator(`input[name="rating.${first}"][value="2"]`)).toBeChecked();
			await page.goto('/answer');
			await page.getByRole('link', { name: 'Antworten zurückziehen' }).click();
			await page.getByRole('button', { name: 'Endgültig löschen' }).click();
			await expect(page.getByText('Noch nicht abgegeben.')).toBeVisible();
			await page.goto(`/answer/${criterion}`);
			await expect(page.locator('input[name^="rating."]:checked')).toHaveCount(0);
		});
	});

test('by keyboard alone, from the link to the end', async ({ page, invited }) => {
	await page.goto(takeLink(invited, 'collecting', 'treasury'));
	await follow(page, 'Los geht’s', 'button');
	await arriveAt(page, '/answer');
	await follow(page, 'Mit der ersten Frage beginnen');
	await tabTo(page, page.locator('input[name^="rating."]').first());
	await expectHydrated(page);
	await page.keyboard.press('4');
	await expect(page.locator('input[name^="rating."][value="4"]')).toBeChecked();
	await follow(page, 'Zur Übersicht', 'button');
	await arriveAt(page, '/answer');
	await follow(page, 'Hürden (freiwillig)');
	await tabTo(page, page.getByLabel('Haushaltszwang'));
	await page.keyboard.press('End');
	await expect(page.getByText('1 von 3 genannt')).toBeVisible();
	await page.keyboard.press('Enter');
	await follow(page, 'Weiter', 'button');
	await arriveAt(page, '/answer/review');
	await follow(page, 'Antworten abgeben', 'button');
	await expect(page.getByRole('heading', { name: 'Danke, Ihre Antworten sind abgegeben' })).toBeVisible();
});

test(
	'on a phone answers given without a connection wait and are sent when it is back',
	{ tag: '@phone' },
	async ({ page, context, invited }) => {
		await page.goto(takeLink(invited, 'mailed'));
		await page.getByRole('button', { name: 'Los geht’s' }).click();
		await page.getByRole('link', { name: 'Mit der ersten Frage beginnen' }).click();
		const level = page.locator('input[name^="rating."][value="2"]').first();
		await level.waitFor();
		await expectHydrated(page);
		await context.setOffline(true);
		await level.check();
		await expect(page.getByText('Keine Verbindung').first()).toBeVisible();
		await context.setOffline(false);
		await expect(page.getByText(/^Gespeichert/)).toBeVisible();
		await page.goto('/answer/hurdles');
		await page.getByLabel('Ressortdenken').selectOption('Blockiert uns');
		await expect(page.getByText(/^Gespeichert/)).toBeVisible();
		await page.goto('/answer/review');
		await expect(page.getByText('Blockiert uns')).toBeVisible();
		await page.getByRole('button', { name: 'Antworten abgeben' }).click();
		await expect(page.getByRole('heading', { name: 'Danke, Ihre Antworten sind abgegeben' })).toBeVisible();
	}
);

test('a shared computer keeps nothing once the browser is closed', async ({ page, context, invited }) => {
	await page.goto(takeLink(invited, 'collecting', 'council'));
	await page.getByLabel('Dies ist ein gemeinsam genutzter Rechner').check();
	await page.getByRole('button', { name: 'Los geht’s' }).click();
	await page.getByRole('link', { name: 'Mit der ersten Frage beginnen' }).click();
	await page.locator('input[name^="rating."][value="3"]').first().check();
	await expect(page.getByText(/^Gespeichert/)).toBeVisible();
	const kept = (await context.cookies()).filter(({ name }) => name.startsWith('answer'));
	expect(kept.map(({ name, expires }) => [name, expires])).toEqual([['answer-session', -1]]);
	expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test('an open workshop asks for a name, and one link serves many', async ({ page, browser, invited }) => {
	const [shared] = invited.rounds.open.codes;
	const link = `/answer/${shared?.link}`;
	await page.goto(link);
	await expect(page.getByText('Ihr Name steht neben Ihren Antworten.')).toBeVisible();
	await page.getByRole('button', { name: 'Los geht’s' }).click();
	await expect(page.getByRole('alert')).toContainText('Geben Sie Ihren Namen ein');
	await page.getByLabel('Ihr Name').fill('Erika Muster');
	await page.getByLabel('Ich bin damit einverstanden').check();
	await page.getByRole('button', { name: 'Los geht’s' }).click();
	await expect(page).toHaveURL('/answer');
	const own = await page.locator('.code').textContent();

	const other = await (await browser.newContext()).newPage();
	await other.goto(link);
	await other.getByLabel('Ihr Name').fill('Max Muster');
	await other.getByLabel('Ich bin damit einverstanden').check();
	await other.getByRole('button', { name: 'Los geht’s' }).click();
	await expect(other).toHaveURL('/answer');
	expect(await other.locator('.code').textContent()).not.toBe(own);
	await other.context().close();
});

test('the code of a slip leads to the same page as its link', async ({ page, invited }) => {
	const [slip] = invited.rounds.collecting.codes;
	await page.goto('/answer/enter');
	await page.getByLabel('Code von Ihrem Zettel').fill('K7MR-3TWQ-K7MR-3TWQ');
	await page.getByRole('button', { name: 'Weiter', exact: true }).click();
	await expect(page.getByRole('alert')).toContainText('Zu diesem Code gibt es keine Befragung, die gerade läuft.');
	await page.getByLabel('Code von Ihrem Zettel').fill((slip?.code ?? '').toLowerCase());
	await page.getByRole('button', { name: 'Weiter', exact: true }).click();
	await expect(page).toHaveURL(`/answer/${slip?.link}`);
});

test('afterwards the link leads to the result where it is shown, and to a friendly word where not', async ({
	page,
	invited
}) => {
	await page.goto(invited.ended.shown);
	await page.getByRole('link', { name: 'Zum Ergebnis' }).click();
	await expect(page.getByRole('heading', { name: 'Ergebnis', level: 1 })).toBeVisible();
	await expect(page.getByText('Dieser Link zeigt das Ergebnis allen, die eingeladen waren.')).toBeVisible();

	await page.goto(invited.ended.unshown);
	await expect(page.getByText('Nach dem Ergebnis fragen Sie bitte die Stelle')).toBeVisible();
	expect((await page.goto(`${invited.ended.unshown}/result`))?.status()).toBe(404);
	await page.goto(invited.ended.consensus);
	await expect(page.getByText('Jetzt wird gemeinsam ausgewertet.')).toBeVisible();
	await expect(page.getByText('Sobald das Ergebnis feststeht, finden Sie es hier.')).toBeVisible();
	expect((await page.goto(`${invited.ended.consensus}/result`))?.status()).toBe(404);
	await page.goto(takeLink(invited, 'overdue'));
	await expect(page.getByText('Wird die Frist verlängert, führt Ihr Link wieder hinein.')).toBeVisible();
	expect((await page.goto(`/answer/${'a'.repeat(32)}-${'b'.repeat(32)}`))?.status()).toBe(404);
	await expect(page.getByText('Diese Einladung gilt nicht oder nicht mehr.')).toBeVisible();
});

for (const language of ['de', 'en'] as const)
	test.describe(language, () => {
		test.use(LOOK_OF[language]);

		test('the pages of answering are accessible and fit the screen', async ({ page, invited }) => {
			const look = async (path: string) => {
				await page.goto(path);
				await expectAccessible(page);
				await expectNoSidewaysScroll(page);
			};
			for (const path of ['/answer/enter', ...Object.values(invited.ended), `${invited.ended.shown}/result`])
				await look(path);
			await look(takeLink(invited, 'open', 'council'));
			await look(takeLink(invited, 'mailed', 'council'));
			await page.locator('#go').click();
			await page.waitForURL('/answer');
			await page.locator('.kern-btn--primary').first().click();
			await page.locator('input[name^="rating."][value="3"]').first().check();
			await expect(page.getByText(/^(Gespeichert|Saved)/)).toBeVisible();
			const code = /answer\/([A-Z]\d)/.exec(page.url())?.[1] ?? '';
			for (const path of ['', `/${code}`, '/hurdles', '/review', '/code', '/withdraw']) await look(`/answer${path}`);
			await page.goto('/answer/review');
			await page.locator('main .kern-btn--primary').click();
			await page.waitForURL('/answer/submitted');
			await look('/answer/submitted');
		});
	});
