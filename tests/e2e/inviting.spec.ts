import { readFileSync } from 'node:fs';
import { expect, expectAccessible, expectNoSidewaysScroll, LOOK_OF } from '../support/browser.ts';
import { pathOf, signInTo } from '../support/held-meeting.ts';
import { OBSERVER, ORGANISER, test } from '../support/invited-round.ts';
import { lettersTo, linkIn } from '../support/letters.ts';
import { roundPlace } from '../support/making-rounds.ts';

test.describe.configure({ mode: 'default' });

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('a list with mistakes is mended, an address corrected and another taken off', async ({ page, invited }) => {
			const of = javaScriptEnabled ? 'js' : 'plain';
			await signInTo(page, ORGANISER, pathOf(invited.rounds.drafted.id, 'invitations'));
			await expect(page.getByText('Noch bekommt niemand Post.')).toBeVisible();
			const list = page.getByLabel('E-Mail-Adressen');
			const lines = [`anna-${of}@musterau.example`, 'Bernd ohne Adresse', `carla-${of}@musterau.example;Rat`];
			await list.fill(lines.join('\n'));
			await page.getByLabel('Rolle').first().selectOption('Beschäftigte');
			await page.getByRole('button', { name: 'Hinzufügen', exact: true }).click();
			await expect(page.getByRole('alert')).toContainText('Eine Zeile lässt sich nicht lesen');
			await expect(page.getByText('Zeile 2: Das ist keine E-Mail-Adresse.')).toBeVisible();
			await expect(list).toHaveValue(lines.join('\n'));
			await expect(page.getByLabel('Rolle').first()).toHaveValue('staff');
			await list.fill(
				lines.map((line) => line.replace('Bernd ohne Adresse', `Bernd <bernd-${of}@musterau.example>`)).join('\n')
			);
			await page.getByRole('button', { name: 'Hinzufügen', exact: true }).click();
			await expect(page.getByText('3 Adressen hinzugefügt.')).toBeVisible();
			await expect(page.getByRole('row').filter({ hasText: `carla-${of}@` })).toContainText('Rat');

			const row = page.getByRole('row').filter({ hasText: `bernd-${of}@` });
			await row.getByRole('link', { name: 'ändern' }).click();
			await page.getByLabel('Richtige Adresse').fill(`anna-${of}@musterau.example`);
			await page.getByRole('button', { name: 'Speichern' }).click();
			await expect(page.getByRole('alert')).toContainText('Diese Adresse steht schon auf der Liste.');
			await page.getByLabel('Richtige Adresse').fill(`bernhard-${of}@musterau.example`);
			await page.getByRole('button', { name: 'Speichern' }).click();
			await expect(page.getByRole('row').filter({ hasText: `bernhard-${of}@` })).toContainText('Beschäftigte');
			await expect(row).toHaveCount(0);

			const gone = page.getByRole('row').filter({ hasText: `anna-${of}@` });
			await gone.getByRole('link', { name: 'ändern' }).click();
			await page.getByRole('button', { name: 'Streichen' }).click();
			await expect(page.getByRole('row').filter({ hasText: `carla-${of}@` })).toBeVisible();
			await expect(gone).toHaveCount(0);
		});
	});

test('a file in the character set of spreadsheets is read, and what it has wrong stays in the field', async ({
	page,
	invited
}) => {
	await signInTo(page, ORGANISER, pathOf(invited.rounds.drafted.id, 'invitations'));
	const text = 'E-Mail;Rolle\r\nmoritz@musterau.example;Kämmerei\r\nohne Klammeraffe;Rat\r\n';
	const file = { name: 'liste.csv', mimeType: 'text/csv', buffer: Buffer.from(text, 'latin1') };
	await page.getByLabel('Oder eine Datei').setInputFiles(file);
	await page.getByRole('button', { name: 'Hinzufügen', exact: true }).click();
	await expect(page.getByText('Zeile 3: Das ist keine E-Mail-Adresse.')).toBeVisible();
	await page.getByRole('button', { name: 'Nur die eine lesbare hinzufügen' }).click();
	await expect(page.getByRole('alert')).toContainText('Hinzugefügt: 1.');
	await expect(page.getByLabel('E-Mail-Adressen')).toHaveValue('ohne Klammeraffe;Rat');
	await expect(page.getByRole('row').filter({ hasText: 'moritz@' })).toContainText('Kämmerei');
});

