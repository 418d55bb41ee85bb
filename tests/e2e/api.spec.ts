/** The interface for programs over HTTP: every operation of its description, and what nobody may learn by it. */
import Ajv2020 from 'ajv/dist/2020.js';
import Database from 'better-sqlite3';
import { csvOf, CSV_STYLES } from '#lib/domain/csv.ts';
import { cellSheet } from '#lib/domain/release/cells.ts';
import { unpack } from '#lib/server/releases/packed.ts';
import { ReleaseContent } from '#lib/domain/disclosure/release.ts';
import { GROUPS } from '#lib/domain/disclosure/group-order.ts';
import { CALLS_PER_MINUTE } from '#lib/domain/api/operation.ts';
import { expect } from '@playwright/test';
import { doorsOfTheHouse } from '../support/routes.ts';
import { openServedReleases, REASON, type ServedReleases } from '../support/served-releases.ts';
import { OPENING, test as base } from '../support/services.ts';

const test = base.extend<{ served: ServedReleases }>({
	served: [({ services }, use) => services.use(openServedReleases).then(use), OPENING]
});

test.describe.configure({ mode: 'default' });

interface Described {
	openapi: string;
	paths: Record<string, { get: { operationId: string; responses: Record<string, { $ref?: string }> } }>;
	components: { schemas: Record<string, unknown> };
}

let callers = 0;
/** An address for each test, as behind a proxy: the limits per address then count each test apart. */
const newAddress = () => ({ 'x-forwarded-for': `203.0.113.${callers++ % 256}` });

function caller({ origin }: ServedReleases) {
	const address = newAddress();
	return async (path: string, { headers, ...init }: RequestInit = {}) => {
		const response = await fetch(`${origin}/api/v1${path}`, { ...init, headers: { ...address, ...headers } });
		return { status: response.status, headers: response.headers, text: await response.text() };
	};
}
type Call = ReturnType<typeof caller>;

async function describedBy(call: Call): Promise<Described> {
	return JSON.parse((await call('/openapi.json')).text);
}

/** A copy in which no object holds a field that is not named: what is answered must all be described. */
function closed(schema: unknown): unknown {
	if (Array.isArray(schema)) return schema.map(closed);
	if (typeof schema !== 'object' || schema === null) return schema;
	const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
	return 'properties' in copy && !('additionalProperties' in copy) ? { ...copy, additionalProperties: false } : copy;
}

/** What is wrong with a text as an answer of a schema of the description; undefined where nothing is. */
function validatorOf({ components }: Described) {
	const ajv = new Ajv2020({ strict: false, allErrors: true });
	ajv.addFormat('date', /^\d{4}-\d\d-\d\d$/).addFormat('uri', /^https?:\/\/\S+$/);
	ajv.addSchema({ $id: 'api', components: closed(components) as object });
	return (name: string, text: string) => {
		const validate = ajv.compile({ $ref: `api#/components/schemas/${name}` });
		return validate(JSON.parse(text)) ? undefined : ajv.errorsText(validate.errors);
	};
}

/** A call for each status of each operation; whatever the description names and this does not, fails. */
const CALLS: Record<string, Record<number, string>> = {
	listReleases: { 200: '/releases', 400: '/releases?page=2' },
	getRelease: { 200: '/releases/2', 400: '/releases/2?x', 404: '/releases/3', 410: '/releases/1' },
	listGroups: {
		200: '/releases/2/groups',
		400: '/releases/2/groups?group=all',
		404: '/releases/999/groups',
		410: '/releases/1/groups'
	},
	listCells: {
		200: '/releases/2/cells?group=all&limit=5',
		400: '/releases/2/cells?limit=1001',
		404: '/releases/3/cells',
		410: '/releases/1/cells?group=all'
	},
	listAssociations: {
		200: '/releases/2/associations',
		400: '/releases/2/associations?variant=full',
		404: '/releases/3/associations',
		410: '/releases/1/associations'
	},
	getCodebook: { 200: '/codebook', 400: '/codebook?language=de' },
	getDescription: { 200: '/openapi.json', 400: '/openapi.json?v=2' }
};

test('every route stands in the description, and every operation of the description has a route', async ({
	served
}) => {
	const { paths } = await describedBy(caller(served));
	const routes = doorsOfTheHouse().filter((door) => door.startsWith('/api/v1'));
	const described = Object.keys(paths).map((path) => `/api/v1${path}`);
	expect(routes.map((route) => route.replace(/\[(\w+)(=\w+)?\]/g, '{$1}')).sort()).toEqual(described.sort());
});

