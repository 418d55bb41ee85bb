import type { Browser, Page } from '@playwright/test';
import { expect, expectAccessible, expectHydrated, expectNoSidewaysScroll, LOOK_OF } from '../support/browser.ts';
import { COMMENT, DISPUTED, ORGANISERS, pathOf, signInTo, test } from '../support/held-meeting.ts';

test.describe.configure({ mode: 'default' });
const [KIM, MIKA] = ORGANISERS;

/** Takes the lead, lets screens in, and gives the code. */
async function letIn(page: Page, round: string): Promise<string> {
	await signInTo(page, KIM, pathOf(round, 'meeting'));
	await page.getByRole('button', { name: 'Leitung übernehmen' }).click();
	await expect(page.getByText('Sie leiten die Sitzung als')).toBeVisible();
	await page.goto(pathOf(round, 'meeting/screens'));
	await page.getByRole('button', { name: 'Leinwand und Handys zulassen' }).click();
	return page.locator('.code').innerText();
}

async function join(browser: Browser, code: string, as: 'screen' | 'phone', options = {}): Promise<Page> {
	const page = await (await browser.newContext(options)).newPage();
	await page.goto('/meeting');
	await page.getByLabel('Code der Sitzung').fill(code.toLowerCase());
	await page.getByRole('button', { name: as === 'screen' ? 'Als Leinwand anzeigen' : 'Mitstimmen' }).click();
	await expect(page).toHaveURL(as === 'screen' ? /\/meeting\/screen$/ : /\/meeting\/vote$/);
	return page;
}

test('projector and phones follow whoever leads, and vote blindly', async ({ page, browser, meeting }) => {
	const round = meeting.rounds.shown;
	const code = await letIn(page, round);
	const screen = await join(browser, code, 'screen');
	await expect(screen.getByText('Gleich geht es los.').last()).toBeVisible();
	expect(await screen.content()).not.toContain(DISPUTED);
	const phone = await join(browser, code, 'phone');
	const plain = await join(browser, code, 'phone', { javaScriptEnabled: false });

	await page.goto(pathOf(round, `meeting/${DISPUTED}`));
	await expectHydrated(page);
	await page.locator('h1').click();
	await page.keyboard.press('p');
	await expect(screen.getByRole('heading', { level: 2 })).toBeVisible();
	await expect(screen.getByText('Mittelwert 3,0, gerundet Stufe 3 (Geregelt)')).toBeVisible();
	expect(await screen.content()).not.toContain(COMMENT);
	await page.keyboard.press('t');
	await expect(screen.getByRole('timer')).toContainText(/^\s*[45]:/);
	await expect(page.getByRole('button', { name: 'Zeit anhalten' })).toBeVisible();
	await page.keyboard.press('t');
	await expect(screen.getByText('Zeit angehalten').first()).toBeVisible();

	await page.getByRole('button', { name: 'Verdeckt neu abstimmen' }).click();
	await phone.getByRole('button', { name: 'Stimme abgeben' }).click();
	await expect(phone.getByRole('alert')).toContainText('Wählen Sie eine Stufe oder die Enthaltung');
	await phone.getByLabel('2 Vereinzelt').check();
	await phone.getByRole('button', { name: 'Stimme abgeben' }).click();
	await expect(phone.getByText('Ihre Stimme ist abgegeben.')).toBeVisible();
	await expect(page.getByText('1 von 2 haben abgestimmt')).toBeVisible();
	await expect(screen.getByText('1 von 2 haben abgestimmt')).toBeVisible();
	await expect(screen.locator('.vote')).not.toContainText('Mittelwert');

	await plain.reload();
	await plain.getByLabel('4 Verankert').check();
	await plain.getByRole('button', { name: 'Stimme abgeben' }).click();
	await expect(plain.getByText('weniger als 5 Stufen, deshalb wird nichts gezeigt')).toBeVisible();
	await expect(screen.locator('.vote')).toContainText('weniger als 5 Stufen');

	await page.locator('#settlement-4').check();
	await page.locator('#reason').fill('Ratsbeschluss von 2025');
	await page.getByRole('button', { name: 'Festlegen' }).click();
	await expect(screen.getByText('Festgelegt: 4 Verankert.').last()).toBeVisible();
	await expect(phone.getByText('Festgelegt: 4 Verankert.').last()).toBeVisible();
	expect(await screen.content()).not.toContain('Ratsbeschluss von 2025');

	await page.goto(pathOf(round, 'meeting/screens'));
	await page.getByRole('button', { name: 'Unterbrechen' }).click();
	await expect(screen.getByText('Die Sitzung ist unterbrochen oder beendet.')).toBeVisible();
	await plain.reload();
	await expect(plain).toHaveURL(/\/meeting$/);
	await plain.getByLabel('Code der Sitzung').fill(code);
	await plain.getByRole('button', { name: 'Mitstimmen' }).click();
	await expect(plain.getByRole('alert')).toContainText('Dieser Code gilt nicht oder nicht mehr');
	for (const one of [screen, phone, plain]) await one.context().close();
});