test('from the list to the start, the letter and an answer, and a corrected address is written to anew', async ({
	page,
	browser,
	invited
}) => {
	const { mailFolder } = invited;
	const { id } = invited.rounds.drafted;
	await signInTo(page, ORGANISER, pathOf(id, 'invitations'));
	await page.getByLabel('Rolle').first().selectOption('Beschäftigte');
	await page.getByLabel('E-Mail-Adressen').fill('erste@musterau.example\nvertippt@musterau.example');
	await page.getByRole('button', { name: 'Hinzufügen', exact: true }).click();
	await page.getByText('2 Adressen hinzugefügt.').waitFor();
	await page.getByLabel('Rolle').nth(1).selectOption('Rat');
	await page.getByLabel('Zahl der Zettel').fill('zwei');
	await page.getByRole('button', { name: 'Zettel vorbereiten' }).click();
	await expect(page.getByRole('alert')).toContainText('Geben Sie eine Zahl von 1');
	await expect(page.getByLabel('Zahl der Zettel')).toHaveValue('zwei');
	await page.getByLabel('Zahl der Zettel').fill('2');
	await page.getByRole('button', { name: 'Zettel vorbereiten' }).click();
	await expect(page.getByText('Rat: 2 Zettel')).toBeVisible();
	expect(lettersTo('erste@musterau.example', mailFolder)).toEqual([]);

	await page.goto(pathOf(id, 'start'));
	await page.locator('main form .kern-btn--primary').click();
	const link = await linkIn('erste@musterau.example', '/answer/', mailFolder);
	const [letter] = lettersTo('erste@musterau.example', mailFolder);
	expect(letter?.text).toContain('Niemand in Ihrer Kommune sieht Ihre einzelnen Antworten');
	const guest = await (await browser.newContext()).newPage();
	await guest.goto(link);
	await expect(guest.getByRole('heading', { name: /^Musterau lädt Sie ein/ })).toBeVisible();

	const wrong = await linkIn('vertippt@musterau.example', '/answer/', mailFolder);
	await page.goto(pathOf(id, 'invitations'));
	await page.getByRole('row').filter({ hasText: 'vertippt@' }).getByRole('link', { name: 'ändern' }).click();
	await expect(page.getByText('was mit ihm geantwortet wurde, wird gelöscht')).toBeVisible();
	await page.getByLabel('Richtige Adresse').fill('richtig@musterau.example');
	await page.getByRole('button', { name: 'Berichtigen und neu einladen' }).click();
	const right = await linkIn('richtig@musterau.example', '/answer/', mailFolder);
	expect((await guest.goto(wrong))?.status()).toBe(404);
	expect((await guest.goto(right))?.status()).toBe(200);
	await guest.context().close();

	await page.getByRole('link', { name: 'Zettel ansehen und drucken' }).click();
	await expect(page.getByText(/^(\w{4}-){3}\w{4}$/)).toHaveCount(2);
	await expect(page.getByRole('img', { name: 'QR-Code mit dem Link' })).toHaveCount(2);
});

