/** Who may open which door: the table of `domain/access.ts`, tried on every page, form action and handler. */
import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { expect } from '@playwright/test';
import { callsOf, methodOf, OUTSIDER, type Call } from '../support/calls.ts';
import { DOORS, doorOf, type Outcome } from '../support/doors.ts';
import { openHouse, type House } from '../support/house.ts';
import { pagesOfTheHouse } from '../support/routes.ts';
import { OPENING, test as base } from '../support/services.ts';

function open() {
	const needed = Object.keys(DOORS).map((door) => {
		return { door, verified: !doorOf(door).unverified, reads: methodOf(door) === 'GET' };
	});
	return openHouse(needed);
}

const test = base.extend<{ house: House }>({
	house: [({ services }, use) => services.use(open).then(use), OPENING]
});

let calls = 0;

/** An address for each call, as behind a proxy: the limits per address must not answer instead. */
function newAddress() {
	const number = calls++;
	return { 'x-forwarded-for': `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}` };
}

const BODIES: Record<string, (call: Call) => { type: string; body: string }> = {
	POST: ({ body }) => ({ type: 'application/x-www-form-urlencoded', body: new URLSearchParams(body).toString() }),
	PUT: () => ({ type: 'application/json', body: '{"changes":[]}' })
};

/** How a call is made: as a page or a form, as the data behind a page, or as a form that a script sends. */
type Way = 'page' | 'data' | 'scripted';

/** What asks a form action for data in place of a page. */
const SCRIPTED = { accept: 'application/json', 'x-sveltekit-action': 'true' };

async function send(house: House, call: Call, way: Way): Promise<Response> {
	const sent = BODIES[call.method]?.(call);
	const path = way === 'data' ? `${call.address === '/' ? '' : call.address}/__data.json` : call.address;
	return fetch(house.origin + path, {
		method: call.method,
		redirect: 'manual',
		headers: {
			cookie: call.caller.cookies,
			accept: 'text/html',
			origin: house.origin,
			...newAddress(),
			...(sent && { 'content-type': sent.type }),
			...(way === 'scripted' && call.address.includes('?/') && SCRIPTED)
		},
		...(sent && { body: sent.body })
	});
}

/** What a redirect comes to; one to the page itself follows upon success. */
function led(location: string, { address }: Call): Outcome {
	if (location.split('?')[0] === address.split('?')[0]) return 'through';
	if (location.startsWith('/account/sign-in')) return 'signIn';
	if (location.startsWith('/account/second-factor/set-up')) return 'setUp';
	if (location === '/meeting') return 'join';
	return location.startsWith('/answer/enter') ? 'enter' : 'through';
}

async function pageOutcomeOf(response: Response, call: Call): Promise<Outcome | number> {
	const { status, headers } = response;
	// Some streams never end.
	await response.body?.cancel();
	if (status === 303) return led(headers.get('location') ?? '', call);
	if (status === 404) return 'missing';
	return status >= 500 || status === 403 || status === 429 ? status : 'through';
}

interface Told {
	type: string;
	location?: string;
	nodes?: ({ type: string; status?: number } | null)[];
}

/** The same by what a script is told. */
async function outcomeOf(response: Response, call: Call): Promise<Outcome | number> {
	const { status, headers } = response;
	if (status !== 200 || !headers.get('content-type')?.includes('application/json'))
		return pageOutcomeOf(response, call);
	const data = (await response.json()) as Told;
	if (data.type === 'redirect') return led(data.location ?? '', call);
	const failed = data.nodes?.find((node) => node?.type === 'error');
	if (failed) return failed.status === 404 ? 'missing' : (failed.status ?? 500);
	return 'through';
}

/** Makes calls, some at once, and tells which came to something else than expected. */
async function surprises(house: House, list: readonly Call[], way: Way = 'page'): Promise<string[]> {
	const found: string[] = [];
	const waiting = [...list];
	async function work() {
		for (let call = waiting.shift(); call; call = waiting.shift()) {
			const outcome = await outcomeOf(await send(house, call, way), call);
			if (outcome !== call.expected) found.push(`${call.told}: ${outcome}, not ${call.expected}`);
		}
	}
	await Promise.all([work(), work(), work(), work()]);
	return found.sort();
}

