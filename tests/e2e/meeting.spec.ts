import { expect, expectAccessible, expectHydrated, expectNoSidewaysScroll, LOOK_OF } from '../support/browser.ts';
import { COMMENT, DISPUTED, OBSERVER, ORGANISERS, pathOf, signInTo, test } from '../support/held-meeting.ts';

test.describe.configure({ mode: 'default' });
const [KIM, MIKA] = ORGANISERS;

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('from the agenda to the closed result', async ({ page, browser, meeting }) => {
			const round = meeting.rounds[javaScriptEnabled ? 'story' : 'plain'];
			await signInTo(page, KIM, pathOf(round, 'meeting'));
			await expect(page.getByText('0 von 1 Punkten der Tagesordnung festgelegt')).toBeVisible();
			await page.getByRole('link', { name: 'Zum nächsten offenen Punkt' }).click();
			await expect(page.getByText('Mittelwert 3,0, gerundet Stufe 3 (Geregelt) · uneinig')).toBeVisible();
			expect(await page.content()).not.toContain(COMMENT);

			await page.getByRole('link', { name: 'Zur Tagesordnung' }).click();
			await page.getByRole('button', { name: 'Leitung übernehmen' }).click();
			await expect(page.getByText('Sie leiten die Sitzung als: Stabsstelle Nachhaltigkeit.')).toBeVisible();
			await page.getByRole('link', { name: 'Zum nächsten offenen Punkt' }).click();
			await page.getByText('Anmerkungen (1)').click();
			await expect(page.getByText(COMMENT)).toBeVisible();

			const form = page.locator('form[action="?/decide"]');
			await form.getByLabel('4 Verankert').check();
			await form.getByLabel('Begründung', { exact: true }).fill('so');
			await form.getByLabel('Abweichende Meinung').fill('Der Rat sieht es anders');
			await form.getByRole('button', { name: 'Festlegen' }).click();
			await expect(page.getByRole('alert')).toContainText('Begründen Sie die Festlegung');
			await expect(form.getByLabel('4 Verankert')).toBeChecked();
			await expect(form.getByLabel('Abweichende Meinung')).toHaveValue('Der Rat sieht es anders');
			await form.getByLabel('Begründung', { exact: true }).fill('Ratsbeschluss von 2025');

			const other = await (await browser.newContext({ javaScriptEnabled })).newPage();
			await signInTo(other, MIKA, pathOf(round, `meeting/${DISPUTED}`));
			expect(await other.content()).not.toContain(COMMENT);
			await other.locator('#settlement-2').check();
			await other.locator('#reason').fill('war schneller');
			await other.getByRole('button', { name: 'Festlegen' }).click();
			await expect(other.getByText('Festgelegt: 2 Vereinzelt.')).toBeVisible();
			await other.context().close();

			await form.getByRole('button', { name: 'Festlegen' }).click();
			await expect(page.getByRole('alert')).toContainText('Inzwischen hat jemand anderes');
			await expect(page.getByText('Festgelegt: 2 Vereinzelt.')).toBeVisible();
			await expect(form.getByLabel('Begründung', { exact: true })).toHaveValue('Ratsbeschluss von 2025');
			await form.getByRole('button', { name: 'Festlegen' }).click();
			await expect(page.getByText('Festgelegt: 4 Verankert.')).toBeVisible();

			await page.getByRole('link', { name: 'Zur Tagesordnung' }).click();
			await page.getByRole('button', { name: 'Alle 17 offenen Aussagen annehmen' }).click();
			await expect(page.getByText('Alle weiteren Aussagen sind angenommen.')).toBeVisible();
			await page.getByLabel('Anwesende').fill('Stabsstelle, Kämmerei');
			await page.getByRole('button', { name: 'Anwesende speichern' }).click();
			await expect(page.getByRole('status').filter({ hasText: 'Gespeichert' })).toBeVisible();
			await page.getByRole('link', { name: 'Runde abschließen' }).click();
			await page.getByRole('button', { name: 'Jetzt abschließen' }).click();

			await expect(page.getByRole('heading', { name: 'Ergebnis', level: 1 })).toBeVisible();
			await expect(page.getByText('Gemeinsame Einschätzung')).toBeVisible();
			await page.getByRole('link', { name: 'Protokoll der Sitzung' }).click();
			await expect(page.getByText('Festlegung: 4 Verankert')).toBeVisible();
			await expect(page.getByText('Begründung: Ratsbeschluss von 2025')).toBeVisible();
			await expect(page.getByText('Abweichende Meinung: Der Rat sieht es anders')).toBeVisible();
			await expect(page.getByText('Stabsstelle, Kämmerei')).toBeVisible();
			expect(await page.content()).not.toContain(COMMENT);
			const href = await page.getByRole('link', { name: 'Protokoll als Word-Datei (DOCX)' }).getAttribute('href');
			const file = await page.request.get(href ?? '');
			expect(file.headers()['content-disposition']).toMatch(/"protokoll-der-konsenssitzung_musterau_[\d-]+\.docx"/);
			expect((await file.body()).subarray(0, 2).toString()).toBe('PK');
			expect((await page.goto(pathOf(round, `meeting/${DISPUTED}`)))?.status()).toBe(404);
		});
	});

