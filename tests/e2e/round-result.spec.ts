import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { RoundFile } from '#lib/domain/result/round-file.ts';
import { shownScore } from '#lib/domain/scoring/rounding.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, LOOK_OF } from '../support/browser.ts';
import { OBSERVER, ORGANISER, test } from '../support/closed-town.ts';
import { pathOf, signInTo } from '../support/held-meeting.ts';
import { roundPlace } from '../support/making-rounds.ts';
import { readPdf } from '../support/pdf.ts';
import { printedPages } from '../support/printing.ts';

test.describe.configure({ mode: 'default' });
const SERIES = `/assessments/${roundPlace.key}/series`;
const german = (score: number) => score.toFixed(1).replace('.', ',');

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test(
			'from the result of a round to targets, which the next round suggests',
			{ tag: javaScriptEnabled ? '@phone' : [] },
			async ({ page, town }) => {
				const [id = '', next = ''] = javaScriptEnabled
					? [town.rounds.story, town.rounds.storyNext]
					: [town.rounds.plain, town.rounds.plainNext];
				await signInTo(page, ORGANISER, pathOf(id, 'result'));
				await page.getByRole('link', { name: 'Eigene Ziele' }).first().click();
				const goals = page.getByRole('group', { name: 'Strategische Ziele' });
				await goals.getByLabel('Zielstufe').selectOption('5');
				await goals.getByLabel('Bis zum Jahr').fill('');
				await page.getByRole('button', { name: 'Ziele speichern' }).click();
				await expect(goals).toContainText('Geben Sie ein Jahr von 2020 bis 2100 ein.');
				await goals.getByLabel('Bis zum Jahr').fill('2035');
				await page.getByRole('button', { name: 'Ziele speichern' }).click();
				await expect(page).toHaveURL(/\/result#priorities$/);
				await expect(page.getByRole('region', { name: 'Profil' })).toContainText('5 bis 2035');

				await page.goto(pathOf(next, 'targets'));
				await expect(goals).toContainText('Vorschlag aus der Runde „Frühjahr');
				await expect(goals.getByLabel('Zielstufe')).toHaveValue('5');
				await page.goto(pathOf(next, 'result'));
				await expect(page.getByText('5 bis 2035')).toHaveCount(0);
				await page.goto(pathOf(next, 'targets'));
				await page.getByRole('button', { name: 'Ziele speichern' }).click();
				await expect(page.getByRole('region', { name: 'Wo es sich am meisten lohnt' })).toContainText('5 bis 2035');
			}
		);
	});

test('a round is taken away with what its page shows, and nothing else', async ({ page, town }) => {
	const { full = '', few = '' } = town.rounds;
	await signInTo(page, ORGANISER, pathOf(full, 'result'));
	expect(await page.content()).not.toContain('seed');
	const json = await (await page.request.get(pathOf(full, 'result.json'))).json();
	const file = RoundFile.parse(json);
	const shown = page.getByRole('table', { name: 'Werte der Kriterien' }).getByRole('row', { name: /^D1 / });
	await expect(shown).toContainText(german(shownScore(file.result.criteria.D1?.score ?? 0)));
	await expect(page.getByText(file.instrument.sha256).last()).toBeVisible();
	const csv = await (await page.request.get(pathOf(full, 'result.csv'))).text();
	expect(csv).toMatch(/Spannweite von;Spannweite bis;Abstand der Gruppen;Mittelwert vor der Sitzung;Einigkeit;Stufe 1/);
	const parts = unzipSync(await (await page.request.get(pathOf(full, 'result.xlsx'))).body());
	expect(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())).toMatch(/Aussagen.*Gruppen.*Spannweite/);

	await page.goto(pathOf(few, 'result'));
	await expect(page.getByText('Es gilt, was die Sitzung festgelegt hat.')).toBeVisible();
	await expect(page.getByText('Eine Spannweite wird ab acht abgegebenen Antworten berechnet.')).toBeVisible();
	const little = RoundFile.parse(await (await page.request.get(pathOf(few, 'result.json'))).json());
	expect(little.inputs).toMatchObject({ respondents: 0, intervals: {}, groups: {} });
	expect(new Set(Object.values(little.inputs.items).map((item) => JSON.stringify(item)))).toEqual(
		new Set(['{"applies":true}'])
	);
});

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('the report comes as a tagged PDF in the language of the page', async ({ page, town }) => {
			await signInTo(page, ORGANISER, pathOf(town.rounds.full ?? '', 'result'));
			const saving = page.waitForEvent('download');
			await page.getByRole('link', { name: 'Bericht (PDF)' }).click();
			const download = await saving;
			expect(download.suggestedFilename()).toBe('bericht-zum-ergebnis_musterau_2026-11-10.pdf');
			const { file, pages, outline } = readPdf(readFileSync(await download.path()));
			expect(file).toContain('/Lang (de-DE)');
			expect(outline).toContain('Einigkeit und verschiedene Sichten');
			expect(pages).toBeGreaterThanOrEqual(8);
			expect(pages).toBeLessThanOrEqual(20);
			if (javaScriptEnabled) await expect(page.getByText('Fertig: Bericht (PDF)')).toBeVisible();
		});
	});