test('a screen comes back by itself when the service does, and shows what is shown then', async ({
	page,
	browser,
	meeting
}) => {
	const code = await letIn(page, meeting.rounds.cut);
	const screen = await join(browser, code, 'screen');
	await meeting.restart();
	await page.goto(pathOf(meeting.rounds.cut, `meeting/${DISPUTED}`));
	await page.getByRole('button', { name: 'Auf der Leinwand zeigen' }).click();
	await expect(screen.getByText(DISPUTED)).toBeVisible({ timeout: 15_000 });
	await screen.context().close();
});

test('without JavaScript the chair works, too, and a screen is loaded anew', async ({ browser, meeting }) => {
	const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	const code = await letIn(page, meeting.rounds.bare);
	const screen = await join(browser, code, 'screen', { javaScriptEnabled: false });
	expect(await screen.content()).toContain('http-equiv="refresh"');
	await page.goto(pathOf(meeting.rounds.bare, `meeting/${DISPUTED}`));
	await page.getByRole('button', { name: 'Auf der Leinwand zeigen' }).click();
	await page.getByRole('button', { name: 'Starten' }).click();
	await page.getByRole('button', { name: 'Zeit anhalten' }).click();
	await page.getByRole('button', { name: 'Verdeckt neu abstimmen' }).click();
	await page.getByRole('button', { name: 'Abstimmung beenden' }).click();
	await expect(page.getByRole('button', { name: 'Verdeckt neu abstimmen' })).toBeVisible();
	await screen.reload();
	await expect(screen.getByRole('heading', { level: 2 })).toBeVisible();
	await expect(screen.getByText('weniger als 5 Stufen')).toBeVisible();
	for (const one of [screen, page]) await one.context().close();
});

test('nobody but whoever leads controls the screens, and nobody watches without the code', async ({
	page,
	browser,
	meeting
}) => {
	const { few } = meeting.rounds;
	await letIn(page, few);
	const stranger = await (await browser.newContext()).newPage();
	for (const path of ['/meeting/screen', '/meeting/vote']) {
		await stranger.goto(path);
		await expect(stranger).toHaveURL(/\/meeting$/);
	}
	expect(await (await stranger.request.get('/meeting/live')).text()).toMatch(/^event: end/);
	await stranger.context().close();
	const other = await (await browser.newContext()).newPage();
	await signInTo(other, MIKA, pathOf(few, 'meeting/screens'));
	await expect(other.getByText('Übernehmen Sie zuerst die Leitung der Sitzung.')).toBeVisible();
	expect(await (await other.request.get(pathOf(few, 'meeting/live'))).text()).toMatch(/^event: end/);
	await other.goto(pathOf(few, `meeting/${DISPUTED}`));
	await expect(other.getByRole('button', { name: 'Auf der Leinwand zeigen' })).toBeHidden();
	await other.goto(pathOf(few, 'meeting'));
	await other.getByRole('button', { name: 'Leitung übernehmen' }).click();
	await expect(other.getByText('Sie leiten die Sitzung als')).toBeVisible();
	await other.context().close();
	await page.getByRole('button', { name: 'Unterbrechen' }).click();
	await expect(page.getByText('Inzwischen leitet jemand anderes die Sitzung.').first()).toBeVisible();
});

for (const language of ['de', 'en'] as const)
	test.describe(`in ${language}`, () => {
		test.use(LOOK_OF[language]);

		test('screens, phones and their controls are accessible and fit', async ({ page, meeting }) => {
			const round = meeting.rounds[`shown-${language}`] ?? '';
			await signInTo(page, KIM, pathOf(round, 'meeting'));
			await page.locator('form[action="?/lead"] button').click();
			await page.locator('form[action="?/leave"]').waitFor();
			const look = async () => {
				await expectAccessible(page);
				await expectNoSidewaysScroll(page);
			};
			await page.goto(pathOf(round, 'meeting/screens'));
			await page.locator('form[action="?/admit"] button').click();
			const code = await page.locator('.code').innerText();
			await look();
			await page.goto(pathOf(round, `meeting/${DISPUTED}`));
			await page.locator('#show').click();
			await page.locator('#clock').click();
			await page.getByRole('timer').waitFor();
			await page.locator('#vote').click();
			await page.locator('form[action$="?/endVote"]').waitFor();
			await look();
			await page.goto('/meeting');
			await look();
			await page.locator('#code').fill(code);
			await page.locator('button[value="screen"]').click();
			await page.locator('.screen').waitFor();
			await look();
			await page.goto('/meeting');
			await page.locator('#code').fill(code);
			await page.locator('button[value="phone"]').click();
			await page.locator('#choice-3').check();
			await look();
			await page
				.getByRole('button')
				.filter({ hasText: /Stimme abgeben|^\s*Vote\s*$/ })
				.click();
			await expect(page.getByText(/Ergebnis der verdeckten|Outcome of the blind/).last()).toBeVisible();
			await look();
		});
	});
