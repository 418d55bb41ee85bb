import type { Browser, Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '../support/browser.ts';
import { lettersTo, linkIn } from '../support/letters.ts';
import { seeded, signInAs, takeTown, takeUnregistered, type Person } from '../support/members.ts';
import { confirmSecondFactor, newAddress, PASSWORD, signIn, signUp } from '../support/own-account.ts';

async function pageOf(browser: Browser, person: Person | undefined, baseURL: string | undefined): Promise<Page> {
	const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
	await signInAs(context, person, baseURL);
	return context.newPage();
}

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a municipality is registered, and verified by the operator', async ({ page, context, baseURL }) => {
			const { key, name } = takeUnregistered();
			await signInAs(context, seeded().account, baseURL);
			await page.goto('/assessments/register');
			if (javaScriptEnabled) {
				await page.getByRole('combobox').fill(name);
				await page
					.getByRole('option', { name: new RegExp(`^${name}`) })
					.first()
					.click();
			} else {
				await page.goto(`/assessments/register?q=${encodeURIComponent(name)}`);
				await page.getByRole('radio').first().check();
			}
			await page.getByRole('button', { name: 'Kommune anmelden' }).click();
			await expect(page.getByRole('heading', { name })).toBeVisible();
			await expect(page.getByText('Noch nicht bestätigt')).toBeVisible();

			await signInAs(context, seeded().operator, baseURL);
			await page.goto('/operate');
			const row = page.getByRole('row').filter({ hasText: key });
			await expect(row).toContainText('Alex Allein, alex@kommune.example');
			await row.getByRole('button', { name: 'Bestätigen' }).click();
			await expect(row).toHaveCount(0);
			await page.getByText(/^Bestätigte Kommunen/).click();
			await expect(row).toContainText('durch den Betrieb');

			await signInAs(context, seeded().account, baseURL);
			await page.goto(`/assessments/${key}`);
			await expect(page.getByText('Noch nicht bestätigt')).toHaveCount(0);
			await page.getByRole('link', { name: 'Protokoll' }).click();
			await expect(page.getByRole('row').nth(1)).toContainText('Kommune bestätigt');
			await expect(page.getByRole('row').nth(2)).toContainText('Alex Allein');
		});

		test('somebody without an account is invited, joins, and leaves', async ({ page, context, browser, baseURL }) => {
			const town = takeTown();
			const email = `neu-${town.key}@kommune.example`;
			await signInAs(context, town.organiser, baseURL);
			await page.goto(`/assessments/${town.key}/members`);
			await page.getByLabel('E-Mail-Adresse').fill(email);
			await page.getByRole('radio', { name: 'Beobachtung' }).check();
			await page.getByRole('button', { name: 'Einladen' }).click();
			await expect(page.getByRole('row').filter({ hasText: email })).toContainText('Beobachtung');

			const guest = await pageOf(browser, undefined, baseURL);
			await guest.goto(await linkIn(email, '/account/join/'));
			await guest.getByLabel('Ihr Name').fill('Neu Hier');
			await guest.getByLabel('Neues Passwort').fill(PASSWORD);
			await guest.getByRole('button', { name: 'Konto anlegen' }).click();
			await guest.waitForURL(`/assessments/${town.key}`);
			await expect(guest.getByText('Ihre Rolle: Beobachtung.')).toBeVisible();
			expect((await guest.goto(`/assessments/${town.key}/members`))?.status()).toBe(404);

			await page.reload();
			const member = page.getByRole('row').filter({ hasText: email });
			await member.getByRole('button', { name: /^Entfernen/ }).click();
			await expect(member).toHaveCount(0);
			expect((await guest.goto(`/assessments/${town.key}`))?.status()).toBe(404);
			await guest.context().close();
		});

		test('the last organiser stays', async ({ page, context, baseURL }) => {
			const town = takeTown();
			await signInAs(context, town.organiser, baseURL);
			await page.goto(`/assessments/${town.key}/members`);
			await page.getByRole('button', { name: /^Verlassen/ }).click();
			await expect(page.getByRole('alert')).toContainText('Jemand muss für die Kommune handeln können');
			await expect(page.getByRole('row').filter({ hasText: town.organiser.email })).toBeVisible();
		});
	});

test('an invitation that was passed on makes nobody else a member', async ({ page, context, baseURL }) => {
	const town = takeTown();
	await signInAs(context, town.organiser, baseURL);
	await page.goto(`/assessments/${town.key}/members`);
	const email = `weitergereicht-${town.key}@kommune.example`;
	await page.getByLabel('E-Mail-Adresse').fill(email);
	await page.getByRole('button', { name: 'Einladen' }).click();
	await expect(page.getByRole('row').filter({ hasText: email })).toBeVisible();
	const link = await linkIn(email, '/account/join/');
	await signInAs(context, seeded().account, baseURL);
	await page.goto(link);
	await expect(page.getByText('mit einer anderen Adresse angemeldet')).toBeVisible();
	const forced = await page.request.post(`${link}?/accept`, {
		form: {},
		headers: { origin: baseURL ?? '', accept: 'text/html' },
		maxRedirects: 0
	});
	expect(forced.status()).toBe(303);
	expect((await page.goto(`/assessments/${town.key}`))?.status()).toBe(404);
});