/** `/health` writes in order to know that writing works; what is taken along, or opened under a grant, is noted. */
const NOTES = ['heartbeat', 'audit_entry', 'grant_opening', 'sqlite_sequence'];

/** A fingerprint of each table, notes apart. */
function stored(file: string): Record<string, string> {
	const client = new Database(file, { readonly: true });
	const names = client.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
	const fingerprints = names.sort().map((name) => {
		const digest = createHash('sha256');
		for (const row of client.prepare(`SELECT * FROM "${name}"`).raw().iterate()) digest.update(JSON.stringify(row));
		return [name, digest.digest('hex')] as const;
	});
	client.close();
	return Object.fromEntries(fingerprints.filter(([name]) => !NOTES.includes(name)));
}

const pages = pagesOfTheHouse();
const everyCall = (house: House) => [...house.towns].flatMap(([door, towns]) => callsOf(door, towns));

test.describe.configure({ mode: 'serial', timeout: 600_000 });

test('nobody reads what is not theirs, and reading changes nothing', async ({ house }) => {
	const before = stored(house.file);
	const reads = everyCall(house).filter(({ method }) => method === 'GET');
	// The page that refuses is the same for all; whom a page refuses is asked for by its data below.
	const told = reads.filter(
		(call) => call.expected === 'through' || call.as === OUTSIDER || !pages.includes(call.door)
	);
	expect(await surprises(house, told)).toEqual([]);
	expect(stored(house.file)).toEqual(before);
});

test('nor by the data behind a page', async ({ house }) => {
	const reads = everyCall(house).filter(({ door }) => pages.includes(door));
	expect(await surprises(house, reads, 'data')).toEqual([]);
});

test('nobody changes what is not theirs', async ({ house }) => {
	const before = stored(house.file);
	const refused = everyCall(house).filter(({ method, expected }) => method !== 'GET' && expected !== 'through');
	// Without the pages that say so, it takes half the time.
	expect(await surprises(house, refused, 'scripted')).toEqual([]);
	expect(stored(house.file)).toEqual(before);
});

test('whoever may change something is let through', async ({ house }) => {
	const allowed = everyCall(house).filter(({ method, expected }) => method !== 'GET' && expected === 'through');
	expect(await surprises(house, allowed)).toEqual([]);
});

test('what belongs to others looks like what does not exist', async ({ house }) => {
	const towns = house.towns.get('/assessments/[key]/rounds/[id]/result');
	if (!towns) throw new Error('The door is in the table');
	const { own, foreign } = towns;
	const cookie = own.callers.organiser?.cookies ?? '';
	const pairs = [
		[`/assessments/${foreign.key}`, '/assessments/05997999'],
		[`/assessments/${own.key}/rounds/${foreign.rounds.closed}`, `/assessments/${own.key}/rounds/${'x'.repeat(22)}`],
		[`/check/${foreign.check.id}`, `/check/${'x'.repeat(22)}`]
	];
	for (const paths of pairs) {
		const pages = paths.map(async (path) => {
			const response = await fetch(house.origin + path, { headers: { cookie, accept: 'text/html', ...newAddress() } });
			const named = [path, encodeURIComponent(path), path.split('/').at(-1) ?? path];
			const text = named.reduce((rest, name) => rest.replaceAll(name, 'PATH'), await response.text());
			return [
				response.status,
				text.replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|nonce="[^"]*"|sveltekit_\w+/g, 'ID')
			];
		});
		const [theirs, nothing] = await Promise.all(pages);
		expect(theirs).toEqual(nothing);
		expect(theirs?.[0]).toBe(404);
	}
});

test('secrets that somebody makes up open nothing', async ({ house }) => {
	const token = 'x'.repeat(22);
	const cookie = `checks=${'2'.repeat(16)}; answer=${['0'.repeat(32), 'id', '0'.repeat(32), '2'.repeat(16)].join('.')}`;
	const links = [`/shared/${token}`, `/shared/${token}/result.json`, `/preview/${token}`, `/check/${token}`];
	for (const path of [...links, `/answer/${'0'.repeat(32)}-${'0'.repeat(32)}`, '/answer']) {
		const { status } = await fetch(house.origin + path, { headers: { cookie, ...newAddress() } });
		expect([path, status]).toEqual([path, 404]);
	}
});
