import { expect, expectAccessible, expectNoSidewaysScroll, test } from '../support/browser.ts';
import { lettersTo, linkIn } from '../support/letters.ts';
import { seeded, signInAs, takeTown } from '../support/members.ts';
import { newAddress, PASSWORD, signIn, signOut, signUp } from '../support/own-account.ts';

const NEXT = 'fuenf Tassen schwarzer Tee';
const described = (name: string) => new RegExp(`^Ändern ${name}`);

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('name, password and address are changed', async ({ page }) => {
			const [email, next] = [newAddress(), newAddress()];
			await signUp(page, email);
			await page.getByRole('link', { name: described('Ihr Name') }).click();
			await page.getByLabel('Ihr Name').fill(' ');
			await page.getByRole('button', { name: 'Speichern' }).click();
			await expect(page.getByRole('alert')).toContainText('Bitte geben Sie Ihren Namen ein');
			await page.getByLabel('Ihr Name').fill('Kim Anders');
			await page.getByRole('button', { name: 'Speichern' }).click();
			await expect(page.getByText(`Angemeldet als Kim Anders (${email}).`)).toBeVisible();

			await page.getByRole('link', { name: described('Passwort') }).click();
			await page.getByLabel('Jetziges Passwort').fill(NEXT);
			await page.getByLabel('Neues Passwort').fill(NEXT);
			await page.getByRole('button', { name: 'Speichern' }).click();
			await expect(page.getByRole('alert')).toContainText('Das jetzige Passwort stimmt nicht');
			await page.getByLabel('Jetziges Passwort').fill(PASSWORD);
			await page.getByLabel('Neues Passwort').fill(NEXT);
			await page.getByRole('button', { name: 'Speichern' }).click();
			await expect(page.getByRole('heading', { name: 'Ihr Konto' })).toBeVisible();

			await page.getByRole('link', { name: described('E-Mail') }).click();
			await page.getByLabel('Neue E-Mail-Adresse').fill('keine Adresse');
			await page.getByRole('button', { name: 'Link senden' }).click();
			await expect(page.getByRole('alert')).toContainText('Bitte geben Sie eine E-Mail-Adresse ein');
			await expect(page.getByLabel('Neue E-Mail-Adresse')).toHaveValue('keine Adresse');
			await page.getByLabel('Neue E-Mail-Adresse').fill(next);
			await page.getByRole('button', { name: 'Link senden' }).click();
			await expect(page.getByRole('heading', { name: 'Sehen Sie in Ihr Postfach' })).toBeVisible();
			await page.goto(await linkIn(next, '/account/address/'));
			await page.getByRole('button', { name: 'Adresse ändern' }).click();
			await expect(page.getByText(`(${next})`)).toBeVisible();
			const told = () =>
				lettersTo(email)
					.map(({ text }) => text)
					.join('\n');
			for (const change of [
				'Ein neues Passwort gilt',
				'Jemand hat eine neue E-Mail-Adresse eingetragen',
				'hat jetzt eine andere E-Mail-Adresse'
			])
				await expect.poll(told).toContain(change);

			await signOut(page);
			await signIn(page, next, NEXT);
			await expect(page.getByText(`(${next})`)).toBeVisible();
		});

		test('sessions elsewhere are seen and ended', async ({ page, browser, baseURL }) => {
			const email = newAddress();
			await signUp(page, email);
			const contexts = await Promise.all([0, 1].map(() => browser.newContext({ baseURL: baseURL ?? '' })));
			for (const context of contexts) {
				const elsewhere = await context.newPage();
				await signIn(elsewhere, email, PASSWORD);
				await expect(elsewhere.getByText(`(${email})`)).toBeVisible();
			}
			await page.reload();
			const sessions = page.getByRole('table', { name: 'Wo Sie angemeldet sind' }).getByRole('row');
			await expect(sessions).toHaveCount(4);
			await expect(sessions.filter({ hasText: 'dieser Browser' })).toHaveCount(1);
			await sessions.getByRole('button', { name: 'Beenden' }).first().click();
			await expect(sessions).toHaveCount(3);
			await page.getByRole('button', { name: 'Alle anderen beenden' }).click();
			await expect(sessions).toHaveCount(2);
			await expect(page.getByRole('button', { name: 'Alle anderen beenden' })).toHaveCount(0);
			for (const context of contexts) {
				const elsewhere = await context.newPage();
				await elsewhere.goto('/account');
				await expect(elsewhere.getByRole('heading', { name: 'Anmelden' })).toBeVisible();
				await context.close();
			}
		});

		test('an account is deleted, and nobody gets in by it any more', async ({ page }) => {
			const email = newAddress();
			await signUp(page, email);
			await page.getByRole('link', { name: 'Konto löschen' }).click();
			await expect(page.getByText(email, { exact: true })).toBeVisible();
			await page.getByRole('button', { name: 'Konto endgültig löschen' }).click();
			await expect(page.getByRole('heading', { name: 'Ihr Konto ist gelöscht' })).toBeVisible();
			await expect(page.getByRole('link', { name: 'Anmelden' })).toBeVisible();
			await signIn(page, email, PASSWORD);
			await expect(page.getByRole('alert')).toContainText('passen nicht zusammen');
		});

		test('what protects an account is changed just after signing in only', async ({ page, context, baseURL }) => {
			const { stale } = seeded();
			await signInAs(context, stale, baseURL);
			for (const path of [
				'/account/address',
				'/account/second-factor/set-up',
				'/account/delete',
				'/account/password'
			]) {
				await page.goto(path);
				await expect(page).toHaveURL(`/account/sign-in?again&back=${encodeURIComponent(path)}`);
				await expect(page.getByText('Bitte melden Sie sich zur Sicherheit noch einmal an')).toBeVisible();
				await expect(page.getByLabel('E-Mail-Adresse')).toHaveValue(stale.email);
			}
			await page.getByLabel('Passwort').fill('ein falsches Passwort');
			await page.getByRole('button', { name: 'Anmelden' }).click();
			await expect(page.getByRole('alert')).toContainText('passen nicht zusammen');
			await page.goto('/account');
			await expect(page.getByText(`(${stale.email})`), 'still signed in').toBeVisible();
		});
	});

test('the last organiser of a municipality neither leaves it nor deletes the account', async ({
	page,
	context,
	baseURL
}) => {
	const { organiser, observer, name } = takeTown();
	await signInAs(context, organiser, baseURL);
	await page.goto('/account');
	await page.getByRole('button', { name: `Verlassen: ${name}` }).click();
	await expect(page.getByRole('alert')).toContainText('Jemand muss für die Kommune handeln können');
	await signInAs(context, observer, baseURL);
	await page.goto('/account');
	await page.getByRole('button', { name: `Verlassen: ${name}` }).click();
	await expect(page.getByText('Sie gehören noch zu keiner Kommune')).toBeVisible();
});

test('whoever has forgotten to sign in again loses nothing of what is typed', async ({ page, context, baseURL }) => {
	await signInAs(context, seeded().stale, baseURL);
	const response = await page.request.post('/account/address', {
		form: { email: 'neu@kommune.example' },
		headers: { origin: baseURL ?? '', accept: 'text/html' }
	});
	expect(response.status()).toBe(403);
	expect(await response.text()).toContain('value="neu@kommune.example"');
});

test('the pages of one’s own account are accessible and fit a phone', async ({ page }) => {
	await signUp(page, newAddress());
	for (const path of ['', '/name', '/password', '/address', '/address/token', '/delete', '/deleted']) {
		await page.goto(`/account${path}`);
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);
	}
});