test('an address of an allowed domain verifies the municipality at once', async ({ page, context, baseURL }) => {
	const { key, name } = takeUnregistered();
	await signInAs(context, seeded().operator, baseURL);
	await page.goto('/operate');
	await page.getByLabel('Domain', { exact: true }).fill('keine Domain');
	await page.getByLabel('Schlüssel der Kommune').fill(key);
	await page.getByRole('button', { name: 'Domain erlauben' }).click();
	await expect(page.getByRole('alert')).toContainText('Bitte geben Sie eine Domain ein');
	await expect(page.getByLabel('Schlüssel der Kommune')).toHaveValue(key);
	await page.getByLabel('Domain', { exact: true }).fill('kommune.example');
	await page.getByRole('button', { name: 'Domain erlauben' }).click();
	await expect(page.getByText(/^kommune\.example –/)).toBeVisible();

	await signInAs(context, seeded().account, baseURL);
	await page.goto('/assessments/register');
	await page.getByRole('combobox').fill(name);
	await page
		.getByRole('option', { name: new RegExp(`^${name}`) })
		.first()
		.click();
	await page.getByRole('button', { name: 'Kommune anmelden' }).click();
	await page.waitForURL(`/assessments/${key}`);
	await expect(page.getByText('Ihre Rolle: Koordination.')).toBeVisible();
	await expect(page.getByText('Noch nicht bestätigt')).toHaveCount(0);
});

test('a municipality that the register no longer names goes on under its new entry', async ({
	page,
	context,
	baseURL
}) => {
	const { gone, operator } = seeded();
	await signInAs(context, operator, baseURL);
	await page.goto('/operate');
	await page.getByRole('link', { name: 'Ansehen und zuordnen' }).click();
	const into = page.getByLabel('Schlüssel der Kommune, zu der sie jetzt gehört');
	await expect(page.getByRole('heading', { name: gone.name })).toBeVisible();
	await expect(into).toHaveValue(gone.successor.key);
	await into.fill('99999999');
	await page.getByRole('button', { name: `Übertragen: ${gone.name}` }).click();
	await expect(page.getByRole('alert')).toContainText('gibt es keine Kommune im Verzeichnis');
	await expect(into).toHaveValue('99999999');
	await expectAccessible(page);
	await into.fill(gone.successor.key);
	await page.getByRole('button', { name: `Übertragen: ${gone.name}` }).click();
	await expect(page.getByText('Alle Kommunen, die teilnehmen, stehen im Verzeichnis.')).toBeVisible();

	await signInAs(context, gone.organiser, baseURL);
	await page.goto(`/assessments/${gone.successor.key}/audit`);
	await expect(page.getByRole('row').nth(1)).toContainText('Übernommen von einer Kommune');
	expect((await page.goto(`/assessments/${gone.key}`))?.status()).toBe(404);
	await expect
		.poll(() =>
			lettersTo(gone.organiser.email)
				.map(({ text }) => text)
				.join()
		)
		.toContain(gone.successor.name);
});

test('the operator resets a second factor that is lost', async ({ page, context, browser, baseURL }) => {
	const email = newAddress();
	const guest = await pageOf(browser, undefined, baseURL);
	await signUp(guest, email);
	await guest.goto('/account/second-factor/set-up');
	await guest.getByRole('button', { name: 'Zweiten Faktor einrichten' }).click();
	await confirmSecondFactor(guest);

	await signInAs(context, seeded().operator, baseURL);
	await page.goto('/operate');
	await page.getByRole('link', { name: 'Zweiten Faktor zurücksetzen' }).click();
	await page.getByLabel('E-Mail-Adresse').fill('niemand@kommune.example');
	await page.getByRole('button', { name: 'Zurücksetzen' }).click();
	await expect(page.getByRole('alert')).toContainText('gibt es kein Konto');
	await page.getByLabel('E-Mail-Adresse').fill(email);
	await page.getByRole('button', { name: 'Zurücksetzen' }).click();
	await expect(page.getByRole('status')).toContainText(email);
	await expectAccessible(page);

	await guest.goto('/account');
	await expect(guest, 'signed out').toHaveURL(/sign-in/);
	await signIn(guest, email, PASSWORD);
	await expect(guest.getByText(`(${email})`)).toBeVisible();
	await guest.context().close();
});

test('the operator sends a test message', async ({ page, context, baseURL }) => {
	await signInAs(context, seeded().operator, baseURL);
	await page.goto('/operate');
	await page.getByRole('button', { name: /Testnachricht an mich/ }).click();
	await expect(page.getByRole('status')).toContainText('übergeben');
});

test('the pages of a municipality and of the operator are accessible and fit a phone', async ({
	page,
	context,
	baseURL
}) => {
	const { key, organiser } = takeTown();
	await signInAs(context, organiser, baseURL);
	for (const path of ['', '/register', `/${key}`, `/${key}/members`, `/${key}/audit`]) {
		await page.goto(`/assessments${path}`);
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);
	}
	await signInAs(context, seeded().operator, baseURL);
	await page.goto('/operate');
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
});
