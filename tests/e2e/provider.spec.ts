/** Signing in at a provider of OpenID Connect. */
import Database from 'better-sqlite3';
import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '../support/browser.ts';
import { linkIn } from '../support/letters.ts';
import { NAME, openWithProvider, UNCONFIRMED, type AtProvider } from '../support/oidc.ts';
import { confirmSecondFactor, newAddress, PASSWORD, showFactor, signOut } from '../support/own-account.ts';
import { OPENING, test as base } from '../support/services.ts';
import { totp } from '../support/totp.ts';

// Letters lie where those of the other tests do.
const open = () => openWithProvider({ MAIL_FOLDER: `${process.env.TEST_FOLDER}/mail` });

const test = base.extend<{ provider: AtProvider }>({
	provider: [({ services }, use) => services.use(open).then(use), OPENING],
	baseURL: ({ provider }, use) => use(provider.origin)
});

/** Signs in at the provider and agrees to what it hands over. */
async function enterAtProvider(page: Page, login: string) {
	await page.getByPlaceholder('Enter any login').fill(login);
	await page.getByPlaceholder('and password').fill('any');
	await page.getByRole('button', { name: 'Sign-in' }).click();
	await page.getByRole('button', { name: 'Continue' }).click();
}

async function enterBy(page: Page, login: string, back = '') {
	await page.goto(`/account/sign-in${back && `?back=${back}`}`);
	await page.getByRole('button', { name: `Mit ${NAME} anmelden` }).click();
	await enterAtProvider(page, login);
}

function stored<Row>(file: string, query: string, ...values: string[]): Row[] {
	const client = new Database(file, { readonly: true });
	const rows = client.prepare<string[], Row>(query).all(...values);
	client.close();
	return rows;
}

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('somebody new gets an account, and is led to where they wanted to go', async ({ page, provider }) => {
			const email = newAddress();
			await enterBy(page, email, '/account/name');
			await expect(page.getByLabel('Ihr Name')).toHaveValue('Robin vom Portal');
			await page.goto('/account');
			await expect(page.getByText(`Angemeldet als Robin vom Portal (${email}).`)).toBeVisible();
			const [made] = stored<Record<string, unknown>>(
				provider.file,
				'SELECT account.*, session.second_factor, email_verified FROM user JOIN account ON account.user_id = user.id JOIN session ON session.user_id = user.id WHERE email = ?',
				email
			);
			expect(made).toMatchObject({ provider_id: 'oidc', account_id: email, second_factor: 1, email_verified: 1 });
			expect(made, 'no token is kept').toMatchObject({ access_token: null, refresh_token: null, id_token: null });
			await page.getByRole('button', { name: `Trennen: ${NAME}` }).click();
			await expect(page.getByText(`Anmeldung mit ${NAME}`)).toHaveCount(0);
		});

		test('an account with the same confirmed address is entered, and asks for its second factor', async ({
			page,
			provider
		}) => {
			const email = newAddress();
			await page.goto('/account/sign-up');
			await page.getByLabel('E-Mail-Adresse').fill(email);
			await page.getByRole('button', { name: 'Link anfordern' }).click();
			await page.goto(await linkIn(email, '/account/confirm/'));
			await page.getByLabel('Ihr Name').fill('Kim Muster');
			await page.getByLabel('Neues Passwort').fill(PASSWORD);
			await page.getByRole('button', { name: 'Konto anlegen' }).click();
			await expect(page.getByText(`(${email})`)).toBeVisible();
			await signOut(page);
			await enterBy(page, email);
			await expect(page.getByText(`Angemeldet als Kim Muster (${email}).`)).toBeVisible();
			expect(stored(provider.file, 'SELECT * FROM user WHERE email = ?', email)).toHaveLength(1);

			await page.goto('/account/second-factor/set-up');
			await page.getByRole('button', { name: 'Zweiten Faktor einrichten' }).click();
			const { secret } = await confirmSecondFactor(page);
			await page.goto('/account');
			await signOut(page);
			await page.context().clearCookies({ name: /^_/ });
			await enterBy(page, email);
			await showFactor(page, totp(secret, 1));
			await expect(page.getByText(`(${email})`)).toBeVisible();
		});

		test('an address that the provider has not confirmed opens nothing', async ({ page, provider }) => {
			const email = `${UNCONFIRMED}-${newAddress()}`;
			await enterBy(page, email);
			await expect(page.getByRole('alert')).toContainText(`Die Anmeldung mit ${NAME} hat nicht geklappt`);
			expect(stored(provider.file, 'SELECT * FROM user WHERE email = ?', email)).toEqual([]);
			if (javaScriptEnabled) await expectAccessible(page);
		});
	});

test('what comes back is taken once', async ({ page }) => {
	const callbacks: string[] = [];
	page.on('request', (request) => {
		if (request.url().includes('/account/callback?')) callbacks.push(request.url());
	});
	const email = newAddress();
	await enterBy(page, email);
	await expect(page.getByText(`(${email})`)).toBeVisible();
	await signOut(page);
	expect(callbacks).toHaveLength(1);
	await page.goto(callbacks[0] ?? '');
	await expect(page.getByRole('alert')).toContainText('hat nicht geklappt');
});

test('what comes back to another browser than the one that has left is refused', async ({ page, context }) => {
	await page.goto('/account/sign-in');
	await page.getByRole('button', { name: `Mit ${NAME} anmelden` }).click();
	await page.getByPlaceholder('Enter any login').waitFor();
	await context.clearCookies({ name: 'provider' });
	await enterAtProvider(page, newAddress());
	await expect(page.getByRole('alert')).toContainText('hat nicht geklappt');
});

test('each request carries state, nonce and a proof key of its own', async ({ page, provider }) => {
	provider.asked.length = 0;
	for (let turn = 0; turn < 2; turn++) {
		await page.goto('/account/sign-in');
		await page.getByRole('button', { name: `Mit ${NAME} anmelden` }).click();
		await page.getByPlaceholder('Enter any login').waitFor();
	}
	expect(provider.asked).toHaveLength(2);
	for (const name of ['state', 'nonce', 'code_challenge']) {
		const values = provider.asked.map((query) => query.get(name));
		expect(values[0], name).toMatch(/^[\w-]{20,}$/);
		expect(values[0], name).not.toBe(values[1]);
	}
	for (const query of provider.asked)
		expect(Object.fromEntries(query)).toMatchObject({
			response_type: 'code',
			code_challenge_method: 'S256',
			scope: expect.stringContaining('openid'),
			redirect_uri: `${provider.origin}/account/callback`
		});
});
