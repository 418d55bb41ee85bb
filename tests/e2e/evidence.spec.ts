/** Evidence: from a file to its release, and whoever may not have it gets nothing. */
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { expect, expectAccessible, expectNoSidewaysScroll, LOOK_OF } from '../support/browser.ts';
import { office, PDF, WHOLE } from '../support/evidence-files.ts';
import { become, callerIn, evidenceOf, test, townOf } from '../support/evidence-house.ts';

test.describe.configure({ mode: 'default' });

const HTML = Buffer.from('<!doctype html><script>alert(1)</script>');
const file = (name: string, buffer: Buffer, mimeType = 'application/pdf') => ({ name, buffer, mimeType });
const LONG = 'Nachhaltigkeitsstrategieumsetzungsfortschrittsbericht'.repeat(3);

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test(
			'a PDF is added, released, downloaded by a consultant, and withdrawn',
			{ tag: javaScriptEnabled ? '@phone' : [] },
			async ({ page, house }, { project }) => {
				const { own } = townOf(house, javaScriptEnabled ? 'story' : 'plain');
				const title = `Jahresbericht ${project.name}`;
				await become(page, callerIn(own, 'organiser'), house.origin);
				await page.goto(`/assessments/${own.key}/rounds/${own.rounds.closed}`);
				await page.getByRole('link', { name: 'Nachweise' }).click();
				await page
					.getByRole('region', { name: /^D2\.1/ })
					.getByRole('link', { name: 'Nachweis hinzufügen' })
					.click();

				await page.getByLabel('Titel').fill(title);
				await page.getByLabel('Seite oder Abschnitt').fill('S. 12');
				await page.getByLabel('Datei', { exact: true }).last().setInputFiles(file('bericht.pdf', HTML));
				await page.getByRole('button', { name: 'Hinzufügen' }).click();
				await expect(page.getByRole('alert')).toContainText('Diese Datei wird nicht angenommen.');
				await expect(page.getByLabel('Titel')).toHaveValue(title);
				await page
					.getByLabel('Datei', { exact: true })
					.last()
					.setInputFiles(file('bericht.html', PDF, 'text/html'));
				await page.getByRole('button', { name: 'Hinzufügen' }).click();
				await expect(page.getByRole('status')).toContainText('Der Nachweis ist hinzugefügt.');
				const item = page.getByRole('region', { name: /^D2\.1/ });
				await expect(item).toContainText('PDF');
				await expect(item).toContainText('Stelle: S. 12');
				const archive = await page.request.get(`/assessments/${own.key}/export.zip`);
				const packed = Object.entries(unzipSync(await archive.body()));
				const taken = packed.find(([name]) => name.startsWith(`evidence/D2.1_jahresbericht-${project.name}_`));
				expect(Buffer.from(taken?.[1] ?? [])).toEqual(PDF);

				const consultant = callerIn(own, 'reviewer');
				const rating = `/reviews/${consultant.grant}/D2`;
				await become(page, consultant, house.origin);
				await page.goto(rating);
				await expect(page.getByRole('heading', { name: 'Freigegebene Nachweise' })).toBeVisible();
				await expect(page.getByRole('link', { name: title })).toHaveCount(0);

				await become(page, callerIn(own, 'organiser'), house.origin);
				await page.goto(evidenceOf(own));
				await page.getByLabel(`für Begutachtung freigeben: ${title}`).check();
				await page.getByRole('button', { name: 'Freigaben speichern' }).click();
				await expect(page.getByRole('status')).toContainText('Die Freigaben sind gespeichert.');

				await become(page, consultant, house.origin);
				await page.goto(rating);
				const link = page.getByRole('link', { name: title });
				const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
				expect(download.suggestedFilename()).toBe(`jahresbericht-${project.name}.pdf`);
				expect(readFileSync(await download.path())).toEqual(PDF);
				const address = new URL((await link.getAttribute('href')) ?? '', page.url()).href;
				const { status, headers } = await answer(address, consultant.cookies);
				expect(status).toBe(200);
				expect(headers).toMatchObject({
					'content-type': 'application/pdf',
					'content-disposition': `attachment; filename="jahresbericht-${project.name}.pdf"`,
					'x-content-type-options': 'nosniff',
					'content-security-policy': "sandbox; default-src 'none'",
					'cache-control': 'no-store'
				});

				await become(page, callerIn(own, 'organiser'), house.origin);
				await page.goto(`/assessments/${own.key}/rounds/${own.rounds.closed}/review/${consultant.grant}`);
				await expect(page.getByRole('region', { name: /Öffnungen|geöffnet/ })).toContainText(title);
				await page.goto(evidenceOf(own));
				await page.getByLabel(`für Begutachtung freigeben: ${title}`).uncheck();
				await page.getByRole('button', { name: 'Freigaben speichern' }).click();
				await expect(page.getByRole('status')).toContainText('Die Freigaben sind gespeichert.');
				expect((await answer(address, consultant.cookies)).status).toBe(404);

				await page.getByRole('link', { name: new RegExp(`^Ansehen oder löschen ?: ${title}`) }).click();
				await page.getByRole('button', { name: 'Löschen' }).click();
				await expect(page.getByRole('alert')).toContainText('Bitte bestätigen Sie');
				await page.getByLabel('Ja, diesen Nachweis löschen').check();
				await page.getByRole('button', { name: 'Löschen' }).click();
				await expect(page.getByRole('status')).toContainText('Der Nachweis ist gelöscht.');
				await expect(page.getByText(title)).toHaveCount(0);
			}
		);
	});

