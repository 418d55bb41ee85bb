import type { Page } from '@playwright/test';
import { CONTACT_POINT_MAXIMUM } from '#lib/domain/contact/form.ts';
import { MESSAGE_MAXIMUM } from '#lib/domain/contact/message.ts';
import { PURPOSE_LENGTH } from '#lib/domain/microdata/limits.ts';
import { expect, LOOK_OF, surplusOf } from '../support/browser.ts';
import { INSTITUTION, test } from '../support/long-names.ts';
import { signInAs } from '../support/members.ts';

test.use(LOOK_OF.de);

/** So long a text of words that no browser can break by itself. */
const text = (length: number) =>
	`${'Nachhaltigkeitsberichtspflichtenerfüllungsverordnung'.repeat(3)} `.repeat(20).slice(0, length - 1) + 'x';

/** Opens a page with everything that can be opened on it. */
async function look(page: Page, path: string): Promise<void> {
	await page.goto(path);
	for (const details of await page.locator('details').all())
		await details.evaluate((one) => one.setAttribute('open', ''));
	for (const size of [{ width: 1280, height: 720 }, LOOK_OF.de.viewport]) {
		await page.setViewportSize(size);
		expect.soft(await surplusOf(page), `${path}, ${size.width} px`).toBeLessThanOrEqual(0);
	}
}

async function offer(page: Page, key: string): Promise<void> {
	await page.goto(`/assessments/${key}/contacts`);
	await page.locator('#criterion').selectOption('D2');
	await page.locator('#contactPoint').fill('Stabsstellennachhaltigkeit'.repeat(5).slice(0, CONTACT_POINT_MAXIMUM));
	await page.locator('form[action="?/offer"] button').click();
	await expect(page.getByRole('status')).toBeVisible();
}

test('the longest names and texts that are taken do not make contacts scroll sideways', async ({
	page,
	context,
	longNames: { origin, towns }
}) => {
	test.slow();
	const pairs = [
		[towns.single, towns.many],
		[towns.many, towns.single]
	] as const;
	for (const [asked, asking] of pairs) {
		await signInAs(context, asked.organiser, origin);
		await offer(page, asked.key);
		await look(page, `/assessments/${asked.key}/contacts`);

		await signInAs(context, asking.organiser, origin);
		for (const path of ['/contacts', `/contacts/${asked.key}/D2`, `/contacts/${asked.key}/B1`]) await look(page, path);
		await page.goto(`/contacts/${asked.key}/D2`);
		await page.locator('#text').fill(text(MESSAGE_MAXIMUM));
		await page.locator('form[action="?/write"] button').click();
		await expect(page.getByRole('status')).toContainText('Gesendet.');
		await look(page, `/contacts/${asked.key}/D2`);
		await look(page, `/assessments/${asking.key}/contacts/sent`);

		await signInAs(context, asked.organiser, origin);
		const box = `/assessments/${asked.key}/contacts/received`;
		await look(page, box);
		const link = page.getByRole('table').getByRole('link', { name: `${asking.name}, D2` });
		const message = (await link.getAttribute('href'))?.split('/').at(-1) ?? '';
		await look(page, `${box}/${message}`);
		await page.locator('#answer').fill(text(MESSAGE_MAXIMUM));
		await page.locator('form[action="?/answer"] button').click();
		await expect(page.getByRole('status')).toContainText('Beantwortet.');
		await look(page, `${box}/${message}`);
		await signInAs(context, asking.organiser, origin);
		await look(page, `/assessments/${asking.key}/contacts/sent/${message}`);
	}
});

test('nor the research desk, the request for microdata, the interface and the explorer', async ({
	page,
	context,
	longNames: { origin, towns, operator }
}) => {
	await signInAs(context, towns.single.organiser, origin);
	await page.goto('/research/microdata');
	await page.getByLabel('Einrichtung').fill(INSTITUTION);
	await page.getByLabel('Zweck').fill(text(PURPOSE_LENGTH.max));
	await page.getByLabel('Nutzung bis').fill('2001-01-01');
	await page.getByRole('button', { name: 'Antrag absenden' }).click();
	await expect(page.getByRole('alert')).toBeVisible();
	expect.soft(await surplusOf(page), 'with a message at a field').toBeLessThanOrEqual(0);
	await page.getByLabel('Nutzung bis').fill(new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10));
	await page.getByRole('button', { name: 'Antrag absenden' }).click();
	await expect(page.getByText('Ihr Antrag ist eingegangen')).toBeVisible();
	for (const path of ['/research/microdata', '/research', '/api', '/releases', '/releases/1', '/releases/1/codebook'])
		await look(page, path);
	await signInAs(context, operator, origin);
	await look(page, '/operate/microdata');
});
