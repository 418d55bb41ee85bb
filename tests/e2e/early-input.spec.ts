import { expect, expectHydrated, test } from '../support/browser.ts';
import { signInAs, takeTown } from '../support/members.ts';
import type { Page } from '@playwright/test';
import { startTrial } from '../support/taking-a-check.ts';

/** Opens a page whose scripts come only when the returned function is called. */
async function openWithoutScriptsYet(page: Page, path: string): Promise<() => Promise<void>> {
	let release = () => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/_app/immutable/entry/*', async (route) => {
		await held;
		await route.continue();
	});
	await page.goto(path, { waitUntil: 'commit' });
	return async () => {
		release();
		await page.waitForLoadState('networkidle');
	};
}

test('a code typed before the scripts have loaded is not lost', async ({ page }) => {
	const loadScripts = await openWithoutScriptsYet(page, '/check/resume');
	await page.getByLabel('Ihr Code').fill('K7MR 3TWQ');
	await loadScripts();
	await expect(page.getByLabel('Ihr Code')).toHaveValue('K7MR 3TWQ');
});

test('what is typed and chosen at the start of a check before the scripts have loaded stays', async ({ page }) => {
	const loadScripts = await openWithoutScriptsYet(page, '/check/new');
	await page.getByLabel('Selbst eintragen').check();
	await page.getByLabel('Name der Kommune').fill('Musterhausen');
	await page.getByLabel('Land', { exact: true }).selectOption('05');
	await loadScripts();
	await expect(page.getByLabel('Selbst eintragen')).toBeChecked();
	await expect(page.getByLabel('Name der Kommune')).toHaveValue('Musterhausen');
	await expect(page.getByLabel('Land', { exact: true })).toHaveValue('05');
});

test('a level chosen before the scripts have loaded is saved', async ({ page }) => {
	const id = await startTrial(page, 'full');
	const loadScripts = await openWithoutScriptsYet(page, `/check/${id}/D1`);
	const level = page.getByRole('radio').nth(2);
	await level.check();
	await loadScripts();
	await expect(page.getByText('Gespeichert')).toBeVisible();
	await page.reload();
	await expect(level).toBeChecked();
});

test('a file chosen before the scripts have loaded stays, and the page works', async ({ page, context, baseURL }) => {
	const { key, organiser } = takeTown();
	await signInAs(context, organiser, baseURL);
	const loadScripts = await openWithoutScriptsYet(page, `/assessments/${key}/documents`);
	await page
		.getByLabel('Wappen oder Logo')
		.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('') });
	await loadScripts();
	await expectHydrated(page);
	await expect(page.getByLabel('Wappen oder Logo')).toHaveValue(/logo\.png$/);
});