test('every operation answers as it is described, whatever it is asked', async ({ served }) => {
	const call = caller(served);
	const description = await describedBy(call);
	const invalid = validatorOf(description);
	const operations = Object.values(description.paths).map(({ get }) => get);
	expect(operations.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(CALLS).sort());
	for (const { operationId, responses } of operations) {
		const calls = CALLS[operationId] ?? {};
		// What can happen to every call has tests of its own; nobody can make a mistake of ours happen.
		const own = Object.keys(responses).filter((status) => !['304', '405', '429', '500'].includes(status));
		expect(Object.keys(calls), operationId).toEqual(own);
		for (const [status, path] of Object.entries(calls)) {
			const { headers, text, ...answer } = await call(path);
			expect(answer.status, path).toBe(Number(status));
			const good = status === '200';
			const type = good ? 'application/json' : 'application/problem+json';
			expect(headers.get('content-type'), path).toBe(type);
			const named = JSON.stringify(responses[200]).match(/schemas\/(\w+)/)?.[1] ?? '';
			expect(invalid(good ? named : 'Problem', text), path).toBeUndefined();
			if (!good) expect(JSON.parse(text)).toMatchObject({ status: Number(status) });
		}
		const path = calls[200] ?? '';
		const etag = (await call(path)).headers.get('etag') ?? '';
		expect(await call(path, { headers: { 'if-none-match': etag } })).toMatchObject({ status: 304, text: '' });
		const posted = await call(path, { method: 'POST' });
		expect(posted.status).toBe(405);
		expect(invalid('Problem', posted.text)).toBeUndefined();
	}
});

