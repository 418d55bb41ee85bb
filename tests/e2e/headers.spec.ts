import { expect, test } from '../support/browser.ts';
import { startTrial } from '../support/taking-a-check.ts';

test('every kind of response carries the headers that protect it', async ({ page, request }) => {
	const id = await startTrial(page, 'short');
	const [script] = /\/_app\/immutable\/entry\/[\w.-]+\.js/.exec(await page.content()) ?? [];
	expect(script).toBeDefined();
	const paths = [
		'/',
		'/nowhere',
		`/check/${id}`,
		`/check/${id}/__data.json`,
		'/health',
		'/municipalities?q=a',
		'/favicon.svg'
	];
	for (const path of [...paths, script ?? '']) {
		const headers = (await request.get(path)).headers();
		expect(headers, path).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
	}
	const { 'content-security-policy': policy } = (await request.get('/')).headers();
	for (const directive of [
		"default-src 'none'",
		"object-src 'none'",
		"base-uri 'none'",
		"form-action 'self'",
		"frame-ancestors 'none'"
	])
		expect(policy).toContain(directive);
	expect(policy).not.toMatch(/script-src[^;]*unsafe/);
});

test('what is answered before any page is asked carries them, too', async ({ request, baseURL }) => {
	const foreign = { headers: { origin: 'https://elsewhere.example' }, form: { language: 'en' } };
	const answers = [
		await request.post('/preferences', foreign),
		await request.get('/method/', { maxRedirects: 0 }),
		await request.get('/_app/immutable/nothing.js'),
		await request.get('/robots.txt'),
		await request.fetch('/method', { method: 'OPTIONS' }),
		await request.fetch('/health', { method: 'PUT', headers: { origin: baseURL ?? '' } })
	];
	expect(answers.map((answer) => answer.status())).toEqual([403, 308, 404, 200, 204, 405]);
	for (const answer of answers) {
		const { 'content-security-policy': policy, ...headers } = answer.headers();
		expect(policy, answer.url()).toContain("default-src 'none'");
		expect(headers, answer.url()).toMatchObject({
			'x-content-type-options': 'nosniff',
			'referrer-policy': 'same-origin',
			'x-frame-options': 'DENY',
			'cross-origin-opener-policy': 'same-origin'
		});
	}
});

test('what lies behind a code is kept by no cache, data included', async ({ page }) => {
	const id = await startTrial(page, 'short');
	for (const path of ['', '/D1', '/code', '/__data.json', '/D1/__data.json', '/result'])
		expect((await page.request.get(`/check/${id}${path}`)).headers()['cache-control'], path).toBe('no-store');
});

test('a foreign page cannot post here', async ({ request }) => {
	const form = { extent: 'short', source: 'trial' };
	for (const path of ['/check/new', '/preferences', '/check/resume']) {
		const answer = await request.post(path, {
			form,
			headers: { origin: 'https://elsewhere.example' },
			maxRedirects: 0
		});
		expect(answer.status(), path).toBe(403);
	}
});

test('a way back leads to this site only', async ({ request }) => {
	for (const back of [
		'https://elsewhere.example',
		'//elsewhere.example',
		'/\\elsewhere.example',
		'javascript:alert(1)'
	]) {
		const answer = await request.post('/preferences', {
			form: { language: 'en', back },
			headers: { origin: new URL((await request.get('/')).url()).origin },
			maxRedirects: 0
		});
		expect(answer.headers().location, back).toBe('/');
	}
});

test.describe('saving', () => {
	test('malformed and impossible saves are refused with a message and change nothing', async ({ page }) => {
		const id = await startTrial(page, 'short');
		const put = (data: unknown) => page.request.put(`/check/${id}/answers`, { data });
		const change = (questionId: string, revision: unknown, value: unknown) => ({
			changes: [{ questionId, revision, value }]
		});
		const statuses = [];
		for (const body of [
			{},
			{ changes: [] },
			change('D1.1', 0, { rating: 3 }),
			change('D1.1', 1.5, { rating: 3 }),
			change('D1.1', 1, { rating: 9 }),
			change('D1.2', 1, { rating: 3 }),
			change('__proto__', 1, { rating: 3 }),
			change('D1.1', 1, { rating: 3, admin: true })
		])
			statuses.push((await put(body)).status());
		expect(statuses).toEqual([400, 400, 400, 400, 422, 422, 422, 422]);
		await page.goto(`/check/${id}`);
		await expect(page.getByText('0 von 18 Aussagen beantwortet')).toBeVisible();
	});

	test('equal revision with another value is told with both values (F7), repeating one is not', async ({ page }) => {
		const id = await startTrial(page, 'short');
		const put = (revision: number, rating: number) =>
			page.request.put(`/check/${id}/answers`, {
				data: { changes: [{ questionId: 'D1.1', revision, value: { rating } }] }
			});
		expect((await put(1, 3)).status()).toBe(200);
		expect(await (await put(1, 3)).json()).toMatchObject({ outcomes: [{ status: 'repeated' }] });
		const conflict = await put(1, 4);
		expect(conflict.status()).toBe(409);
		expect(await conflict.json()).toMatchObject({
			outcomes: [{ status: 'conflict', revision: 1, value: { rating: 3 } }]
		});
		expect((await put(2, 4)).status()).toBe(200);
	});

	test('a body that is too large is refused', async ({ page }) => {
		const id = await startTrial(page, 'short');
		const huge = { changes: [{ questionId: 'D1.1', revision: 1, value: { comment: 'x'.repeat(2_000_000) } }] };
		expect([400, 413]).toContain((await page.request.put(`/check/${id}/answers`, { data: huge })).status());
	});
});
