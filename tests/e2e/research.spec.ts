import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { LOOK_OF, expect, expectAccessible, expectNoSidewaysScroll } from '../support/browser.ts';
import { test } from '../support/demonstration.ts';

test.describe.configure({ mode: 'default' });

for (const language of ['de', 'en'] as const) {
	test.describe(`the research desk, ${language}`, () => {
		test.use(LOOK_OF[language]);
		test('is accessible and fits the screen, its codebook, too', async ({ page }) => {
			for (const path of ['/research', '/releases/2/codebook']) {
				await page.goto(path);
				await expectAccessible(page);
				await expectNoSidewaysScroll(page);
			}
		});
	});
}

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('somebody without an account finds all files of the latest release, with their sizes', async ({ page }) => {
		await page.goto('/');
		await page.getByRole('contentinfo').getByRole('link', { name: 'Forschung' }).click();
		await expect(page.getByRole('heading', { name: /stand 2$/ })).toBeVisible();
		await expect(page.getByText('Diese Kommunen und ihre Werte sind erfunden.')).toBeVisible();
		const table = page.getByRole('table', { name: 'Dateien' });
		await expect(table.getByRole('row')).toHaveCount(1 + 20);
		await expect(table.getByRole('row', { name: /Archiv \(ZIP\)/ })).toContainText(/alle\s*\d+\s*kB/);
		await page.getByText('Prüfsummen', { exact: true }).click();
		await expect(page.getByRole('listitem').filter({ hasText: /[0-9a-f]{64}/ })).toHaveCount(20);
	});

	test('the codebook explains a column, its values and its rule', async ({ page }) => {
		await page.goto('/research');
		await page.getByRole('link', { name: 'Codebook lesen' }).click();
		const group = page.getByRole('region', { name: 'group Vergleichsgruppe', exact: true });
		await expect(group).toContainText(/Regeln D3/);
		await group.getByText('58 Werte').click();
		await expect(group.getByText('Nordrhein-Westfalen')).toBeVisible();
		const item = page.getByRole('region', { name: /^D1\.1 / });
		await item.getByText('7 Werte').click();
		await expect(item.getByText('Weiß ich nicht')).toBeVisible();
	});

	test('an earlier release has files of its own', async ({ page }) => {
		await page.goto('/research');
		await page.getByRole('link', { name: /^Stand 1/ }).click();
		await expect(page).toHaveURL('/research?release=1');
		await expect(page.getByRole('heading', { name: /stand 1$/ })).toBeVisible();
	});
});

test('the archive can be checked by its own checksums, and is the one that the page names', async ({
	page,
	request
}) => {
	await page.goto('/research');
	const archive = await (await request.get('/releases/2/all.zip')).body();
	const sum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
	await expect(page.locator('code', { hasText: sum(archive) })).toHaveCount(1);
	const files = unzipSync(archive);
	const sums = strFromU8(files['standort-2030-release-2/SHA256SUMS'] ?? new Uint8Array()).trimEnd();
	const lines = sums.split('\n').map((line) => line.split('  '));
	expect(lines).toHaveLength(18);
	for (const [expected, name = ''] of lines)
		expect(sum(files[`standort-2030-release-2/${name}`] ?? new Uint8Array()), name).toBe(expected);
});

test('what is no release has no desk', async ({ request }) => {
	for (const asked of ['9', '0', '-1', 'x', '', '1.5'])
		expect((await request.get(`/research?release=${asked}`)).status(), asked).toBe(404);
});