let calls = 0;

async function answer(url: string, cookie: string, init: RequestInit = {}) {
	const headers = {
		cookie,
		origin: new URL(url).origin,
		accept: 'text/html',
		'x-forwarded-for': `10.9.0.${calls++ % 250}`
	};
	const response = await fetch(url, { redirect: 'manual', ...init, headers: { ...headers, ...init.headers } });
	const text = await response.text();
	return { status: response.status, headers: Object.fromEntries(response.headers), text };
}

function form(fields: Record<string, string>, content?: Buffer, name = 'x.pdf'): FormData {
	const typed = new FormData();
	for (const [field, value] of Object.entries(fields)) typed.set(field, value);
	if (content) typed.set('file', new Blob([new Uint8Array(content)], { type: 'application/pdf' }), name);
	return typed;
}

const TYPED = { item: 'D1.1', kind: 'file', title: 'Bericht', date: '', page: '' };

test('whoever may not have a file gets 404, whatever stands in the address', async ({ house }) => {
	const { own, foreign } = townOf(house, 'attacks');
	const { closed = '' } = own.evidence;
	const organiser = callerIn(own, 'organiser');
	const mine = `${house.origin}${evidenceOf(own)}/${closed}/file`;
	expect((await answer(mine, organiser.cookies)).status).toBe(200);
	expect((await answer(mine, callerIn(own, 'observer').cookies)).status).toBe(200);
	for (const who of ['stranger', 'operator', 'reviewer'])
		expect((await answer(mine, callerIn(own, who).cookies)).status, who).toBe(404);
	expect((await answer(mine, callerIn(foreign, 'organiser').cookies)).status).toBe(404);
	const names = [
		foreign.evidence.closed ?? '',
		'..%2F..%2Fstandort.db',
		'%2Fetc%2Fpasswd',
		`${closed}.part`,
		`.%2F${closed}`
	];
	for (const name of names)
		expect((await answer(`${house.origin}${evidenceOf(own)}/${name}/file`, organiser.cookies)).status, name).toBe(404);

	const under = (who: string, piece = closed) => {
		const caller = callerIn(own, who);
		return answer(`${house.origin}/reviews/${caller.grant ?? own.grant}/evidence/${piece}`, caller.cookies);
	};
	expect((await under('reviewer')).status).toBe(200);
	expect((await under('stand-in')).status).toBe(200);
	for (const who of [
		'consultant without a grant',
		'consultant of a revoked grant',
		'consultant of a grant that has ended',
		'organiser',
		'stranger'
	])
		expect((await under(who)).status, who).toBe(404);
	for (const name of names) expect((await under('reviewer', name)).status, name).toBe(404);
});

