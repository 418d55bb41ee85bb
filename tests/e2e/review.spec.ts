import type { Locator, Page } from '@playwright/test';
import { addDays } from '#lib/domain/day.ts';
import { today } from '#lib/server/today.ts';
import { expect, expectAccessible, expectFits, LOOK_OF } from '../support/browser.ts';
import { lettersTo } from '../support/letters.ts';
import { CONSULTANTS, KIM } from '../support/reviewed-round.ts';
import { actAs, REASON, reviewOf, test, type ReviewedTown } from '../support/reviewed-town.ts';

test.describe.configure({ mode: 'default' });

const FIRST = 'D1';
const ITEM = 'D1.1';

const addressOf = async (link: Locator) => (await link.getAttribute('href')) ?? '';

/** Whether hovering a link loads its page, as it or what it stands in says. */
const preloads = (link: Locator) =>
	link.evaluate((one) => one.closest<HTMLElement>('[data-sveltekit-preload-data]')?.dataset['sveltekitPreloadData']);

/** Waits for a letter that says this, and returns its text. */
async function letterWith({ mail }: ReviewedTown, to: string, part: string): Promise<string> {
	const find = () => lettersTo(to, mail).find(({ text }) => text.includes(part))?.text;
	await expect.poll(find).toBeDefined();
	return find() ?? '';
}