test('observers read closed results and the series, and change nothing', async ({ page, town }) => {
	const { plain = '' } = town.rounds;
	await signInTo(page, OBSERVER, pathOf(plain, 'result'));
	await expect(page.getByRole('heading', { name: 'Wie einig die Antworten waren' })).toBeVisible();
	await expect(page.getByRole('link', { name: /Eigene Ziele/ })).toHaveCount(0);
	expect((await page.request.get(pathOf(plain, 'result.json'))).status()).toBe(200);
	for (const rest of ['', 'targets', 'minutes', 'settings', 'meeting'])
		expect((await page.goto(pathOf(plain, rest)))?.status(), rest).toBe(404);
	await page.goto(SERIES);
	await expect(page.getByRole('heading', { name: 'Runden nebeneinander' })).toBeVisible();
});

test('the link of those who took part shows the closed result where the municipality shows it', async ({
	page,
	town
}) => {
	await page.goto(town.links.shown);
	await expect(page.getByRole('heading', { name: 'Wie weit die Antworten auseinanderlagen' })).toBeVisible();
	await expect(page.getByRole('link', { name: /Eigene Ziele|JSON|Maßnahmen/ })).toHaveCount(0);
	expect(await page.content()).not.toContain('seed');
	expect((await page.goto(town.links.hidden))?.status()).toBe(404);
});

test('rounds stand side by side, with the breaks between short and full marked', async ({ page, town }) => {
	await signInTo(page, ORGANISER, SERIES);
	await expect(page.getByText(/^Von „Kleine Runde“ bis „Ohne Haushalt“: .* vergleichbare Aussagen\.$/)).toBeVisible();
	await expect(page.getByRole('img', { name: /^Linien:/ })).toBeVisible();
	await expect(page.locator('ol').getByText('Bruch: Kurz- und Vollfassung')).toHaveCount(2);
	const row = page.getByRole('row', { name: /^Wirkungsorientierter Haushalt/ });
	await expect(row.getByRole('cell').last()).toContainText('nicht vergleichbar');
	await page.getByRole('link', { name: 'Kleine Runde' }).click();
	await expect(page).toHaveURL(new RegExp(`${town.rounds.few}/result$`));
});

test('the result of a round prints on four to eight pages', async ({ page, town }) => {
	const { full = '', story = '' } = town.rounds;
	await signInTo(page, ORGANISER, pathOf(full, 'result'));
	for (const id of [full, story]) {
		await page.goto(pathOf(id, 'result'));
		const pages = await printedPages(page);
		expect(pages).toBeGreaterThanOrEqual(4);
		expect(pages).toBeLessThanOrEqual(8);
	}
});

for (const language of ['de', 'en'] as const)
	test.describe(`in ${language}`, () => {
		test.use(LOOK_OF[language]);

		test('results, targets and the series are accessible and fit the screen', async ({ page, town }) => {
			const { full = '', few = '', two = '', plain = '' } = town.rounds;
			await signInTo(page, ORGANISER, SERIES);
			const results = [full, few, two].map((id) => pathOf(id, 'result'));
			for (const path of [SERIES, ...results, pathOf(plain, 'targets')]) {
				await page.goto(path);
				await page.locator('details').evaluateAll((all) => {
					for (const one of all) (one as HTMLDetailsElement).open = true;
				});
				await expectAccessible(page);
				await expectNoSidewaysScroll(page);
			}
		});
	});