test('a copy is asked after by its mark, in every way in which it may be sent', async ({ served }) => {
	const call = caller(served);
	const path = '/releases/2/cells?group=all';
	const { headers } = await call(path);
	const etag = headers.get('etag') ?? '';
	expect(etag).toMatch(/^"[0-9a-f]{64}"$/);
	expect(headers.get('cache-control')).toBe('public, max-age=300, must-revalidate');
	for (const mark of [etag, `W/${etag}`, `"other", ${etag}`, '*'])
		expect((await call(path, { headers: { 'if-none-match': mark } })).status, mark).toBe(304);
	expect((await call(path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
	expect((await call('/releases/2/cells?group=kind:town')).headers.get('etag')).not.toBe(etag);
});

test('programs of other sites may read, errors and copies too, and nothing is taken from whoever is signed in', async ({
	served
}) => {
	const call = caller(served);
	const origin = 'https://elsewhere.example';
	const etag = (await call('/releases')).headers.get('etag') ?? '';
	const answers = [
		await call('/releases', { headers: { origin } }),
		await call('/releases', { headers: { origin, 'if-none-match': etag } }),
		await call('/releases/999', { headers: { origin } }),
		await call('/nowhere', { headers: { origin } }),
		await call('/releases', { method: 'DELETE', headers: { origin } }),
		await call('/releases', { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'GET' } })
	];
	expect(answers.map(({ status }) => status)).toEqual([200, 304, 404, 404, 405, 204]);
	for (const { headers } of answers) {
		expect(headers.get('access-control-allow-origin')).toBe('*');
		expect(headers.has('access-control-allow-credentials')).toBe(false);
		expect(headers.has('set-cookie')).toBe(false);
		expect(headers.get('x-content-type-options')).toBe('nosniff');
		expect(headers.get('content-security-policy')).toContain("default-src 'none'");
	}
	expect(answers[4]?.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
	expect(answers[5]?.headers.get('access-control-allow-headers')).toBe('If-None-Match');
	const page = await fetch(`${served.origin}/api`, { headers: { origin, ...newAddress() } });
	expect(page.headers.has('access-control-allow-origin')).toBe(false);
});

test('unknown addresses are problems, too', async ({ served }) => {
	const call = caller(served);
	const texts = new Set<string>();
	for (const path of ['', '/nowhere', '/releases/0', '/releases/x', '/releases/2/cell', '/releases/%ff', '/../v2'])
		for (const method of ['GET', 'POST']) {
			const { status, headers, text } = await call(path, { method });
			expect([path, status]).toEqual([path, 404]);
			expect(headers.get('content-type')).toBe('application/problem+json');
			expect(headers.get('cache-control')).toBe('no-store');
			texts.add(text);
		}
	expect([...texts]).toHaveLength(1);
	expect(await call('/releases/__data.json')).toMatchObject({ status: 404, text: [...texts][0] });
	expect(await call('/releases', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
});

test('whoever asks too often is told how long to wait, and others are not kept waiting', async ({ served }) => {
	const call = caller(served);
	let last = await call('/releases');
	for (let calls = 1; calls <= CALLS_PER_MINUTE && last.status === 200; calls++) last = await call('/releases');
	// A minute may have begun anew in between; then as many again are enough.
	for (let calls = 1; calls <= CALLS_PER_MINUTE && last.status === 200; calls++) last = await call('/releases');
	expect(last.status).toBe(429);
	expect(last.headers.get('retry-after')).toBe('60');
	expect(JSON.parse(last.text)).toMatchObject({ status: 429, title: 'Too many requests' });
	expect((await caller(served)('/releases')).status).toBe(200);
});

test('the cells are those of the file and of the table, page by page', async ({ served }) => {
	const call = caller(served);
	const cells: { group: string; measure: string }[] = [];
	let next: string | undefined = '/releases/2/cells?limit=7';
	for (let pages = 0; next && pages < 100; pages++) {
		const { text, headers } = await call(next);
		const page: { cells: typeof cells; next?: string } = JSON.parse(text);
		cells.push(...page.cells);
		expect(headers.get('link')).toBe(page.next ? `<${page.next}>; rel="next"` : null);
		next = page.next?.replace('/api/v1', '');
	}
	const file = await (await fetch(`${served.origin}/releases/2/release.json`, { headers: newAddress() })).json();
	const content = ReleaseContent.parse(file);
	const inFile = content.tables.full.flatMap(({ group, n, cells }) =>
		Object.entries(cells).map(([measure, cell]) => ({ variant: 'full', group, measure, n, ...cell }))
	);
	expect(inFile.length).toBeGreaterThan(20);
	const sorted = (some: object[]) => some.map((one) => JSON.stringify(Object.entries(one).sort())).sort();
	expect(sorted(cells)).toEqual(sorted(inFile));
	expect(csvOf(cellSheet(content), CSV_STYLES.en).trim().split('\r\n')).toHaveLength(cells.length + 1);
});

test('a group of which nothing is shown is answered, byte for byte, like one that nobody is in', async ({ served }) => {
	const call = caller(served);
	// The first would give the second away, which is too small; the third is empty.
	const [shown, complement, withheld, empty] = await Promise.all(
		['all', 'state:05', 'state:09', 'state:14'].map((group) => call(`/releases/2/cells?group=${group}`))
	);
	expect(JSON.parse(shown?.text ?? '').total).toBeGreaterThan(0);
	expect(JSON.parse(empty?.text ?? '').total).toBe(0);
	expect([complement?.text, withheld?.text]).toEqual([empty?.text, empty?.text]);
	const stable = (headers: Headers | undefined) =>
		[...(headers ?? [])].filter(([name]) => name !== 'x-request-id' && name !== 'date');
	expect(stable(complement?.headers)).toEqual(stable(empty?.headers));
	expect(stable(withheld?.headers)).toEqual(stable(empty?.headers));
	const { groups } = JSON.parse((await call('/releases/2/groups')).text);
	expect(groups.map(({ group }: { group: string }) => group)).toEqual(GROUPS);
	const few = groups.filter(({ group }: { group: string }) => ['state:05', 'state:09', 'state:14'].includes(group));
	expect(few.map(({ n }: { n: object }) => n)).toEqual([{}, {}, {}]);
});

test('of a release that was taken back there is the public reason, and no value', async ({ served }) => {
	const call = caller(served);
	const list = JSON.parse((await call('/releases')).text);
	expect(list).toMatchObject({ latest: 2, releases: [{ number: 2 }, { number: 1, retraction: { reason: REASON } }] });
	const answers = await Promise.all(
		['', '/groups', '/cells', '/cells?group=state:09', '/associations'].map((path) => call(`/releases/1${path}`))
	);
	const [first, ...others] = answers.map(({ text }) => text);
	expect(others).toEqual(others.map(() => first));
	expect(JSON.parse(first ?? '')).toEqual({
		type: `${served.origin}/api#retracted`,
		title: 'Retracted',
		status: 410,
		detail: 'This release was taken back. See "retraction".',
		retraction: { retractedOn: '2025-11-25', reason: REASON }
	});
});

test('neither a preview nor what releases remember is reached, signed in as operator or not', async ({ served }) => {
	const call = caller(served);
	const paths = ['/releases', '/releases/2', '/releases/2/groups', '/releases/2/cells?limit=1000', '/releases/3'];
	const all = async (headers: Record<string, string> = {}) => {
		const answers = await Promise.all(paths.map((path) => call(path, { headers })));
		return answers.map(({ status, text }) => `${status} ${text}`).join('\n');
	};
	const before = await all();
	const cookie = `session=${served.operator.cookie}`;
	const asOperator = { cookie, accept: 'text/html', origin: served.origin, ...newAddress() };
	const day = new Date().toISOString().slice(0, 10);
	const previewed = await fetch(`${served.origin}/operate/releases?/preview`, {
		method: 'POST',
		redirect: 'manual',
		headers: asOperator,
		body: new URLSearchParams({ cutoff: day })
	});
	expect(previewed.headers.get('location')).toBe('/operate/releases/preview');
	await expect
		.poll(async () => (await fetch(`${served.origin}/operate/releases/preview`, { headers: asOperator })).text())
		.toContain('?/publish');
	expect(await all()).toBe(before);
	expect(await all({ cookie })).toBe(before);

	const database = new Database(served.file, { readonly: true });
	const packed = database.prepare<[], string>('SELECT memory FROM release_memory').pluck().all();
	database.close();
	const memories = packed.map((memory) => JSON.stringify(unpack(memory))).join();
	const secrets = new Set(memories.match(/[\w+/=-]{16,}/g));
	expect(secrets.size).toBeGreaterThan(100);
	expect([...secrets].filter((secret) => before.includes(secret))).toEqual([]);
});
