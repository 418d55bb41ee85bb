/** Evidence, a blind rating with its answer, and the papers of a round, by the keyboard alone. */
import type { Locator, Page } from '@playwright/test';
import { expect, expectHydrated } from '../support/browser.ts';
import { PDF } from '../support/evidence-files.ts';
import { arriveAt, follow, tabTo } from '../support/keyboard.ts';
import { roundPlace } from '../support/making-rounds.ts';
import { actAs, reviewOf, test } from '../support/reviewed-town.ts';

test.describe.configure({ mode: 'default' });

async function press(page: Page, target: Locator, key: string) {
	await tabTo(page, target);
	await page.keyboard.press(key);
}

async function open(page: Page, path: string) {
	await page.goto(path);
	await expectHydrated(page);
}

for (const { viewport, criterion } of [
	{ viewport: { width: 320, height: 640 }, criterion: 'D2' },
	{ viewport: { width: 1280, height: 720 }, criterion: 'D3' }
])
	test.describe(`by the keyboard alone, ${viewport.width} px wide`, () => {
		test.use({ viewport });
		const item = `${criterion}.1`;

		test('evidence is added, released, rated blind, and what is asked is answered', async ({ page, context, town }) => {
			test.slow();
			const { round, grant } = town.begun;
			await actAs(context, town, 'kim');
			await open(page, `/assessments/${roundPlace.key}/rounds/${round}/evidence`);
			await press(page, page.locator(`a[href$="item=${item}"]`), 'Enter');
			await arriveAt(page, /evidence\/new/);
			// Asked for early: the key is not held back until the browser would tell.
			const choosing = page.waitForEvent('filechooser');
			await tabTo(page, page.getByLabel('Datei', { exact: true }).first());
			await tabTo(page, page.getByLabel('Titel'));
			await page.keyboard.type('Leitbild des Rates');
			await tabTo(page, page.locator('input[type="file"]'));
			await page.keyboard.press('Enter');
			await (await choosing).setFiles({ name: 'leitbild.pdf', mimeType: 'application/pdf', buffer: PDF });
			await follow(page, 'Hinzufügen', 'button');
			await expect(page.getByRole('status')).toContainText('Der Nachweis ist hinzugefügt.');
			await arriveAt(page, /\?added/);
			await press(page, page.getByRole('region', { name: item }).getByRole('checkbox'), 'Space');
			await follow(page, 'Freigaben speichern', 'button');
			await expect(page.getByRole('status')).toContainText('Die Freigaben sind gespeichert.');

			await actAs(context, town, 'ada');
			await open(page, '/reviews');
			await press(page, page.locator(`a[href$="/reviews/${grant}"]`), 'Enter');
			await arriveAt(page, new RegExp(`/reviews/${grant}$`));
			await press(page, page.locator(`a[href$="/${criterion}"]`), 'Enter');
			await arriveAt(page, new RegExp(`/${criterion}$`));
			await tabTo(page, page.getByRole('link', { name: 'Leitbild des Rates' }));
			await press(page, page.locator(`[name="level.${item}"]`).first(), 'Space');
			await page.keyboard.press('ArrowDown');
			await expect(page.locator(`[name="level.${item}"][value="2"]`)).toBeChecked();
			await tabTo(page, page.locator(`[name="reason.${item}"]`));
			await page.keyboard.type('Nur ein Entwurf');
			await follow(page, 'Speichern und Wert der Kommune aufdecken', 'button');
			await expect(page.getByRole('status')).toContainText('aufgedeckt');
			await arriveAt(page, /\?opened/);
			await tabTo(page, page.getByLabel('Frage oder Antwort'));
			await page.keyboard.type('Wo ist das beschlossen?');
			await follow(page, 'Schreiben', 'button');
			await expect(page.getByRole('blockquote')).toContainText('Wo ist das beschlossen?');

			await actAs(context, town, 'kim');
			await open(page, reviewOf(round, `/${grant}`));
			const thread = page.locator(`[id="thread-${item}"]`);
			await tabTo(page, thread.getByLabel('Frage oder Antwort'));
			await page.keyboard.type('Im Rat, im März.');
			await press(page, thread.getByRole('button', { name: 'Schreiben' }), 'Enter');
			await expect(thread.getByRole('blockquote').last()).toContainText('Im Rat, im März.');
		});

		test('a handed in review is answered, and the papers of the round are taken along', async ({
			page,
			context,
			town
		}) => {
			test.slow();
			const { round, grant } = town.full;
			await actAs(context, town, 'kim');
			await open(page, reviewOf(round, `/${grant}`));
			if (viewport.width === 320) {
				await follow(page, 'In den Plan übernehmen: Ziele beschließen', 'button');
				await expect(page.getByRole('status')).toContainText('steht im Plan');
			} else {
				await tabTo(page, page.getByLabel('Ihre Antwort'));
				await page.keyboard.type('Danke, das tun wir.');
				await follow(page, 'Antworten', 'button');
				await expect(page.getByRole('status')).toContainText('Ihre Antwort ist abgegeben.');
			}

			await open(page, `/assessments/${roundPlace.key}/rounds/${round}/result`);
			await tabTo(page, page.getByRole('link', { name: 'Vorlage für den Rat' }));
			const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
			expect(download.suggestedFilename()).toMatch(/\.docx$/);
			await expect(page.getByText('Fertig: Vorlage für den Rat')).toBeVisible();
			await expect(page.getByRole('link', { name: 'Vorlage für den Rat' })).toBeFocused();
			await press(page, page.getByRole('link', { name: 'Name, Absender, Farbe und Logo' }), 'Enter');
			await arriveAt(page, /\/documents$/);
			await tabTo(page, page.getByLabel('Absenderzeile'));
			await page.keyboard.type('Stabsstelle');
			await follow(page, 'Speichern', 'button');
			await expect(page.getByRole('status')).toBeVisible();
			await expect(page.getByLabel('Absenderzeile')).toHaveValue(/Stabsstelle/);
		});
	});