/** Uncovers what is left without a rating, as the form would. */
async function giveUpRest(page: Page, grant: string) {
	await page.goto(`/reviews/${grant}`);
	const places = await page
		.locator('.kern-task-list__item a')
		.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
	const headers = { origin: new URL(page.url()).origin, accept: 'text/html' };
	for (const place of places.filter((one) => !one.endsWith(`/${FIRST}`))) {
		const response = await page.request.post(`${place}?/giveUp`, { headers, form: {}, maxRedirects: 0 });
		expect(response.status()).toBe(303);
	}
}

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a round is granted, rated blind, compared, handed in and answered', async ({ page, context, town }) => {
			const round = town.free[javaScriptEnabled ? 'scripted' : 'plain'];
			await actAs(context, town, 'kim');
			await page.goto(reviewOf(round));
			await page.locator('#email').fill('niemand@beratung.example');
			await page.locator('#endsOn').fill(addDays(today(), 30));
			await page.getByRole('button', { name: 'Freigeben' }).click();
			await expect(page.getByRole('alert')).toContainText('kein Konto, das begutachtet');
			await expect(page.locator('#email')).toHaveValue('niemand@beratung.example');
			await page.locator('#email').fill(CONSULTANTS.ada);
			await page.getByRole('button', { name: 'Freigeben' }).click();
			await expect(page.getByRole('status')).toContainText('Freigegeben.');
			const link = page.getByRole('link', { name: 'ada, Organisation beratung' });
			const ofMunicipality = new URL((await link.getAttribute('href')) ?? '', page.url()).pathname;
			const grant = ofMunicipality.split('/').at(-1) ?? '';
			await letterWith(town, CONSULTANTS.ada, `/reviews/${grant}\n`);

			await actAs(context, town, 'ada');
			await page.goto('/reviews');
			const first = page.locator(`a[href$="/${FIRST}"]`);
			const municipality = page.locator(`a[href$="reviews/${grant}"]`);
			expect(await preloads(municipality), 'hovering is no opening').toBe('false');
			await municipality.click();
			await expect(first).toBeVisible();
			expect(await preloads(first), 'hovering is no opening').toBe('false');
			await first.click();
			await expect(page.getByText('Der Wert der Kommune ist noch verdeckt.')).toBeVisible();
			await expect(page.getByText(REASON)).toHaveCount(0);
			await page.getByRole('button', { name: 'Speichern und Wert der Kommune aufdecken' }).click();
			await expect(page.getByRole('alert')).toContainText('Bitte wählen Sie eine Stufe');
			await page.locator(`[name="level.${ITEM}"][value="2"]`).check();
			await page.locator(`[name="reason.${ITEM}"]`).fill('Nur ein Entwurf');
			await page.getByRole('button', { name: 'Speichern', exact: true }).click();
			await expect(page.getByRole('status')).toContainText('Gespeichert.');
			await expect(page.locator(`[name="level.${ITEM}"][value="2"]`)).toBeChecked();
			await page.getByRole('button', { name: 'Speichern und Wert der Kommune aufdecken' }).click();
			await expect(page.getByRole('status')).toContainText('aufgedeckt');
			await actAs(context, town, 'kim');
			await page.goto(ofMunicipality);
			await page.locator('#item').selectOption(ITEM);
			await page.getByRole('button', { name: 'Schreiben' }).click();
			await expect(page.getByRole('alert')).toContainText('Bitte schreiben Sie');
			await page.locator('#text').fill('Der Entwurf liegt dem Rat vor.');
			await page.getByRole('button', { name: 'Schreiben' }).click();
			await expect(page.getByRole('blockquote')).toContainText('Der Entwurf liegt dem Rat vor.');

			await actAs(context, town, 'ada');
			await page.goto(`/reviews/${grant}`);
			await expect(page.getByText('neue Nachricht der Kommune')).toHaveCount(1);
			await page.locator(`a[href$="/${FIRST}"]`).click();
			const seen = page.getByRole('article');
			await expect(seen.getByRole('definition')).toHaveText([/^4 .*so beschlossen$/, /^2 .*Nur ein Entwurf$/, '2']);
			await seen.getByLabel('Frage oder Antwort').fill('Wo ist das beschlossen?');
			await seen.getByRole('button', { name: 'Schreiben' }).click();
			await expect(seen.getByRole('blockquote').last()).toContainText('Wo ist das beschlossen?');

			await page.locator('summary').filter({ hasText: 'Bewertung ändern' }).click();
			await page.locator(`[name="level.${ITEM}"][value="3"]`).check();
			await page.getByRole('button', { name: 'Änderung speichern' }).click();
			await expect(seen.getByText('Nach dem Aufdecken geändert')).toContainText('vorher: 2');

			await page.goto(`/reviews/${grant}/recommendations`);
			await page.locator('#title').fill('Ziele im Rat beschließen');
			await page.locator('#item').selectOption(ITEM);
			await page.getByRole('button', { name: 'Empfehlung speichern' }).click();
			await expect(page.getByRole('heading', { name: 'Ziele im Rat beschließen' })).toBeVisible();
			await page.goto(`/reviews/${grant}/hand-in`);
			await expect(page.getByText('Noch verdeckte Kriterien: 17')).toBeVisible();
			await giveUpRest(page, grant);
			await page.goto(`/reviews/${grant}/profile`);
			await expect(page.getByRole('row').filter({ hasText: ITEM })).toContainText('vorher: 2');
			await expect(page.getByText('weniger als 10 Aussagen')).toBeVisible();
			await page.goto(`/reviews/${grant}`);
			await page.getByRole('link', { name: 'Vergleich und Dokumente' }).click();
			await expect(page.getByText('Noch nicht genug Kommunen')).toBeVisible();
			const workbook = await page.request.get(await addressOf(page.getByRole('link', { name: 'Arbeitsmappe' })));
			expect(workbook.headers()['content-disposition']).toMatch(/^attachment; .*\.xlsx"$/);
			await page.goto(`/reviews/${grant}/hand-in`);
			await page.locator('#summary').fill('Gut begonnen.');
			await page.locator('#sure').check();
			await page.getByRole('button', { name: 'Begutachtung abgeben' }).click();
			await expect(page.getByText('Die Kommune hat noch nicht geantwortet.')).toBeVisible();
			await page.goto(`/reviews/${grant}/${FIRST}`);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			await expect(page.getByText('Bewertung ändern')).toHaveCount(0);

			await actAs(context, town, 'kim');
			const letter = await letterWith(town, KIM, `${ofMunicipality}\n`);
			expect(letter, 'says that there is something to read, not what').not.toMatch(/Gut begonnen|D1\.1|Stufe/);
			await page.goto(ofMunicipality);
			await expect(page.getByText('Gut begonnen.')).toBeVisible();
			await page.getByRole('button', { name: 'In den Plan übernehmen: Ziele im Rat' }).click();
			await expect(page.getByRole('status')).toContainText('steht im Plan');
			await page.getByLabel('Ihre Antwort').fill('Danke, das tun wir.');
			await page.getByRole('button', { name: 'Antworten' }).click();
			await expect(page.getByRole('status')).toContainText('Ihre Antwort ist abgegeben.');
			await expect(page.getByRole('row').filter({ hasText: 'Überblick' })).toContainText('ada');
			await expect(page.getByRole('row').filter({ hasText: 'Arbeitsmappe' })).toContainText('ada');
			await page.getByRole('button', { name: 'Freigabe widerrufen' }).click();
			await expect(page.getByRole('status')).toContainText('widerrufen');
			await letterWith(town, CONSULTANTS.ada, 'hat die Freigabe der Runde');
			await page.getByRole('link', { name: 'Zur Maßnahme' }).click();
			await expect(page.locator('textarea#title')).toHaveValue('Ziele im Rat beschließen');

			await actAs(context, town, 'ada');
			expect((await page.goto(`/reviews/${grant}`))?.status()).toBe(404);
		});
	});

