/** A complete round as a newcomer meets it: register, be verified, invite, answer, meet, decide, close, plan. */
import type { APIRequestContext, Browser, Page } from '@playwright/test';
import { addDays } from '#lib/domain/day.ts';
import { today } from '#lib/server/today.ts';
import { expect, expectHydrated, test } from '../support/browser.ts';
import { arriveAt, follow, tabTo } from '../support/keyboard.ts';
import { linkIn } from '../support/letters.ts';
import { seeded, signInAs, takeUnregistered } from '../support/members.ts';
import { confirmSecondFactor, newAddress, signUp } from '../support/own-account.ts';

/** Twelve people in five roles; what each says of every statement. */
const PEOPLE = [
	{ who: 'leitung', role: 'Verwaltungsspitze', level: 4 },
	{ who: 'kaemmerei', role: 'Kämmerei', level: 2, by: 'keyboard' },
	{ who: 'haushalt', role: 'Kämmerei', level: 2 },
	{ who: 'bauen', role: 'Fachbereiche', level: 3, by: 'phone' },
	{ who: 'soziales', role: 'Fachbereiche', level: 3 },
	{ who: 'kultur', role: 'Fachbereiche', level: 4 },
	{ who: 'rat-1', role: 'Rat', level: 1, by: 'noScript' },
	{ who: 'rat-2', role: 'Rat', level: 2 },
	{ who: 'rat-3', role: 'Rat', level: 5 },
	{ who: 'personal-1', role: 'Beschäftigte', level: 2 },
	{ who: 'personal-2', role: 'Beschäftigte', level: 3 },
	{ who: 'personal-3', role: 'Beschäftigte', level: 4 }
] as const;
/** The page of a criterion. */
const CRITERION = /\/answer\/[A-Z]\d$/;
type Someone = (typeof PEOPLE)[number];

/** Opens the link of the letter in a browser of one's own, answers everything and hands it in. */
async function answer(browser: Browser, person: Someone, link: string, baseURL: string) {
	const by = 'by' in person ? person.by : 'request';
	const context = await browser.newContext({
		baseURL,
		javaScriptEnabled: by !== 'noScript',
		...(by === 'phone' && { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true })
	});
	if (by === 'request') await answerByRequest(context.request, person.level, link, baseURL);
	else {
		const page = await context.newPage();
		page.setDefaultTimeout(10_000);
		await page.goto(link);
		await (by === 'keyboard' ? answerByKeyboard : answerByPointer)(page, person.level);
		await expect(page.getByRole('heading', { name: 'Danke, Ihre Antworten sind abgegeben' })).toBeVisible();
	}
	await context.close();
}

