/** F5 as people meet it: the disk is full, or fails, while they type. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../support/browser.ts';
import { startBuiltServer, type BuiltServer } from '../support/built-server.ts';
import { canMount, smallDisk } from '../support/small-disk.ts';
import { answerLevel, startTrial } from '../support/taking-a-check.ts';

const canLimit = spawnSync('prlimit', ['--version']).status === 0;
const NOTE = 'Beschluss vom 12. Mai\nProtokoll, Seite 3 <b>';

// Each story starts a server of its own.
test.slow();

let folder = '';
let server: BuiltServer;
let disk: ReturnType<typeof smallDisk>;

test.beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'standort-refused-'));
});
test.afterEach(async () => {
	await server.stop();
	rmSync(folder, { recursive: true, force: true });
});

/** A visitor of the server with the small disk. */
const visit = async (browser: Browser, javaScriptEnabled: boolean) =>
	(await browser.newContext({ baseURL: server.origin, locale: 'de-DE', javaScriptEnabled })).newPage();

const health = async (page: Page) => (await page.request.get('/health')).json();

/** Leaves no room for a single save, once the log has been emptied. */
async function fillDisk(page: Page) {
	await expect
		.poll(async () => {
			if (disk.size(server.pid, 'standort.db-wal') > 0) return 'busy';
			disk.fill(server.pid);
			return (await health(page)).storage;
		})
		.toBe('full');
}

test.describe('a full disk', () => {
	test.skip(!canMount, 'This machine lets nobody mount a small disk; F5 in tests/faults covers the storage.');
	test.beforeEach(async () => {
		disk = smallDisk(join(folder, 'small'), '16m');
		server = await startBuiltServer({ folder: join(folder, 'small'), within: disk.within });
	});

	test('an answer waits in the browser, the reason is said, reading goes on, and it is saved once there is room', async ({
		browser
	}) => {
		const page = await visit(browser, true);
		const id = await startTrial(page, 'short');
		await page.goto(`/check/${id}/D1`);
		await answerLevel(page, 'D1.1', 2);
		await expect(page.getByRole('status')).toContainText('Gespeichert');
		await fillDisk(page);
		expect((await page.request.get('/health')).status()).toBe(503);
		const refused = page.waitForResponse('**/answers');
		await answerLevel(page, 'D1.1', 4);
		expect((await refused).status()).toBe(507);
		await expect(page.getByRole('status')).toContainText('kein Platz mehr');
		await page.getByRole('button', { name: 'Weiter' }).click();
		await expect(page, 'the page stays').toHaveURL(/\/D1$/);
		expect((await page.goto(`/check/${id}`))?.status(), 'reading goes on').toBe(200);
		await expect(page.getByText('1 von 18 Aussagen beantwortet')).toBeVisible();
		await page.goto(`/check/${id}/D1`);
		await expect(page.locator('input[name="rating.D1.1"][value="4"]'), 'typed is kept').toBeChecked();
		await expect(page.getByRole('status')).toContainText('kein Platz mehr');
		await expectAccessible(page);

		disk.free(server.pid);
		await page.evaluate(() => dispatchEvent(new Event('online')));
		await expect(page.getByRole('status')).toContainText('Gespeichert');
		expect(await page.evaluate(() => localStorage.length)).toBe(0);
		expect((await page.request.get('/health')).status()).toBe(200);
		await page.reload();
		await expect(page.locator('input[name="rating.D1.1"][value="4"]')).toBeChecked();
		await expect(page.locator('input[name="revision.D1.1"]')).toHaveValue('2');
	});

	test('without JavaScript every form says it, keeps what was typed, and saves once there is room', async ({
		browser
	}) => {
		const page = await visit(browser, false);
		const id = await startTrial(page, 'short');
		await fillDisk(page);

		await page.goto(`/check/${id}/D1`);
		await answerLevel(page, 'D1.1', 4);
		await page.getByText('Nachweise und Notiz').click();
		await page.getByLabel('Notiz').fill(NOTE);
		await page.getByLabel('Sehr wichtig').check();
		await expectRefused(page, 'Weiter');
		await expect(page.locator('input[name="rating.D1.1"][value="4"]')).toBeChecked();
		await expect(page.getByLabel('Notiz')).toHaveValue(NOTE);
		await expect(page.getByLabel('Sehr wichtig')).toBeChecked();
		await expectRefused(page, 'Weiter');

		const criterion = await page.context().newPage();
		await typeMunicipality(page);
		await expectRefused(page, 'Beginnen');
		await expect(page.getByLabel('Name der Kommune')).toHaveValue('Musterau');
		await expect(page.getByLabel('Bevölkerung')).toHaveValue('12 500');

		await page.goto(`/check/${id}/profile`);
		const choices = page.getByRole('radio');
		await choices.nth(1).check();
		await expectRefused(page, 'Speichern');
		await expect(choices.nth(1)).toBeChecked();

		for (const [path, button] of [
			['finish', 'Abschließen'],
			['delete', 'Endgültig löschen'],
			['result', 'Link erzeugen']
		] as const) {
			await page.goto(`/check/${id}/${path}`);
			await expectRefused(page, button);
		}
		expect((await page.goto(`/check/${id}`))?.status(), 'nothing of it has happened').toBe(200);
		await expect(page.getByText('0 von 18 Aussagen beantwortet')).toBeVisible();

		await criterion.goto(`/check/${id}/D1`);
		await criterion.getByText('Nachweise und Notiz').click();
		await criterion.getByLabel('Notiz').fill(NOTE);
		await expectRefused(criterion, 'Weiter');
		disk.free(server.pid);
		await criterion.getByRole('button', { name: 'Weiter' }).click();
		await expect(criterion).toHaveURL(/\/D2$/);
		await criterion.goto(`/check/${id}/D1`);
		await expect(criterion.getByLabel('Notiz')).toHaveValue(NOTE);
	});

	test('with JavaScript a form stays as it is, and what was posted early goes on waiting', async ({ browser }) => {
		const page = await visit(browser, true);
		const id = await startTrial(page, 'short');
		await fillDisk(page);
		await typeMunicipality(page);
		await page.getByRole('button', { name: 'Beginnen' }).click();
		await expect(page.getByRole('alert')).toContainText('Nicht gespeichert');
		await expect(page.getByRole('alert')).toBeFocused();
		await expectAccessible(page);
		await expect(page.getByLabel('Name der Kommune')).toHaveValue('Musterau');

		await page.goto(`/check/${id}/D1`);
		await page.evaluate(() => {
			const form = document.querySelector('form[method=POST]:has([name="rating.D1.1"])') as HTMLFormElement;
			(form.elements.namedItem('comment.D1.1') as HTMLTextAreaElement).value = 'früh';
			form.submit();
		});
		await expect(page.getByRole('alert')).toContainText('Nicht gespeichert');
		await expect(page.getByRole('status')).toContainText('kein Platz mehr');
		disk.free(server.pid);
		await page.evaluate(() => dispatchEvent(new Event('online')));
		await expect(page.getByRole('status')).toContainText('Gespeichert');
		await page.goto(`/check/${id}/D1`);
		await expect(page.getByLabel('Notiz')).toHaveValue('früh');
	});
});

