import { addDays } from '#lib/domain/day.ts';
import { today } from '#lib/server/today.ts';
import { expect } from '../support/browser.ts';
import { CONSULTANTS } from '../support/reviewed-round.ts';
import { actAs, picture, test } from '../support/three-users.ts';

test.describe.configure({ mode: 'default' });
test.use({ viewport: { width: 1080, height: 760 } });

const begins = (bytes: Buffer, magic: string) => expect(bytes.subarray(0, magic.length).toString('latin1')).toBe(magic);

test('the administration: from a round that runs to report and council paper', async ({ page, users }) => {
	const { key, rounds } = users;
	const at = (phase: string, rest = '') => `/assessments/${key}/rounds/${rounds[phase]}${rest}`;
	await actAs(page, users, 'coordination');
	await page.goto(`/assessments/${key}`);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await picture(page, 'administration-1-rounds');
	await page.goto(at('collecting'));
	await expect(page.getByRole('heading', { name: 'Beteiligung' })).toBeVisible();
	await picture(page, 'administration-2-collecting');
	await page.goto(at('consensus', '/meeting'));
	await page.locator('main a[href*="meeting/"]').filter({ visible: true }).first().click();
	await page.waitForURL(/\/meeting\/[DAB]\d\.\d/);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await picture(page, 'administration-3-meeting');
	await page.goto(at('closed', '/result'));
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await picture(page, 'administration-4-result');
	await picture(page, 'administration-5-comparison', '#comparison');
	await expect(page.locator('a[href$="/report.pdf"]')).toBeVisible();
	await picture(page, 'administration-6-papers', 'h2:has-text("Unterlagen")');
	for (const [file, magic] of [
		['report.pdf', '%PDF-1.7'],
		['paper.docx', 'PK'],
		['slides.pptx', 'PK']
	] as const)
		begins(await (await page.request.get(at('closed', `/${file}`))).body(), magic);
});

test('the consultant: from the grant to the answer of the municipality', async ({ page, users }) => {
	const { key, rounds } = users;
	const review = `/assessments/${key}/rounds/${rounds.closed}/review`;
	await actAs(page, users, 'coordination');
	await page.goto(review);
	await page.locator('#email').fill(CONSULTANTS.ada);
	await page.locator('#endsOn').fill(addDays(today(), 60));
	await picture(page, 'consultant-1-grant', 'main h2');
	await page.getByRole('button', { name: 'Freigeben' }).click();
	await expect(page.getByRole('status')).toContainText('Freigegeben.');
	const ofMunicipality = new URL(
		(await page.getByRole('link', { name: 'ada, Organisation beratung' }).getAttribute('href')) ?? '',
		page.url()
	).pathname;
	const grant = ofMunicipality.split('/').at(-1) ?? '';

	await actAs(page, users, 'consultant');
	await page.goto('/reviews');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await picture(page, 'consultant-2-desk');
	await page.goto(`/reviews/${grant}`);
	const criteria = await page
		.locator('.kern-task-list__item a')
		.evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
	for (const [index, place] of criteria.entries()) {
		await page.goto(place);
		const items = page.locator('[name^="level."][value="1"]');
		await expect(items.first()).toBeVisible();
		for (const name of await items.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).name)))
			await page.locator(`[name="${name}"][value="${(index % 3) + 1}"]`).check();
		if (index === 0) await picture(page, 'consultant-3-blind', 'main h2');
		await page.getByRole('button', { name: 'Speichern und Wert der Kommune aufdecken' }).click();
		await expect(page.getByRole('status')).toContainText('aufgedeckt');
		if (index === 0) await picture(page, 'consultant-4-uncovered');
	}
	await page.goto(`/reviews/${grant}/profile`);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await picture(page, 'consultant-5-difference');
	await page.goto(`/reviews/${grant}/comparison`);
	const compared = page.getByRole('table', { name: 'Ihre Werte neben denen der anderen Kommunen' });
	await expect(compared.getByRole('row').filter({ hasText: 'Verwaltungsstrukturen' })).toContainText(/\d,\d/);
	await picture(page, 'consultant-6-comparison');
	begins(await (await page.request.get(`/reviews/${grant}/documents/slides.pptx`)).body(), 'PK');
	await page.goto(`/reviews/${grant}/recommendations`);
	await page.locator('#title').fill('Ziele im Rat beschließen');
	await page.getByRole('button', { name: 'Empfehlung speichern' }).click();
	await expect(page.getByRole('heading', { name: 'Ziele im Rat beschließen' })).toBeVisible();
	await page.goto(`/reviews/${grant}/hand-in`);
	await page.locator('#summary').fill('Ein guter Anfang. Die Ziele sollten nun im Rat beschlossen werden.');
	await page.locator('#sure').check();
	await page.getByRole('button', { name: 'Begutachtung abgeben' }).click();
	await expect(page.getByText('Die Kommune hat noch nicht geantwortet.')).toBeVisible();

	await actAs(page, users, 'coordination');
	await page.goto(ofMunicipality);
	await page.getByRole('button', { name: 'In den Plan übernehmen: Ziele im Rat' }).click();
	await expect(page.getByRole('status')).toContainText('steht im Plan');
	await page.getByLabel('Ihre Antwort').fill('Danke, das nehmen wir uns für das Frühjahr vor.');
	await page.getByRole('button', { name: 'Antworten' }).click();
	await expect(page.getByRole('status')).toContainText('Ihre Antwort ist abgegeben.');
	await picture(page, 'consultant-7-answered', 'main h2');
});

test('the researcher: from a release to data with labels', async ({ page }) => {
	await page.goto('/releases/2');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await picture(page, 'researcher-1-release');
	await page.goto('/research');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await picture(page, 'researcher-2-data');
	const cells = await page.request.get('/releases/2/cells.csv');
	expect(cells.headers()['content-disposition']).toContain('attachment');
	expect((await cells.text()).split('\n').length).toBeGreaterThan(20);
	await page.goto('/releases/2/codebook');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await picture(page, 'researcher-3-codebook');
	await page.goto('/releases/2/twin');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await picture(page, 'researcher-4-twin');
});