/** What a browser would send: the others need no window. */
async function answerByRequest(request: APIRequestContext, level: number, link: string, origin: string) {
	const headers = { origin, accept: 'text/html' };
	const post = (path: string) => request.post(path, { form: {}, headers, maxRedirects: 0 });
	expect((await post(link)).status()).toBe(303);
	const overview = await (await request.get('/answer')).text();
	const criteria = new Set(Array.from(overview.matchAll(/answer\/([A-Z]\d)"/g), ([, id = '']) => id));
	for (const criterion of criteria) {
		const page = await (await request.get(`/answer/${criterion}`)).text();
		const items = Array.from(page.matchAll(/name="revision\.([A-Z]\d\.\d)"/g), ([, id = '']) => id);
		const changes = items.map((questionId) => ({ questionId, revision: 1, value: { rating: level } }));
		const saved = await request.put('/answer/answers', { data: { changes }, headers: { origin } });
		expect(saved.status()).toBe(200);
	}
	expect((await post('/answer/review')).headers()['location']).toBe('/answer/submitted');
}

async function answerByPointer(page: Page, level: number) {
	await page.getByRole('button', { name: 'Los geht’s' }).click();
	await page.getByRole('link', { name: 'Mit der ersten Frage beginnen' }).click();
	await page.waitForURL(CRITERION);
	const heading = page.getByRole('heading', { level: 1 });
	while (CRITERION.test(page.url())) {
		const here = page.url();
		const levels = page.locator(`input[name^="rating.${here.split('/').at(-1)}."][value="${level}"]`);
		await levels.first().waitFor();
		for (const one of await levels.all()) await one.check();
		await page.getByRole('button', { name: 'Weiter', exact: true }).click();
		await page.waitForURL((url) => url.href !== here);
		await heading.waitFor();
	}
	await page.goto('/answer/review');
	await page.getByRole('button', { name: 'Antworten abgeben' }).click();
}

async function answerByKeyboard(page: Page, level: number) {
	await follow(page, 'Los geht’s', 'button');
	await arriveAt(page, '/answer');
	await follow(page, 'Mit der ersten Frage beginnen');
	await arriveAt(page, CRITERION);
	while (CRITERION.test(page.url())) {
		const here = page.url();
		await tabTo(page, page.locator('input[name^="rating."]').first());
		await expectHydrated(page);
		await page.keyboard.press(String(level));
		await expect(page.locator(`input[name^="rating."][value="${level}"]`).first()).toBeChecked();
		await follow(page, 'Weiter', 'button');
		await arriveAt(page, (url) => url.href !== here);
	}
	await follow(page, 'Weiter', 'button');
	await arriveAt(page, '/answer/review');
	await follow(page, 'Antworten abgeben', 'button');
}

test('from registering a municipality to its plan', async ({ page, browser, baseURL }) => {
	test.setTimeout(240_000);
	page.setDefaultTimeout(10_000);
	const { key, name } = takeUnregistered();
	const address = ({ who }: Someone) => `${who}-${key}@kommune.example`;

	await test.step('register', async () => {
		await signUp(page, newAddress());
		await page.goto('/assessments');
		await page.getByRole('link', { name: 'Kommune anmelden' }).click();
		await page.getByRole('combobox').fill(name);
		await page
			.getByRole('option', { name: new RegExp(`^${name}`) })
			.first()
			.click();
		await page.getByRole('button', { name: 'Kommune anmelden' }).click();
		await page.getByRole('button', { name: 'Zweiten Faktor einrichten' }).click();
		await confirmSecondFactor(page);
		await page.getByRole('link', { name: 'Ich habe die Codes verwahrt' }).click();
		await page.goto(`/assessments/${key}`);
		await expect(page.getByText('Noch nicht bestätigt')).toBeVisible();
	});

	await test.step('be verified by the operator', async () => {
		const operator = await browser.newContext(baseURL === undefined ? {} : { baseURL });
		await signInAs(operator, seeded().operator, baseURL);
		const desk = await operator.newPage();
		await desk.goto('/operate');
		const confirm = desk.getByRole('row').filter({ hasText: key }).getByRole('button', { name: 'Bestätigen' });
		await confirm.click();
		await expect(confirm).toHaveCount(0);
		await operator.close();
		await page.reload();
		await expect(page.getByText('Noch nicht bestätigt')).toHaveCount(0);
	});

	await test.step('set up a round and invite twelve people in five roles', async () => {
		await page.getByRole('link', { name: 'Neue Runde anlegen' }).click();
		await page.getByLabel('Name der Runde').fill('Herbst 2026');
		await page.getByLabel('Kurz: alle drei Bereiche im Überblick').check();
		await page.getByLabel('Letzter Tag der Befragung').fill(addDays(today(), 30));
		await page.getByLabel('Leitung 1').fill('Stabsstelle Nachhaltigkeit');
		await page.getByRole('button', { name: 'Runde anlegen' }).click();
		await page.getByRole('link', { name: 'Einladungen' }).click();
		await page
			.getByLabel('E-Mail-Adressen')
			.fill(PEOPLE.map((person) => `${address(person)};${person.role}`).join('\n'));
		await page.getByRole('button', { name: 'Hinzufügen', exact: true }).click();
		await expect(page.getByText('12 Adressen hinzugefügt.')).toBeVisible();
		await page.getByRole('link', { name: 'Befragung starten' }).click();
		await page.getByRole('button', { name: 'Jetzt starten' }).click();
		await expect(page.getByText(/noch 30 Tage/)).toBeVisible();
	});
	const overview = page.url();

	await test.step('answer: without JavaScript, on a phone, by keyboard', async () => {
		for (const person of PEOPLE)
			await answer(browser, person, await linkIn(address(person), '/answer/'), baseURL ?? '');
	});

	await test.step('end, meet and decide', async () => {
		await page.goto(overview);
		await page.getByRole('link', { name: 'Befragung beenden' }).click();
		await page.getByRole('button', { name: 'Jetzt beenden' }).click();
		await page.getByRole('link', { name: 'Zur Konsenssitzung' }).click();
		await page.getByRole('button', { name: 'Leitung übernehmen' }).click();
		await expect(page.getByText('Sie leiten die Sitzung als: Stabsstelle Nachhaltigkeit.')).toBeVisible();
		await page.getByRole('link', { name: 'Zum nächsten offenen Punkt' }).click();
		const form = page.locator('form[action="?/decide"]');
		await form.getByLabel('3 Geregelt').check();
		await form.getByLabel('Begründung', { exact: true }).fill('So steht es in der Dienstanweisung');
		await form.getByRole('button', { name: 'Festlegen' }).click();
		await expect(page.getByText('Festgelegt: 3 Geregelt.')).toBeVisible();
		await page.getByRole('link', { name: 'Zur Tagesordnung' }).click();
		const agenda = page.getByRole('heading', { name: 'Konsenssitzung', level: 1 });
		await agenda.waitFor();
		const next = page.getByRole('link', { name: 'Zum nächsten offenen Punkt' });
		while (await next.isVisible()) {
			await next.click();
			await form.getByLabel('2 Vereinzelt').check();
			await form.getByLabel('Begründung', { exact: true }).fill('Nur in einem Fachbereich');
			await form.getByRole('button', { name: 'Festlegen' }).click();
			await expect(page.getByText('Festgelegt: 2 Vereinzelt.')).toBeVisible();
			await page.getByRole('link', { name: 'Zur Tagesordnung' }).click();
			await agenda.waitFor();
		}
		await page.getByRole('button', { name: /^Alle \d+ offenen Aussagen annehmen$/ }).click();
		await expect(page.getByText('Alle weiteren Aussagen sind angenommen.')).toBeVisible();
	});

	await test.step('close, and read the result', async () => {
		await page.getByRole('link', { name: 'Runde abschließen' }).click();
		await page.getByRole('button', { name: 'Jetzt abschließen' }).click();
		await expect(page.getByRole('heading', { name: 'Ergebnis', level: 1 })).toBeVisible();
		await expect(page.getByText('Gemeinsame Einschätzung')).toBeVisible();
	});

	await test.step('take an action into the plan', async () => {
		await page.getByRole('link', { name: 'Maßnahmen', exact: true }).click();
		await page
			.getByRole('button', { name: /^Übernehmen/ })
			.first()
			.click();
		await expect(page.getByRole('status').filter({ hasText: 'Die Maßnahme steht im Plan' })).toBeVisible();
		await expect(page.getByRole('rowheader')).toHaveCount(1);
	});
});
