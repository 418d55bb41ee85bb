import { strFromU8, unzipSync } from 'fflate';
import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, LOOK_OF } from '../support/browser.ts';
import { OBSERVER, ORGANISER, test } from '../support/closed-town.ts';
import { pathOf, signInTo } from '../support/held-meeting.ts';
import { roundPlace } from '../support/making-rounds.ts';

const LOOK = `/assessments/${roundPlace.key}/documents`;
const OFFICE = 'application/vnd.openxmlformats-officedocument';
const DOCX = `${OFFICE}.wordprocessingml.document`;
const LOGO = Buffer.from(
	'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><script>alert(1)</script><rect width="40" height="20" fill="#0a5"/></svg>'
);

/** The parts of a file that a browser saves, after its type and name have been looked at. */
async function partsAt(page: Page, path: string, type: string): Promise<Record<string, Uint8Array>> {
	const response = await page.request.get(path);
	expect(response.status(), path).toBe(200);
	expect(response.headers()).toMatchObject({ 'content-type': type, 'x-content-type-options': 'nosniff' });
	expect(response.headers()['content-disposition']).toMatch(/^attachment; filename="[a-z0-9_.-]+"$/);
	const body = await response.body();
	expect(body.subarray(0, 2).toString()).toBe('PK');
	return unzipSync(body);
}

/** Says of one that came, and of one that does not, how far it is. */
async function expectProgress(page: Page, papers: Locator) {
	const said = papers.getByRole('status');
	await expect(said).toHaveText('Fertig: Vorlage für den Rat (Word, DOCX)');
	let refuse: () => Promise<void> = () => Promise.resolve();
	await page.route('**/slides.pptx', (route) => void (refuse = () => route.abort()));
	await papers.getByRole('link', { name: 'Präsentation' }).click();
	await expect(said).toContainText('Wird erstellt: Präsentation (PowerPoint, PPTX)');
	await refuse();
	await expect(said).toContainText('Nicht erstellt: Präsentation (PowerPoint, PPTX).');
	await page.unroute('**/slides.pptx');
}

const textIn = (parts: Record<string, Uint8Array>, name: string) => strFromU8(parts[name] ?? new Uint8Array());

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('an organiser says how documents look, and takes them along', async ({ page, town }) => {
			const { full = '' } = town.rounds;
			await signInTo(page, ORGANISER, pathOf(full, 'result'));
			const papers = page.getByRole('region', { name: 'Unterlagen' });
			await papers.getByRole('link', { name: 'Name, Absender, Farbe und Logo' }).click();
			await page.getByLabel('Absenderzeile').fill('Amt für Zukunft · Rathausplatz 1');
			await page.getByLabel('Farbe der Überschriften').fill('#ffcc00');
			await page
				.getByLabel('Wappen oder Logo')
				.setInputFiles({ name: 'a.svg', mimeType: 'image/svg+xml', buffer: LOGO });
			await page.getByRole('button', { name: 'Speichern' }).click();
			await expect(page.getByText(/Die Farbe war zu hell .* und ist jetzt #[0-9a-f]{6}\./)).toBeVisible();
			await expect(page.getByRole('img', { name: 'Ihr Logo' })).toBeVisible();
			await expect(page.getByLabel('Farbe der Überschriften')).not.toHaveValue('#ffcc00');

			await page.goto(pathOf(full, 'result'));
			const [download] = await Promise.all([
				page.waitForEvent('download'),
				papers.getByRole('link', { name: 'Vorlage für den Rat' }).click()
			]);
			expect(download.suggestedFilename()).toMatch(/^mitteilungsvorlage_musterau_\d{4}-\d\d-\d\d\.docx$/);
			if (javaScriptEnabled) await expectProgress(page, papers);
			const paper = await partsAt(page, pathOf(full, 'paper.docx'), DOCX);
			expect(textIn(paper, 'word/document.xml')).toContain('Amt für Zukunft · Rathausplatz 1');
			expect(Object.keys(paper).filter((name) => name.startsWith('word/media/'))).toHaveLength(2);
			const slides = await partsAt(page, pathOf(full, 'slides.pptx'), `${OFFICE}.presentationml.presentation`);
			expect(textIn(slides, 'ppt/slides/slide1.xml')).toContain('Amt für Zukunft');
			const book = await partsAt(page, pathOf(full, 'result.xlsx'), `${OFFICE}.spreadsheetml.sheet`);
			expect(textIn(book, 'xl/workbook.xml')).toMatch(/name="Maßnahmen"/);

			await page.goto(LOOK);
			await page.getByRole('button', { name: 'Logo entfernen' }).click();
			await expect(page.getByRole('img', { name: 'Ihr Logo' })).toHaveCount(0);
		});
	});

test('what is no logo is refused, and what was typed stays', async ({ page }) => {
	await signInTo(page, ORGANISER, LOOK);
	await page.getByLabel('Absenderzeile').fill('Bleibt stehen');
	const page1 = { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('<html>') };
	await page.getByLabel('Wappen oder Logo').setInputFiles(page1);
	await page.getByRole('button', { name: 'Speichern' }).click();
	await expect(page.getByRole('alert')).toContainText('Diese Datei lässt sich nicht verwenden.');
	await expect(page.getByLabel('Absenderzeile')).toHaveValue('Bleibt stehen');
});

test('observers take documents along in their language, and say nothing about their look', async ({ page, town }) => {
	const { plain = '' } = town.rounds;
	await page.context().addCookies([{ name: 'language', value: 'en', url: town.origin }]);
	await signInTo(page, OBSERVER, pathOf(plain, 'result'));
	await expect(page.getByRole('link', { name: /name, sender/i })).toHaveCount(0);
	const paper = await partsAt(page, pathOf(plain, 'paper.docx'), DOCX);
	expect(textIn(paper, 'word/document.xml')).toContain('Proposal for a decision');
	expect((await page.goto(LOOK))?.status()).toBe(404);
});

test('anybody takes the questionnaire along to fill it in on paper', async ({ page }) => {
	await page.goto('/questionnaire?variant=short');
	const link = page.getByRole('link', { name: 'Fragebogen zum Ausfüllen auf Papier' });
	const parts = await partsAt(page, (await link.getAttribute('href')) ?? '', DOCX);
	expect(textIn(parts, 'word/document.xml')).toContain('Weiß ich nicht');
});

for (const language of ['de', 'en'] as const)
	test.describe(`in ${language}`, () => {
		test.use(LOOK_OF[language]);

		test('the look of documents can be set by everybody', async ({ page }) => {
			await signInTo(page, ORGANISER, LOOK);
			await expectAccessible(page);
			await expectNoSidewaysScroll(page);
		});
	});