test('by keyboard: digits choose, U takes back, arrows turn, and nothing of it while somebody types', async ({
	page,
	meeting
}) => {
	await signInTo(page, KIM, pathOf(meeting.rounds.looks, `meeting/${DISPUTED}`));
	await expectHydrated(page);
	await page.locator('h1').click();
	await page.keyboard.press('4');
	await expect(page.locator('#settlement-4')).toBeChecked();
	await page.locator('#reason').fill('');
	await page.locator('#reason').pressSequentially('12 u 5');
	await expect(page.locator('#settlement-4')).toBeChecked();
	await page.getByRole('button', { name: 'Festlegen' }).click();
	await expect(page.getByText('Festgelegt: 4 Verankert.')).toBeVisible();
	await page.locator('h1').click();
	await page.keyboard.press('u');
	await expect(page.getByText('Festgelegt: 4 Verankert.')).toBeHidden();
	await expect(page.locator('#reason')).toHaveValue('12 u 5');
	await page.keyboard.press('ArrowRight');
	await expect(page).toHaveURL(/meeting\/(?!D1\.1)[A-Z]\d\.\d$/);
	await page.getByLabel(/^Tastenkürzel/).uncheck();
	await page.locator('h1').click();
	const here = page.url();
	await page.keyboard.press('ArrowLeft');
	await page.keyboard.press('3');
	await expect(page.locator('#settlement-3')).not.toBeChecked();
	expect(page.url()).toBe(here);
});

test('D12: four responses show nothing, an open workshop shows names, and strangers and observers see neither', async ({
	page,
	browser,
	meeting
}) => {
	const { few, open } = meeting.rounds;
	await signInTo(page, KIM, pathOf(few, 'meeting'));
	await expect(page.getByText('Weniger als fünf Personen haben geantwortet')).toBeVisible();
	await expect(page.getByText('Kein Mittelwert')).toHaveCount(18);
	await page.goto(pathOf(open, `meeting/${DISPUTED}`));
	await expect(page.getByText('Person 2: 5 Wirksam und lernend')).toBeVisible();

	const other = await (await browser.newContext()).newPage();
	await signInTo(other, OBSERVER, '/account');
	for (const rest of ['meeting', `meeting/${DISPUTED}`, 'meeting/close', 'minutes', 'minutes.docx', 'result'])
		expect((await other.goto(pathOf(few, rest)))?.status(), rest).toBe(404);
	await other.context().close();
	const stranger = await (await browser.newContext()).newPage();
	await stranger.goto(pathOf(few, 'meeting'));
	await expect(stranger).toHaveURL(/\/account\/sign-in/);
	await stranger.context().close();
});

for (const language of ['de', 'en'] as const)
	test.describe(`in ${language}`, () => {
		test.use(LOOK_OF[language]);

		test('the pages of the meeting are accessible and fit the screen', async ({ page, meeting }) => {
			const { looks, few, open } = meeting.rounds;
			await signInTo(page, KIM, pathOf(looks, 'meeting'));
			for (const path of [
				pathOf(looks, 'meeting'),
				pathOf(looks, `meeting/${DISPUTED}`),
				pathOf(looks, 'meeting/close'),
				pathOf(looks, 'minutes'),
				pathOf(few, 'meeting'),
				pathOf(open, `meeting/${DISPUTED}`)
			]) {
				await page.goto(path);
				await expectAccessible(page);
				await expectNoSidewaysScroll(page);
			}
		});
	});
