import { expect, expectAccessible, expectNoSidewaysScroll, test } from '../support/browser.ts';
import { lettersTo, linkIn } from '../support/letters.ts';
import {
	confirmSecondFactor,
	newAddress,
	PASSWORD,
	showFactor,
	signIn,
	signOut,
	signUp
} from '../support/own-account.ts';
import { totp } from '../support/totp.ts';

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test(
			'an account is opened, left and entered again',
			{ tag: javaScriptEnabled ? '@phone' : [] },
			async ({ page }) => {
				const email = newAddress();
				await signUp(page, email);
				await signOut(page);
				await signIn(page, email, PASSWORD);
				await expect(page.getByText(`(${email})`)).toBeVisible();
			}
		);

		test('a link by e-mail signs in, once', async ({ page }) => {
			const email = newAddress();
			await signUp(page, email);
			await signOut(page);
			await page.goto('/account/sign-in');
			await page.getByLabel('E-Mail-Adresse').fill(email);
			await page.getByRole('button', { name: 'Link per E-Mail senden' }).click();
			await expect(page.getByRole('heading', { name: 'Sehen Sie in Ihr Postfach' })).toBeVisible();
			const link = await linkIn(email, '/account/link/');
			await page.goto(link);
			await page.getByRole('button', { name: 'Anmelden' }).click();
			await expect(page.getByText(`(${email})`)).toBeVisible();
			await signOut(page);
			await page.goto(link);
			await page.getByRole('button', { name: 'Anmelden' }).click();
			await expect(page.getByRole('alert')).toContainText('schon verwendet');
		});

		test('a forgotten password is replaced, and the old one opens nothing', async ({ page }) => {
			const email = newAddress();
			await signUp(page, email);
			await signOut(page);
			await page.goto('/account/reset');
			await page.getByLabel('E-Mail-Adresse').fill(email);
			await page.getByRole('button', { name: 'Link senden' }).click();
			await page.goto(await linkIn(email, '/account/reset/'));
			await page.getByLabel('Neues Passwort').fill('ein ganz anderes Passwort');
			await page.getByRole('button', { name: 'Passwort ändern' }).click();
			await expect(page.getByText('Das neue Passwort gilt')).toBeVisible();
			await signIn(page, email, PASSWORD);
			await expect(page.getByRole('alert')).toContainText('passen nicht zusammen');
			await expect(page.getByLabel('E-Mail-Adresse')).toHaveValue(email);
			await signIn(page, email, 'ein ganz anderes Passwort');
			await expect(page.getByText(`(${email})`)).toBeVisible();
		});

		test('a second factor is set up, asked for, and given up', async ({ page }) => {
			const email = newAddress();
			await signUp(page, email);
			await page.goto('/account/second-factor/set-up');
			await page.getByRole('button', { name: 'Zweiten Faktor einrichten' }).click();
			await expect(page.getByRole('img', { name: /QR-Code/ })).toBeVisible();
			await page.getByLabel('Code', { exact: true }).fill('12345');
			await page.getByRole('button', { name: 'Bestätigen' }).click();
			await expect(page.getByRole('alert')).toContainText('Dieser Code passt nicht');
			const { secret, code, codes } = await confirmSecondFactor(page);
			await page.getByRole('link', { name: 'Ich habe die Codes verwahrt' }).click();
			await signOut(page);

			await signIn(page, email, PASSWORD);
			await showFactor(page, code);
			await expect(page.getByRole('alert')).toContainText('Dieser Code gilt nicht');
			await showFactor(page, totp(secret, 1));
			await expect(page.getByText(`(${email})`)).toBeVisible();
			await signOut(page);
			await signIn(page, email, PASSWORD);
			await showFactor(page, codes[0] ?? '');
			await expect(page.getByText(`(${email})`)).toBeVisible();

			await page.goto('/account/second-factor/set-up');
			await expect(page.getByText('Unbenutzte Wiederherstellungscodes: 9.')).toBeVisible();
			await page.getByRole('button', { name: 'Neue Codes erzeugen' }).click();
			await expect(page.locator('code')).toHaveCount(10);
			await page.goto('/account/second-factor/set-up');
			await page.getByRole('button', { name: 'Zweiten Faktor abschalten' }).click();
			await expect(page.getByRole('button', { name: 'Zweiten Faktor einrichten' })).toBeVisible();
			await page.goto('/account');
			await signOut(page);
			await signIn(page, email, PASSWORD);
			await expect(page.getByText(`(${email})`)).toBeVisible();
			await expect
				.poll(() => lettersTo(email).filter(({ subject }) => subject.includes('=')).length)
				.toBeGreaterThan(0);
		});
	});

test('opening a known address says the same as opening a new one', async ({ page }) => {
	const email = newAddress();
	await signUp(page, email);
	await signOut(page);
	await page.goto('/account/sign-up');
	await page.getByLabel('E-Mail-Adresse').fill(email.toUpperCase());
	await page.getByRole('button', { name: 'Link anfordern' }).click();
	await expect(page.getByRole('heading', { name: 'Sehen Sie in Ihr Postfach' })).toBeVisible();
	await expect.poll(() => lettersTo(email).length).toBe(2);
	expect(lettersTo(email).filter(({ text }) => text.includes('/account/confirm/'))).toHaveLength(1);
});

test('whoever is not signed in is led to do so, and back to where they wanted to go', async ({ page }) => {
	const email = newAddress();
	await signUp(page, email);
	await signOut(page);
	await page.goto('/account');
	await expect(page).toHaveURL(/\/account\/sign-in\?back=%2Faccount$/);
	await page.goto('/account/sign-in?back=/questionnaire');
	await page.getByLabel('E-Mail-Adresse').fill(email);
	await page.getByLabel('Passwort').fill(PASSWORD);
	await page.getByRole('button', { name: 'Anmelden' }).click();
	await expect(page).toHaveURL(/\/questionnaire$/);
});

test('the pages of the account are accessible and fit a phone', async ({ page }) => {
	const pages = ['sign-up', 'sign-in', 'sent', 'reset', 'reset/token', 'link/token', 'confirm/token'];
	for (const name of pages) {
		await page.goto(`/account/${name}`);
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);
	}
	await signUp(page, newAddress());
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	await page.goto('/account/second-factor/set-up');
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Zweiten Faktor einrichten' }).click();
	await expect(page.getByRole('img', { name: /QR-Code/ })).toBeVisible();
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	await confirmSecondFactor(page);
	await expectAccessible(page);
	await expectNoSidewaysScroll(page);
	await page.getByRole('link', { name: 'Ich habe die Codes verwahrt' }).click();
	await expect(page).toHaveURL(/\/account$/);
	await page.goto('/account/second-factor/set-up');
	await expectAccessible(page);
});
