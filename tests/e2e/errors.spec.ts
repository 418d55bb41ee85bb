import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { startBuiltServer, type BuiltServer } from '../support/built-server.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, test, LOOK_OF } from '../support/browser.ts';
import { fillCheck } from '../support/filled-check.ts';
import { startTrial } from '../support/taking-a-check.ts';

/** A server of its own, beside that of all other tests, since it is broken on purpose. */
const PORT = Number(process.env.TEST_PORT) + 1000;
const NOTE = 'Rücksprache mit der Kämmerei am Freitag';
const ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

let folder: string;
let server: BuiltServer;

test.describe.configure({ mode: 'serial' });
test.use({ baseURL: `http://localhost:${PORT}` });

test.beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'standort-errors-'));
	server = await startBuiltServer({ folder, port: PORT });
});
test.afterAll(async () => {
	await server.stop();
	rmSync(folder, { recursive: true, force: true });
});

/** Runs something while the service misses one of its tables. */
async function without(table: string, run: () => Promise<void>): Promise<void> {
	const rename = (from: string, to: string) => {
		const client = new Database(join(folder, 'standort.db'));
		client.exec(`ALTER TABLE "${from}" RENAME TO "${to}"`);
		client.close();
	};
	rename(table, 'mislaid');
	try {
		await run();
	} finally {
		rename('mislaid', table);
	}
}

test('where not even the frame of a page can be made, a plain page says so, with the id of the request', async ({
	page
}) => {
	await without('assessment', async () => {
		const response = await page.goto('/');
		expect(response?.status()).toBe(500);
		await expect(page.getByRole('heading', { name: 'Hier ist etwas schiefgegangen' })).toBeVisible();
		await expect(page.getByRole('heading', { name: 'Something went wrong' })).toBeVisible();
		const id = response?.headers()['x-request-id'] ?? '';
		await expect(page.getByText(id)).toBeVisible();
		await expect.poll(() => server.log()).toContain(id);
		expect(response?.headers()['content-security-policy']).toContain("default-src 'none'");
		await expectAccessible(page);
		await expectNoSidewaysScroll(page);
		expect(await page.evaluate(() => getComputedStyle(document.querySelector('h1') as Element).fontSize)).toBe('32px');
	});
	expect((await page.goto('/'))?.status()).toBe(200);
});

for (const language of ['de', 'en'] as const)
	test.describe(language, () => {
		test.use(LOOK_OF[language]);
		test('an error is told with the id that the log has, and nothing of its cause', async ({ page }) => {
			await without('release', async () => {
				const response = await page.goto('/releases/1');
				expect(response?.status()).toBe(500);
				const title = { de: 'Hier ist etwas schiefgegangen', en: 'Something went wrong' }[language];
				await expect(page.getByRole('heading', { name: title })).toBeVisible();
				const [id = ''] = ID.exec((await page.locator('main').textContent()) ?? '') ?? [];
				expect(response?.headers()).toMatchObject({ 'x-request-id': id, 'x-content-type-options': 'nosniff' });
				await expect.poll(() => server.log()).toContain(id);
				expect(await page.content()).not.toMatch(/no such table|node_modules|at async/);
				await expectAccessible(page);
				await expectNoSidewaysScroll(page);
			});
			expect((await page.goto('/releases/1'))?.status()).toBe(404);
		});
	});

test('a program is told of an error in the same words, with the id that the log has, and nothing of its cause', async ({
	request
}) => {
	await without('release', async () => {
		const answer = await request.get('/api/v1/releases/1/cells?group=state:09');
		expect(answer.status()).toBe(500);
		expect(answer.headers()).toMatchObject({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
		expect(await answer.json()).toEqual({
			type: `http://localhost:${PORT}/api#server-error`,
			title: 'Server error',
			status: 500,
			detail: 'This was our mistake. Please try again later.'
		});
		await expect.poll(() => server.log()).toContain(answer.headers()['x-request-id']);
	});
	expect((await request.get('/api/v1/releases/1')).status()).toBe(404);
});

test('an error while saving leaves nothing of what was typed in the log', async ({ page }) => {
	const id = await startTrial(page, 'short');
	const code = (await page.getByText(/^(\w{4}-){3}\w{4}$/).textContent()) ?? '';
	await fillCheck(page, id, { variant: 'short', comment: () => NOTE });
	await without('answer', async () => {
		const save = { changes: [{ questionId: 'D1.1', revision: 9, value: { rating: 2, comment: NOTE } }] };
		const answer = await page.request.put(`/check/${id}/answers`, { data: save });
		expect(answer.status()).toBe(500);
		expect(await answer.text()).not.toMatch(/no such table|at async/);
		expect((await page.goto(`/check/${id}/result`))?.status()).toBe(500);
	});
	await expect.poll(() => server.log()).toContain('no such table');
	for (const secret of [NOTE, code, code.replaceAll('-', ''), id, '127.0.0.1,', 'Mozilla'])
		expect(server.log(), secret).not.toContain(secret);
});
