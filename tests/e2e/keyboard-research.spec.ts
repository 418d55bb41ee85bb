import type { Page } from '@playwright/test';
import { expect, expectHydrated } from '../support/browser.ts';
import { arriveAt, expectInSight, follow, tabTo } from '../support/keyboard.ts';
import { test } from '../support/long-names.ts';
import { signInAs } from '../support/members.ts';

/** Opened anew, and not loaded again: that would bring back where the page was scrolled to, after the first keys. */
async function open(page: Page): Promise<void> {
	await page.goto('/research/microdata');
	await expectHydrated(page);
}

test.describe.configure({ mode: 'default' });

for (const viewport of [
	{ width: 1280, height: 720 },
	{ width: 320, height: 640 }
])
	test.describe(`by the keyboard alone, ${viewport.width} px wide`, () => {
		test.use({ viewport });

		test('microdata are asked for, their terms accepted, and the file downloaded', async ({
			page,
			context,
			browser,
			longNames: { origin, towns, operator }
		}) => {
			test.slow();
			const institution = `Institut ${viewport.width}`;
			await signInAs(context, viewport.width === 320 ? towns.single.organiser : towns.many.organiser, origin);
			await page.goto('/research');
			await follow(page, 'Mikrodaten auf Antrag');
			await arriveAt(page, '/research/microdata');
			await tabTo(page, page.getByLabel('Einrichtung'));
			await page.keyboard.type(institution);
			await tabTo(page, page.getByLabel('Zweck'));
			await page.keyboard.type('zu kurz');
			await tabTo(page, page.getByLabel('Nutzung bis'));
			// A day that is the same whether the browser asks for the day or the month first.
			const year = new Date().getUTCFullYear() + 1;
			await page.keyboard.type(`0606${year}`);
			await expect(page.getByLabel('Nutzung bis')).toHaveValue(`${year}-06-06`);
			await follow(page, 'Antrag absenden', 'button');

			await expect(page.getByRole('alert')).toBeFocused();
			await follow(page, 'Bitte beschreiben Sie den Zweck mit mindestens 30 Zeichen.');
			await expect(page.getByLabel('Zweck')).toBeFocused();
			await expectInSight(page.getByLabel('Zweck'));
			await page.keyboard.press('End');
			await page.keyboard.type(': Hängt die Reife mit der Größe zusammen?');
			await follow(page, 'Antrag absenden', 'button');
			await expect(page.getByText('Ihr Antrag ist eingegangen')).toBeVisible();

			const desk = await browser.newContext({ baseURL: origin, extraHTTPHeaders: { 'x-forwarded-for': '198.19.3.1' } });
			await signInAs(desk, operator, origin);
			const decision = await desk.newPage();
			await decision.goto('/operate/microdata');
			const request = decision.getByRole('article').filter({ hasText: institution });
			await request.getByLabel('Genehmigen').check();
			await request.getByLabel('Begründung').fill('Ein klarer Zweck.');
			await request.getByRole('button', { name: /^Entscheiden/ }).click();
			await expect(request.getByText('genehmigt, Bedingungen noch nicht angenommen')).toBeVisible();
			await desk.close();

			await open(page);
			await tabTo(page, page.getByLabel('Ich habe die Bedingungen'));
			await page.keyboard.press('Space');
			await follow(page, 'Bedingungen annehmen', 'button');
			const button = page.getByRole('button', { name: 'Mikrodaten als CSV herunterladen' });
			await expect(button).toBeVisible();
			await open(page);
			await tabTo(page, button);
			const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
			expect(download.suggestedFilename()).toBe('standort-2030-release-1-microdata.csv');
		});

		test('a contact is offered, written to, and the message answered', async ({
			page,
			context,
			longNames: { origin, towns }
		}) => {
			test.slow();
			const [asked, asking] = viewport.width === 320 ? [towns.single, towns.many] : [towns.many, towns.single];
			await signInAs(context, asked.organiser, origin);
			await page.goto(`/assessments/${asked.key}/contacts`);
			await tabTo(page, page.locator('#criterion'));
			await page.keyboard.type('D1');
			await expect(page.locator('#criterion')).toHaveValue('D1');
			await tabTo(page, page.locator('#contactPoint'));
			await page.keyboard.type('Stabsstelle Nachhaltigkeit');
			await follow(page, 'Kontakt anbieten', 'button');
			await expect(page.getByRole('status')).toBeVisible();

			await signInAs(context, asking.organiser, origin);
			await page.goto('/contacts?criterion=D1');
			await follow(page, `Anschreiben: ${asked.name}, D1`);
			await arriveAt(page, /\/contacts\/\d+\/D1$/);
			await tabTo(page, page.getByLabel('Ihre Nachricht'));
			await page.keyboard.type('Wie haben Sie begonnen?');
			await follow(page, 'Nachricht senden', 'button');
			await expect(page.getByRole('status')).toContainText('Gesendet.');

			await signInAs(context, asked.organiser, origin);
			await page.goto(`/assessments/${asked.key}/contacts/received`);
			await tabTo(page, page.getByRole('table').getByRole('link').first());
			await page.keyboard.press('Enter');
			await arriveAt(page, /\/received\/[^/]+$/);
			await tabTo(page, page.getByLabel('Antwort', { exact: true }));
			await page.keyboard.type('Mit einem Leitbild.');
			await follow(page, 'Antworten und E-Mail-Adresse zeigen', 'button');
			await expect(page.getByRole('status')).toContainText('Beantwortet.');
		});
	});
