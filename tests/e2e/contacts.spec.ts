import type { Browser, Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, LOOK_OF } from '../support/browser.ts';
import { test, TOWNS } from '../support/contact-towns.ts';
import { signInTo } from '../support/held-meeting.ts';

test.describe.configure({ mode: 'default' });
const { offering, reading, waiting } = TOWNS;
const OFFERS = `/assessments/${offering.key}/contacts`;
const POINT = 'Stabsstelle Nachhaltigkeit';

async function offer(page: Page, criterion: string, point: string, stage: string) {
	await page.locator('#criterion').selectOption(criterion);
	await page.locator('#contactPoint').fill(point);
	await page.locator('#stage').selectOption(stage);
	await page.locator('form[action="?/offer"] button').click();
}

/** Somebody of another town who looks at the list beside the one who offers. */
async function otherTown(browser: Browser, options: { baseURL: string; javaScriptEnabled: boolean }): Promise<Page> {
	const context = await browser.newContext({
		...options,
		extraHTTPHeaders: { 'x-forwarded-for': `198.19.0.${options.javaScriptEnabled ? 1 : 2}` }
	});
	const page = await context.newPage();
	await signInTo(page, reading.observer, '/contacts');
	return page;
}

for (const [javaScriptEnabled, criterion] of [
	[true, 'D1'],
	[false, 'D2']
] as const)
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a contact is offered, seen by another town, withdrawn and gone', async ({ page, browser, baseURL }) => {
			await signInTo(page, offering.organiser, OFFERS);
			await expect(page.getByText('Kein Ergebnis wird dafür verwendet')).toBeVisible();
			await offer(page, criterion, 'klima@musterau.example', '3');
			await expect(page.getByRole('alert')).toContainText('ohne Adresse');
			await expect(page.locator('#criterion')).toHaveValue(criterion);
			await expect(page.locator('#contactPoint')).toHaveValue('klima@musterau.example');
			await offer(page, criterion, POINT, '3');
			await expect(page.getByRole('status')).toContainText('Angeboten.');
			const own = page.getByRole('row').filter({ hasText: criterion });
			await expect(own).toContainText(`durch ${offering.organiser}`);

			const other = await otherTown(browser, { baseURL: baseURL ?? '', javaScriptEnabled });
			const seen = other.getByRole('row').filter({ hasText: criterion });
			await expect(seen).toContainText(`${offering.name}Nordrhein-Westfalen`);
			await expect(seen).toContainText(POINT);
			await expect(seen).toContainText('Stufe 3');
			await expect(other.getByText(offering.organiser)).toHaveCount(0);
			await other.locator('#state').selectOption('09');
			await other.getByRole('button', { name: 'Anzeigen' }).click();
			await expect(other.getByText('Zu dieser Auswahl bietet keine Kommune')).toBeVisible();
			await other.getByRole('link', { name: 'Auswahl aufheben' }).click();
			await expect(seen).toBeVisible();

			await own.getByRole('button', { name: `Zurückziehen: ${criterion}` }).click();
			await expect(page.getByRole('status')).toContainText('Zurückgezogen.');
			await expect(own).toHaveCount(0);
			await other.reload();
			await expect(other.getByRole('heading', { name: 'Voneinander lernen' })).toBeVisible();
			await expect(seen).toHaveCount(0);
			await other.context().close();
			await page.goto(`/assessments/${offering.key}/audit`);
			await expect(page.getByText('Kontakt zurückgezogen').first()).toBeVisible();
		});
	});

test('whoever only reads offers nothing, but finds the list', async ({ page }) => {
	await signInTo(page, offering.observer, '/assessments');
	expect((await page.goto(OFFERS))?.status()).toBe(404);
	await page.goto('/assessments');
	await page.getByRole('link', { name: 'Voneinander lernen' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Voneinander lernen');
});

test('a criterion that no questionnaire has is not found, to read or to write to', async ({ page, baseURL }) => {
	const known = `/contacts/${offering.key}/D1`;
	const unknown = `/contacts/${offering.key}/Z9`;
	await signInTo(page, reading.observer, '/contacts');
	expect((await page.goto(known))?.status()).toBe(200);
	expect((await page.goto(unknown))?.status()).toBe(404);
	const answer = await page.request.post(`${unknown}?/write`, {
		headers: { origin: baseURL ?? '', accept: 'text/html' },
		form: { from: reading.key, text: 'Wie haben Sie begonnen?' }
	});
	expect(answer.status()).toBe(404);
});

test('a town that waits for the operator is told so, and can neither offer nor read', async ({ page, baseURL }) => {
	const own = `/assessments/${waiting.key}/contacts`;
	await signInTo(page, waiting.organiser, own);
	await expect(page.getByText('Anbieten können Sie, sobald')).toBeVisible();
	await expect(page.locator('form[action="?/offer"]')).toHaveCount(0);
	const answer = await page.request.post(`${own}?/offer`, {
		headers: { origin: baseURL ?? '', accept: 'text/html' },
		form: { criterion: 'D1', contactPoint: POINT, stage: '' }
	});
	expect(answer.status()).toBe(422);
	expect(await answer.text()).toContain('Anbieten können Sie, sobald');
	expect((await page.goto('/contacts'))?.status()).toBe(404);
});

for (const language of ['de', 'en'] as const)
	test.describe(language, () => {
		test.use(LOOK_OF[language]);

		test('both pages are accessible and fit', async ({ page }) => {
			await signInTo(page, offering.organiser, OFFERS);
			await offer(page, 'B1', `${POINT} und Kreislaufwirtschaftsangelegenheiten`, '');
			await expect(page.getByRole('status')).toBeVisible();
			for (const path of [OFFERS, '/contacts']) {
				await page.goto(path);
				await expect(page.getByRole('row').filter({ hasText: POINT })).toBeVisible();
				await expectAccessible(page);
				await expectNoSidewaysScroll(page);
			}
		});
	});