test('everyone is reminded, once more than nobody and never more than set', async ({ page, invited }) => {
	const { id } = invited.rounds.mailed;
	await signInTo(page, ORGANISER, pathOf(id, 'invitations'));
	await expect(page.getByText('Verschickt: 0 von höchstens 2.')).toBeVisible();
	const people = await page.getByRole('rowheader').allTextContents();
	expect(people).toHaveLength(24);
	await page.getByRole('button', { name: 'Alle erinnern' }).click();
	await expect(page.getByText('Verschickt: 1 von höchstens 2.')).toBeVisible();
	await expect(page.getByText('Die nächste Erinnerung ist ab')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Alle erinnern' })).toHaveCount(0);
	await expect
		.poll(() => people.filter((email) => lettersTo(email, invited.mailFolder).length === 1))
		.toHaveLength(people.length);
	const texts = people.map((email) => lettersTo(email, invited.mailFolder)[0]?.text ?? '');
	expect(texts.every((text) => text.includes('Schon geantwortet? Dann ist nichts zu tun.'))).toBe(true);
});

test('the list is searched and taken along', async ({ page, invited }) => {
	await signInTo(page, ORGANISER, pathOf(invited.rounds.collecting.id, 'invitations'));
	await page.getByLabel('In der Liste suchen').fill('COUNCIL');
	await page.getByRole('button', { name: 'Suchen' }).click();
	await expect(page.getByRole('rowheader')).toHaveCount(8);
	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Liste herunterladen (CSV)' }).click();
	const text = readFileSync(await (await download).path(), 'utf8');
	expect(text.split('\r\n')).toHaveLength(26);
	expect(text).toMatch(/^\u{feff}E-Mail-Adresse;Rolle\r\ncouncil-0-\w+@musterau\.example;Rat\r\n/u);
	await page.goto(`/assessments/${roundPlace.key}/audit`);
	await expect(page.getByText('Einladungsliste heruntergeladen')).toBeVisible();
});

test('in an open workshop one link of a role is made, shown and printed, and no second one', async ({
	page,
	invited
}) => {
	await signInTo(page, ORGANISER, pathOf(invited.rounds.open.id, 'invitations'));
	await expect(page.getByLabel('Rolle').nth(1).getByRole('option', { name: 'Beschäftigte' })).toHaveCount(0);
	await page.getByLabel('Rolle').nth(1).selectOption('Rat');
	await page.getByRole('button', { name: 'Link anlegen' }).click();
	await expect(page.getByRole('listitem').filter({ hasText: /^Rat$/ })).toBeVisible();
	await page.getByRole('link', { name: 'Links ansehen und drucken' }).click();
	await expect(page.getByRole('img', { name: 'QR-Code mit dem Link' })).toHaveCount(2);
});

test('observers and strangers find no list', async ({ page, browser, invited }) => {
	const { id } = invited.rounds.collecting;
	await signInTo(page, OBSERVER, '/account');
	for (const rest of ['invitations', 'invitations/codes', 'invitations/list.csv', 'invitations/nobody'])
		expect((await page.request.get(pathOf(id, rest))).status(), rest).toBe(404);
	for (const action of ['add', 'codes', 'remind']) {
		const headers = { origin: invited.origin, accept: 'text/html' };
		const posted = await page.request.post(`${pathOf(id, 'invitations')}?/${action}`, {
			form: { list: 'a@b.de' },
			headers
		});
		expect(posted.status(), action).toBe(404);
	}
	const stranger = await (await browser.newContext()).newPage();
	await stranger.goto(pathOf(id, 'invitations'));
	await expect(stranger).toHaveURL(/\/account\/sign-in/);
	await stranger.context().close();
});

for (const language of ['de', 'en'] as const)
	test.describe(language, () => {
		test.use(LOOK_OF[language]);

		test('the pages of inviting are accessible and fit the screen', async ({ page, invited }) => {
			const { drafted, collecting, open, mailed } = invited.rounds;
			await signInTo(page, ORGANISER, pathOf(collecting.id, 'invitations'));
			const change = await page
				.getByRole('link', { name: /@musterau/ })
				.first()
				.getAttribute('href');
			for (const path of [
				pathOf(drafted.id, 'invitations'),
				pathOf(collecting.id, 'invitations'),
				pathOf(mailed.id, 'invitations?q=council'),
				pathOf(open.id, 'invitations'),
				change ?? '',
				pathOf(collecting.id, 'invitations/codes'),
				pathOf(open.id, 'invitations/codes')
			]) {
				await page.goto(path);
				await expectAccessible(page);
				await expectNoSidewaysScroll(page);
			}
			await page.goto(pathOf(collecting.id, 'invitations'));
			await page.locator('textarea').fill(`${'sehrlangername'.repeat(9)} ohne Klammeraffen`);
			await page.locator('main form .kern-btn--primary').click();
			await page.getByRole('alert').waitFor();
			await expectAccessible(page);
			await expectNoSidewaysScroll(page);
		});
	});