test('what pretends to be something else, is too large or incomplete is refused with a sentence', async ({ house }) => {
	const { own } = townOf(house, 'attacks');
	const { cookies } = callerIn(own, 'organiser');
	const url = `${house.origin}${evidenceOf(own)}/new`;
	const send = (body: BodyInit, headers: Record<string, string> = {}) =>
		answer(url, cookies, { method: 'POST', body, headers });
	const macros = office('docx', { 'word/vbaProject.bin': new Uint8Array(3) });
	for (const content of [HTML, Buffer.concat([HTML, WHOLE.docx]), PDF.subarray(0, 20), macros])
		expect((await send(form(TYPED, content, '../../evil.pdf'))).status).toBe(422);
	expect((await send(form(TYPED))).text).toContain('Bitte wählen Sie eine Datei.');
	expect((await send(form({ ...TYPED, title: '' }, PDF))).status).toBe(422);
	expect((await send(form({ ...TYPED, kind: 'link', link: 'javascript:alert(1)' }))).status).toBe(422);
	const large = Buffer.concat([PDF, Buffer.alloc(20 * 1024 * 1024), PDF]);
	const refused = await send(form(TYPED, large));
	expect(refused.status).toBe(413);
	expect(refused.text).toContain('Die Datei ist größer als 20 MB.');
	// The answer may come before all of it is sent, which ends the connection.
	const far = await send(form(TYPED, Buffer.alloc(40 * 1024 * 1024))).catch(() => ({ status: 413 }));
	expect(far.status).toBe(413);
	const boundary = 'multipart/form-data; boundary=x';
	for (const body of ['', '--x', '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc'])
		expect((await send(body, { 'content-type': boundary })).status).toBe(400);
	expect((await send('kind=file', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(400);

	const list = await answer(`${house.origin}${evidenceOf(own)}`, cookies);
	expect(list.text.match(/id="released-/g), 'nothing of it was added').toHaveLength(1);
	const whole = Buffer.concat([PDF.subarray(0, 20), Buffer.alloc(19 * 1024 * 1024), PDF.subarray(20)]);
	expect((await send(form(TYPED, whole, 'ä/../ö.html'))).status).toBe(303);
});

test('no other address takes more than a form is long, in one piece or in many', async ({ house }) => {
	const { own } = townOf(house, 'attacks');
	const { cookies } = callerIn(own, 'organiser');
	const url = `${house.origin}${evidenceOf(own)}?/release`;
	const body = `released=${'x'.repeat(600 * 1024)}`;
	const headers = { 'content-type': 'application/x-www-form-urlencoded' };
	expect((await answer(url, cookies, { method: 'POST', body, headers })).status).toBe(413);
	const pieces = new ReadableStream({
		start(controller) {
			for (let sent = 0; sent < 12; sent++) controller.enqueue(new TextEncoder().encode('x'.repeat(64 * 1024)));
			controller.close();
		}
	});
	const chunked = { method: 'POST', body: pieces, headers, duplex: 'half' } as RequestInit;
	expect((await answer(url, cookies, chunked)).status).toBe(413);
});

for (const language of ['de', 'en'] as const)
	test.describe(`in ${language}`, () => {
		test.use(LOOK_OF[language]);

		test('the pages fit, also with very long words', async ({ page, house }) => {
			const { own } = townOf(house, `looks ${language}`);
			const organiser = callerIn(own, 'organiser');
			const url = `${house.origin}${evidenceOf(own)}`;
			for (const fields of [
				{ ...TYPED, title: LONG, page: LONG.slice(0, 60), date: '2026-05-01' },
				{ ...TYPED, kind: 'link', title: LONG, link: `https://${LONG.slice(0, 60)}.example/${LONG}` },
				{ ...TYPED, kind: 'note', title: 'Akte', note: `${LONG}\n\n${LONG}` }
			]) {
				const body = form(fields, fields.kind === 'file' ? WHOLE.docx : undefined);
				expect((await answer(`${url}/new`, organiser.cookies, { method: 'POST', body })).status).toBe(303);
			}
			await become(page, organiser, house.origin);
			await page.goto(evidenceOf(own));
			await expectNoSidewaysScroll(page);
			await expectAccessible(page);
			const pieces = page.getByRole('checkbox');
			for (const box of await pieces.all()) await box.check();
			await page.getByRole('button', { name: /Freigaben speichern|Save releases/ }).click();
			await expect(page.getByRole('status')).toBeVisible();
			await page
				.getByRole('link', { name: /^(Ansehen|View)/ })
				.first()
				.click();
			await expect(page.getByRole('heading', { name: /löschen|Delete/ })).toBeVisible();
			await expectNoSidewaysScroll(page);
			await expectAccessible(page);
			await page.goto(`${evidenceOf(own)}/new`);
			await page.getByRole('button', { name: /^(Hinzufügen|Add)$/ }).click();
			await expect(page.getByRole('alert')).toBeVisible();
			await expectNoSidewaysScroll(page);
			await expectAccessible(page);
			const reviewer = callerIn(own, 'reviewer');
			await become(page, reviewer, house.origin);
			await page.goto(`/reviews/${reviewer.grant}/D1`);
			await expect(page.getByRole('link', { name: LONG })).toHaveCount(2);
			const outside = page.locator('[rel="noopener noreferrer external"]');
			await expect(page.getByRole('link', { name: LONG }).and(outside)).toHaveCount(1);
			await expectNoSidewaysScroll(page);
			await expectAccessible(page);
		});
	});