test('a disk that fails: saves are refused by 503 until a restart, reading goes on, nothing confirmed is lost', async ({
	browser
}) => {
	test.skip(!canLimit, 'prlimit is missing on this machine; F4 in bench/faults covers the storage.');
	server = await startBuiltServer({ folder });
	const page = await visit(browser, true);
	const id = await startTrial(page, 'short');
	await page.goto(`/check/${id}/D1`);
	await answerLevel(page, 'D1.1', 2);
	await expect(page.getByRole('status')).toContainText('Gespeichert');
	spawnSync('prlimit', ['--pid', String(server.pid), '--fsize=0']);
	const refused = page.waitForResponse('**/answers');
	await answerLevel(page, 'D1.1', 4);
	expect((await refused).status()).toBe(503);
	await expect(page.getByRole('status')).toContainText('kann zurzeit nicht speichern');
	expect((await page.request.get('/health')).status()).toBe(503);
	spawnSync('prlimit', ['--pid', String(server.pid), '--fsize=unlimited']);
	expect(await health(page), 'not before a restart').toMatchObject({ storage: 'broken' });

	const plain = await page.context().browser()?.newContext({ javaScriptEnabled: false, baseURL: server.origin });
	await plain?.addCookies(await page.context().cookies());
	const form = (await plain?.newPage()) as Page;
	await form.goto(`/check/${id}/D1`);
	await expect(form.locator('input[name="rating.D1.1"][value="2"]'), 'reading goes on').toBeChecked();
	await answerLevel(form, 'D1.1', 5);
	await expectRefused(form, 'Weiter', 503);
	await expect(form.locator('input[name="rating.D1.1"][value="5"]')).toBeChecked();

	await server.stop();
	server = await startBuiltServer({ folder, port: Number(new URL(server.origin).port) });
	await page.evaluate(() => dispatchEvent(new Event('online')));
	await expect(page.getByRole('status')).toContainText('Gespeichert');
	await page.reload();
	await expect(page.locator('input[name="rating.D1.1"][value="4"]')).toBeChecked();
	await expect(page.locator('input[name="revision.D1.1"]')).toHaveValue('2');
});

async function typeMunicipality(page: Page) {
	await page.goto('/check/new');
	await page.locator('input[name="extent"][value="short"]').check();
	await page.getByLabel('Selbst eintragen').check();
	await page.getByLabel('Name der Kommune').fill('Musterau');
	await page.getByLabel('Art der Kommune').selectOption('Gemeinde');
	await page.getByLabel('Land', { exact: true }).selectOption('Hessen');
	await page.getByLabel('Bevölkerung').fill('12 500');
}

/** Posts the form by its button and expects the page again, with the reason at its top. */
async function expectRefused(page: Page, button: string, status = 507) {
	const [response] = await Promise.all([
		page.waitForResponse((each) => each.request().method() === 'POST'),
		page.getByRole('button', { name: button, exact: true }).click()
	]);
	expect(response.status()).toBe(status);
	await expect(page.getByRole('alert')).toContainText('Nicht gespeichert');
}
