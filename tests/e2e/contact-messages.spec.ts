import { strFromU8, unzipSync } from 'fflate';
import { expect, expectAccessible, expectNoSidewaysScroll, LOOK_OF, test } from '../support/browser.ts';
import { lettersTo, linkIn } from '../support/letters.ts';
import { seeded, takeTown } from '../support/members.ts';
import {
	offer,
	offerPath,
	openReceived,
	pageOf,
	receivedPath,
	sentPath,
	sourcesOf,
	twoTowns,
	write
} from '../support/written-message.ts';

const TEXT = 'Wie haben Sie begonnen?\n\n<b>Dringend</b>\r\nBcc: alle@kommune';
const PLAIN = TEXT.replace('@', ' at ');
const ANSWER = 'Mit einem Leitbild, das der Rat beschlossen hat.';

for (const javaScriptEnabled of [true, false])
	test(`one message is relayed, and only the answer shows an address, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
		browser,
		baseURL
	}) => {
		const { offering, writing, asked, asking } = await twoTowns(browser, { baseURL, javaScriptEnabled });
		const { email } = offering.organiser;
		await asking.goto('/contacts?criterion=D1');
		await asking
			.getByRole('link', { name: `Anschreiben: ${offering.name}` })
			.and(asking.locator(`[href$="${offerPath(offering)}"]`))
			.click();
		await expect(asking.getByRole('heading', { level: 1 })).toHaveText(`An ${offering.name} schreiben`);
		await asking.locator('#text').fill(TEXT);
		await asking.getByRole('button', { name: 'Nachricht senden' }).click();
		await expect(asking.getByRole('alert')).toContainText('ohne E-Mail- und Internetadressen');
		await expect(asking.locator('#text')).toHaveValue(TEXT.replace('\r', ''));
		await asking.locator('#text').fill(PLAIN);
		await asking.getByRole('button', { name: 'Nachricht senden' }).click();
		await expect(asking.getByRole('status')).toContainText('Gesendet.');

		await asking.goto(offerPath(offering));
		await expect(asking.getByText('Ihre Kommune hat zu diesem Angebot am')).toBeVisible();
		await expect(asking.locator('#text')).toHaveCount(0);

		const link = await linkIn(email, '/assessments/');
		const letter = lettersTo(email).find(({ text }) => text.includes('Dringend'));
		expect(letter?.text).toContain('> <b>Dringend</b>\n> Bcc: alle at kommune');
		expect(letter?.text).not.toContain(writing.observer.email);

		await asking.goto(sentPath(writing));
		await asking.getByRole('table').getByRole('link').click();
		await expect(asking.getByText('Noch ist keine Antwort da.')).toBeVisible();
		const before = [offerPath(offering), '/contacts', sentPath(writing), new URL(asking.url()).pathname];
		for (const path of before) expect(await sourcesOf(asking.context(), path), path).not.toContain(email);

		await asked.goto(link);
		await expect(asked.locator('blockquote')).toHaveText(PLAIN.replace('\r', ''));
		await expect(asked.locator('blockquote b')).toHaveCount(0);
		const sources = await sourcesOf(asked.context(), link);
		expect(sources).not.toContain(writing.observer.email);
		expect(sources).not.toContain(writing.observer.name);
		await expect(asked.getByText(`sieht ${writing.name} Ihre E-Mail-Adresse ${email}`)).toBeVisible();
		await asked.getByRole('button', { name: 'Antworten und E-Mail-Adresse zeigen' }).click();
		await expect(asked.getByRole('alert')).toContainText('Bitte schreiben Sie eine Antwort');
		await asked.locator('#answer').fill(ANSWER);
		await asked.getByRole('button', { name: 'Antworten und E-Mail-Adresse zeigen' }).click();
		await expect(asked.getByRole('status')).toContainText('Beantwortet.');

		await asking.reload();
		await expect(asking.getByText(ANSWER)).toBeVisible();
		await expect(asking.getByRole('link', { name: email })).toBeVisible();
		await expect
			.poll(() =>
				lettersTo(writing.observer.email)
					.map(({ text }) => text)
					.join()
			)
			.toContain(`> ${ANSWER}`);

		const archive = await asked.request.get(`/assessments/${offering.key}/export.zip`);
		const { 'messages-received.json': received } = unzipSync(new Uint8Array(await archive.body()));
		const taken: unknown = JSON.parse(strFromU8(received ?? new Uint8Array()));
		expect(taken).toMatchObject([{ from: writing.name, criterion: 'D1', answer: ANSWER }]);
		expect(JSON.stringify(taken)).not.toContain(writing.observer.email);

		await asked.goto(`/assessments/${offering.key}/contacts`);
		await asked.getByRole('button', { name: 'Zurückziehen' }).click();
		await expect(asked.getByRole('status')).toContainText('Zurückgezogen.');
		await asking.reload();
		await expect(asking.getByText(ANSWER)).toHaveCount(0);
		await expect(asking.getByText(email)).toHaveCount(0);
	});

test('a message of others is not there, neither for readers nor for whoever would answer', async ({
	browser,
	baseURL
}) => {
	const { offering, asked, asking } = await twoTowns(browser, { baseURL });
	await write(asking, offering, 'Wie haben Sie begonnen?');
	await openReceived(asked, offering);
	const id = new URL(asked.url()).pathname.split('/').at(-1) ?? '';
	const third = takeTown();
	const stranger = await pageOf(browser, third.organiser, { baseURL });
	for (const path of [
		`${receivedPath(offering)}/${id}`,
		`${receivedPath(third)}/${id}`,
		`${sentPath(third)}/${id}`,
		`${sentPath(offering)}/${id}`
	]) {
		expect((await stranger.goto(path))?.status(), path).toBe(404);
	}
	for (const action of ['answer', 'decline', 'report', 'block']) {
		const answer = await stranger.request.post(`${receivedPath(third)}/${id}?/${action}`, {
			headers: { origin: baseURL ?? '', accept: 'text/html' },
			form: { answer: 'Gern.', reason: 'Werbung' }
		});
		expect([action, answer.status()]).toEqual([action, 404]);
	}
	await asking.goto(`${receivedPath(offering)}/${id}`);
	await expect(asking.getByText('Diese Seite gibt es nicht')).toBeVisible();
});

test('who is blocked sees what is there of an offer that was never made', async ({ browser, baseURL }) => {
	const [offering, writing] = [takeTown(), takeTown()];
	const asked = await pageOf(browser, offering.organiser, { baseURL });
	const asking = await pageOf(browser, writing.observer, { baseURL });
	const post = () =>
		asking.request.post(`${offerPath(offering)}?/write`, {
			headers: { origin: baseURL ?? '', accept: 'text/html' },
			form: { from: writing.key, text: 'Wie haben Sie begonnen?' }
		});
	const seen = async () => {
		const texts = [await sourcesOf(asking.context(), offerPath(offering)), await (await post()).text()];
		return texts.map((text) =>
			text.replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|nonce="[^"]*"|sveltekit_\w+/g, 'ID')
		);
	};
	const never = await seen();
	expect(never[1]).toContain('derzeit nicht angeschrieben werden');
	await offer(asked, offering);
	await write(asking, offering, 'Wie haben Sie begonnen?');
	await openReceived(asked, offering);
	await asked.getByText('Kommune sperren').click();
	await asked.getByRole('button', { name: 'Sperren' }).click();
	await expect(asked.getByRole('status')).toContainText('Gesperrt.');
	await asking.goto(sentPath(writing));
	await expect(asking.getByText('Ihre Kommune hat noch niemandem geschrieben.')).toBeVisible();
	expect(await seen()).toEqual(never);
	expect((await post()).status()).toBe(422);

	await asked.getByRole('button', { name: `Wieder zulassen: ${writing.name}` }).click();
	await expect(asked.getByRole('status')).toContainText('Wieder zugelassen.');
	await write(asking, offering, 'Wie haben Sie begonnen?');
});

test('a message is reported, and the operator deletes it and excludes the municipality', async ({
	browser,
	baseURL
}) => {
	const { offering, writing, asked, asking } = await twoTowns(browser, { baseURL });
	await offer(await pageOf(browser, writing.organiser, { baseURL }), writing);
	await write(asking, offering, `Werbung aus ${writing.key}`);
	await openReceived(asked, offering);
	await asked.getByText('Nachricht melden').first().click();
	await asked.getByRole('button', { name: 'Nachricht melden' }).click();
	await expect(asked.getByRole('alert')).toContainText('Bitte begründen Sie');
	await asked.locator('#reason').fill('Das ist Werbung.');
	await asked.getByRole('button', { name: 'Nachricht melden' }).click();
	await expect(asked.getByRole('status')).toContainText('Gemeldet.');

	const operator = await pageOf(browser, seeded().operator, { baseURL });
	await operator.goto('/operate');
	await operator.getByRole('link', { name: 'Gemeldete Kontakte ansehen' }).click();
	const report = operator.getByRole('form').filter({ hasText: `Werbung aus ${writing.key}` });
	await expect(report).toContainText('Das ist Werbung.');
	await expect(report).toContainText(offering.name);
	await expectAccessible(operator);
	await report.getByRole('checkbox', { name: 'löschen', exact: false }).first().check();
	await report.getByRole('checkbox', { name: 'ausschließen', exact: false }).check();
	await report.getByRole('button').click();
	await expect(operator.getByRole('status')).toContainText('Entschieden.');
	await expect(report).toHaveCount(0);

	await asked.goto(receivedPath(offering));
	await expect(asked.getByText('Noch hat Ihnen niemand geschrieben.')).toBeVisible();
	expect((await asking.goto('/contacts'))?.status(), 'neither reads').toBe(404);
	await asked.goto('/contacts');
	await expect(asked.locator(`[href$="${offerPath(writing)}"]`)).toHaveCount(0);
	const own = await pageOf(browser, writing.organiser, { baseURL });
	await own.goto(`/assessments/${writing.key}/contacts`);
	await expect(own.getByText('von den Kontakten ausgeschlossen')).toBeVisible();
	await own.goto(`/assessments/${writing.key}/audit`);
	await expect(own.getByText('Von den Kontakten ausgeschlossen')).toBeVisible();

	const readmit = operator.getByRole('button', { name: `Wieder zulassen: ${writing.name}` });
	await readmit.click();
	await expect(readmit).toHaveCount(0);
	expect((await asking.goto('/contacts'))?.status()).toBe(200);
});

for (const language of ['de', 'en'] as const)
	test.describe(language, () => {
		test.use(LOOK_OF[language]);

		test('all pages of messages are accessible and fit', async ({ page, browser, baseURL }) => {
			const { offering, writing, asked, asking } = await twoTowns(browser, { baseURL });
			const look = async (path: string) => {
				await page.goto(path);
				for (const details of await page.locator('details').all())
					await details.evaluate((one) => one.setAttribute('open', ''));
				await expectAccessible(page);
				await expectNoSidewaysScroll(page);
			};
			const as = (other: typeof page) =>
				other
					.context()
					.cookies()
					.then((cookies) => page.context().addCookies(cookies.filter(({ name }) => name === 'session')));
			await as(asking);
			await look(offerPath(offering));
			await look(offerPath(offering, 'B1'));
			await write(
				asking,
				offering,
				'Wie haben Sie begonnen? Donaudampfschifffahrtsgesellschaftskapitänsmützenabteilung.'
			);
			await look('/contacts');
			await look(sentPath(writing));
			await as(asked);
			await look(receivedPath(offering));
			await openReceived(asked, offering);
			const message = new URL(asked.url()).pathname;
			await look(message);
			await asked.locator('#answer').fill(ANSWER);
			await asked.locator('form[action="?/answer"] button').click();
			await expect(asked.getByRole('status')).toBeVisible();
			await look(message);
			await as(asking);
			await look(`${sentPath(writing)}/${message.split('/').at(-1)}`);
		});
	});
