/** Accounts in browser tests: opened, left, entered, protected. */
import type { Page } from '@playwright/test';
import { expect } from './browser.ts';
import { linkIn } from './letters.ts';
import { totp } from './totp.ts';

export const PASSWORD = 'vier Tassen gruener Tee';
let people = 0;
/** One that no other test uses. */
export const newAddress = () => `person-${process.pid}-${people++}@kommune.example`;

/** Opens an account, which is then signed in. */
export async function signUp(page: Page, email: string) {
	await page.goto('/account/sign-up');
	await page.getByLabel('E-Mail-Adresse').fill(email);
	await page.getByRole('button', { name: 'Link anfordern' }).click();
	await expect(page.getByRole('heading', { name: 'Sehen Sie in Ihr Postfach' })).toBeVisible();
	await page.goto(await linkIn(email, '/account/confirm/'));
	await page.getByLabel('Ihr Name').fill('Kim Muster');
	await page.getByLabel('Neues Passwort').fill(PASSWORD);
	await page.getByRole('button', { name: 'Konto anlegen' }).click();
	await expect(page.getByText(`Angemeldet als Kim Muster (${email}).`)).toBeVisible();
}

/** Signs out, from the page of the account. */
export async function signOut(page: Page) {
	await page.getByRole('button', { name: 'Abmelden' }).click();
	await expect(page.getByRole('link', { name: 'Anmelden', exact: true })).toBeVisible();
}

export async function signIn(page: Page, email: string, password: string) {
	await page.goto('/account/sign-in');
	await page.getByLabel('E-Mail-Adresse').fill(email);
	await page.getByLabel('Passwort').fill(password);
	await page.getByRole('button', { name: 'Anmelden' }).click();
}

/** Sets up the second factor that has been begun on the page; `code` has been used then. */
export async function confirmSecondFactor(page: Page) {
	const secret = (await page.locator('code').innerText()).replace(/\s/g, '');
	const code = totp(secret);
	await page.getByLabel('Code', { exact: true }).fill(code);
	await page.getByRole('button', { name: 'Bestätigen' }).click();
	await expect(page.getByRole('heading', { name: /^Ihre Wiederherstellungs/ })).toBeVisible();
	return { secret, code, codes: await page.locator('code').allInnerTexts() };
}

/** Shows the second factor after the password. */
export async function showFactor(page: Page, code: string) {
	await expect(page.getByRole('heading', { name: 'Zweiter Faktor' })).toBeVisible();
	await page.getByLabel('Code', { exact: true }).fill(code);
	await page.getByRole('button', { name: 'Anmelden' }).click();
}