test('a colleague is named as stand-in, and a review is passed on', async ({ page, context, town }) => {
	await actAs(context, town, 'ada');
	await page.goto(`/reviews/${town.begun.grant}`);
	await page.locator('#stand-in').selectOption('ben');
	await page.getByRole('button', { name: 'Vertretung speichern' }).click();
	await expect(page.getByRole('status')).toBeVisible();
	await letterWith(town, CONSULTANTS.ben, `/reviews/${town.begun.grant}\n`);
	await actAs(context, town, 'ben');
	await page.goto('/reviews');
	await expect(page.getByText('als Vertretung')).toBeVisible();
	await page.goto(`/reviews/${town.begun.grant}`);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(page.locator('#stand-in')).toHaveCount(0);
});

test('whoever reads for a municipality reads the review, and changes nothing', async ({ page, context, town }) => {
	const { round, grant } = town.full;
	await actAs(context, town, 'lou');
	await page.goto(reviewOf(round).replace(/review$/, 'result'));
	await page.getByRole('link', { name: 'Begutachtung' }).click();
	await expect(page.locator('main form')).toHaveCount(0);
	await page.locator(`a[href$="${grant}"]`).click();
	await expect(page.getByText('Gut begonnen.')).toBeVisible();
	await expect(page.getByRole('blockquote')).toContainText('Wo steht das?');
	await expect(page.locator('main form')).toHaveCount(0);
	await expect(page.getByRole('heading', { name: 'Was geöffnet wurde' })).toHaveCount(0);
});

for (const language of ['de', 'en'] as const)
	test.describe(`looks in ${language}`, () => {
		test.use(LOOK_OF[language]);

		test('the pages of a review fit, and axe finds nothing', async ({ page, context, town }) => {
			const { full, low, begun } = town;
			const ofConsultants = [
				'/reviews',
				'/reviews/consultancy',
				'/account/consultancy',
				`/reviews/${full.grant}`,
				`/reviews/${full.grant}/comparison`
			];
			const parts = [FIRST, 'profile', 'recommendations', 'hand-in'].flatMap((part) => [
				`/reviews/${full.grant}/${part}`,
				`/reviews/${low}/${part}`
			]);
			await actAs(context, town, 'ada');
			for (const path of [...ofConsultants, ...parts]) {
				await page.goto(path);
				await expectAccessible(page);
				await expectFits(page);
			}
			await actAs(context, town, 'kim');
			for (const path of [
				reviewOf(full.round),
				reviewOf(full.round, `/${full.grant}`),
				reviewOf(begun.round, `/${begun.grant}`)
			]) {
				await page.goto(path);
				await expectAccessible(page);
				await expectFits(page);
			}
		});
	});
