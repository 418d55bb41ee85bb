/** Who may open which door: the table of `domain/access.ts`, tried on every page, form action and handler. */
import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { expect, test as base } from '@playwright/test';
import { may, needsSecondFactor, type Who } from '#lib/domain/access.ts';
import { PHASES, type Phase } from '#lib/domain/round.ts';
import { DOORS, doorOf, type Door, type Outcome } from '../support/doors.ts';
import { pagesOfTheHouse } from '../support/routes.ts';
import { openHouse, type Caller, type House, type Town } from '../support/house.ts';

const test = base.extend<object, { house: House }>({
	house: [
		async ({ browserName }, use) => {
			void browserName;
			const house = await openHouse(Object.keys(DOORS).map((door) => ({ door, verified: !doorOf(door).unverified })));
			await use(house);
			await house.close();
		},
		{ scope: 'worker', timeout: 300_000 }
	]
});

/** One call of a door. */
interface Call {
	/** its line in the table */
	name: string;
	door: Door;
	/** in words, for whoever reads what went wrong */
	as: string;
	caller: Caller;
	/** what the caller is towards the town that is called */
	who: Who;
	/** whose key stands in the address, and whose ids */
	at: { key: string; town: Town };
	phase: Phase | undefined;
	expected: Outcome;
	body?: Record<string, string> | undefined;
}

const pathOf = (name: string) => name.split(' ')[0] ?? '';
const methodOf = (name: string) => (name.includes('?/') ? 'POST' : (name.split(' ')[1] ?? 'GET'));
const isRead = ({ name }: Call) => methodOf(name) === 'GET';

function addressOf({ name, door, at: { key, town }, phase }: Call): string {
	const id = name.startsWith('/check') ? town.check.id : town.rounds[phase ?? 'draft'];
	const parts: Record<string, string | undefined> = { key, id, ...door.parts?.(town) };
	const path = pathOf(name).replace(/\[(\w+)(?:=\w+)?\]/g, (_, part: string) => parts[part] ?? `no ${part}`);
	const action = /\?\/(\w+)$/.exec(name)?.[1];
	return action && action !== 'default' ? `${path}?/${action}` : path;
}

function expectedOf({ name, door, caller, who, phase }: Omit<Call, 'expected'>): Outcome {
	const { what, always } = door;
	if (always) return always;
	// Whoever needs a second factor is led to it before anything is said about the phase.
	const asked = /^\/(assessments\/\[key\]|operate)/.test(name) && needsSecondFactor(who, false);
	if (asked && caller.unprotected && PHASES.some((any) => may(who, what, any))) return 'setUp';
	if (may(who, what, phase)) return 'through';
	if (what === 'useCheck') return 'missing';
	if (what === 'answer') return methodOf(name) === 'PUT' ? 'missing' : 'enter';
	return caller.id === undefined ? 'signIn' : 'missing';
}

/** What somebody is to a town of others. */
const toOthers = ({ who }: Caller): Who => {
	if (who === 'organiser' || who === 'observer') return 'account';
	return who === 'author' || who === 'respondent' ? 'visitor' : who;
};

/** Every call of a door: as everybody, in each phase, on what is one's own and on what is not. */
function callsOf(name: string, { own, foreign }: { own: Town; foreign: Town }): Call[] {
	const door = doorOf(name);
	const phases = name.includes('/rounds/')
		? PHASES
		: name.startsWith('/answer')
			? (['collecting'] as const)
			: [undefined];
	const isTown = name.includes('[key]') || name.startsWith('/check/[id]');
	const call = (parts: Omit<Call, 'name' | 'door' | 'expected' | 'body'>): Call => {
		const made = { name, door, ...parts };
		const body = (door.owns ?? door.sends)?.(parts.at.town, parts.caller);
		return { ...made, body, expected: expectedOf(made) };
	};
	return phases.flatMap((phase) => {
		const at = { key: own.key, town: own };
		const calls = Object.entries(own.callers).map(([as, caller]) => call({ as, caller, who: caller.who, at, phase }));
		const others = isTown
			? Object.entries(foreign.callers).map(([as, caller]) =>
					call({ as: `${as} of another town`, caller, who: toOthers(caller), at, phase })
				)
			: [];
		const { organiser } = own.callers;
		if (!organiser) throw new Error('Each town has an organiser');
		const mixed = name.includes('/rounds/[id]')
			? [
					{
						...call({
							as: 'organiser with a round of others',
							caller: organiser,
							who: 'account',
							at: { key: own.key, town: foreign },
							phase
						})
					}
				]
			: [];
		const borrowed = door.owns
			? [
					{
						...call({ as: 'organiser with ids of others', caller: organiser, who: 'organiser', at, phase }),
						body: door.owns(foreign, foreign.callers.organiser ?? organiser),
						expected: 'missing' as const
					}
				]
			: [];
		return [...others, ...mixed, ...borrowed, ...calls];
	});
}

let calls = 0;

/** An address for each call, as behind a proxy: the limits per address must not answer instead. */
function newAddress() {
	const number = calls++;
	return { 'x-forwarded-for': `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}` };
}

async function send(house: House, call: Call, path: string): Promise<Response> {
	const method = methodOf(call.name);
	const json = method === 'PUT';
	return fetch(house.origin + path, {
		method,
		redirect: 'manual',
		headers: {
			cookie: call.caller.cookies,
			accept: 'text/html',
			origin: house.origin,
			...newAddress(),
			...(method !== 'GET' && { 'content-type': json ? 'application/json' : 'application/x-www-form-urlencoded' })
		},
		...(method !== 'GET' && { body: json ? '{"changes":[]}' : new URLSearchParams(call.body).toString() })
	});
}

/** What a redirect comes to; one to the page itself follows upon success. */
function led(location: string, path: string): Outcome {
	if (location.split('?')[0] === path.split('?')[0]) return 'through';
	if (location.startsWith('/account/sign-in')) return 'signIn';
	if (location.startsWith('/account/second-factor/set-up')) return 'setUp';
	return location.startsWith('/answer/enter') ? 'enter' : 'through';
}

async function outcomeOf(response: Response, path: string): Promise<Outcome | number> {
	const { status, headers } = response;
	await response.arrayBuffer();
	if (status === 303) return led(headers.get('location') ?? '', path);
	if (status === 404) return 'missing';
	return status >= 500 || status === 403 || status === 429 ? status : 'through';
}

/** The same by the data that a page loads when it is reached by a script. */
async function dataOutcome(response: Response, path: string): Promise<Outcome | number> {
	if (response.status !== 200) return outcomeOf(response, path);
	const data = (await response.json()) as {
		type: string;
		location?: string;
		nodes?: ({ type: string; status?: number } | null)[];
	};
	if (data.type === 'redirect') return led(data.location ?? '', path);
	const failed = data.nodes?.find((node) => node?.type === 'error');
	if (failed) return failed.status === 404 ? 'missing' : (failed.status ?? 500);
	return 'through';
}

/** Makes calls, some at once, and tells which came to something else than expected. */
async function surprises(house: House, list: readonly Call[], data = false): Promise<string[]> {
	const found: string[] = [];
	const waiting = [...list];
	async function work() {
		for (let call = waiting.shift(); call; call = waiting.shift()) {
			const path = addressOf(call);
			const response = await send(house, call, data ? `${path === '/' ? '' : path}/__data.json` : path);
			const outcome = await (data ? dataOutcome : outcomeOf)(response, path);
			if (outcome !== call.expected)
				found.push(
					`${call.name}${call.phase ? ` (${call.phase})` : ''} as ${call.as}: ${outcome}, not ${call.expected}`
				);
		}
	}
	await Promise.all([work(), work(), work(), work()]);
	return found.sort();
}

/** A fingerprint of each table, but of the one that `/health` writes to in order to know that writing works. */
function stored(file: string): Record<string, string> {
	const client = new Database(file, { readonly: true });
	const names = client
		.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'heartbeat'")
		.pluck()
		.all();
	const fingerprints = names.sort().map((name) => {
		const digest = createHash('sha256');
		for (const row of client.prepare(`SELECT * FROM "${name}"`).raw().iterate()) digest.update(JSON.stringify(row));
		return [name, digest.digest('hex')] as const;
	});
	client.close();
	return Object.fromEntries(fingerprints);
}

const everyCall = (house: House) => [...house.towns].flatMap(([name, towns]) => callsOf(name, towns));

test.describe.configure({ mode: 'serial', timeout: 600_000 });

test('nobody reads what is not theirs, and reading changes nothing', async ({ house }) => {
	const before = stored(house.file);
	const reads = everyCall(house).filter(isRead);
	expect(await surprises(house, reads)).toEqual([]);
	expect(stored(house.file)).toEqual(before);
});

test('nor by the data behind a page', async ({ house }) => {
	const pages = pagesOfTheHouse();
	const reads = everyCall(house).filter(({ name }) => pages.includes(name));
	expect(await surprises(house, reads, true)).toEqual([]);
});

test('nobody changes what is not theirs', async ({ house }) => {
	const before = stored(house.file);
	const refused = everyCall(house).filter((call) => !isRead(call) && call.expected !== 'through');
	expect(await surprises(house, refused)).toEqual([]);
	expect(stored(house.file)).toEqual(before);
});

test('whoever may change something is let through', async ({ house }) => {
	const allowed = everyCall(house).filter((call) => !isRead(call) && call.expected === 'through');
	expect(await surprises(house, allowed)).toEqual([]);
});

test('what belongs to others looks like what does not exist', async ({ house }) => {
	const towns = house.towns.get('/assessments/[key]/rounds/[id]/result');
	if (!towns) throw new Error('The door is in the table');
	const { own, foreign } = towns;
	const cookies = own.callers.organiser?.cookies ?? '';
	const pairs = [
		[`/assessments/${foreign.key}`, '/assessments/05997999'],
		[`/assessments/${own.key}/rounds/${foreign.rounds.closed}`, `/assessments/${own.key}/rounds/${'x'.repeat(22)}`],
		[`/check/${foreign.check.id}`, `/check/${'x'.repeat(22)}`]
	];
	for (const paths of pairs) {
		const pages = paths.map(async (path) => {
			const response = await fetch(house.origin + path, {
				headers: { cookie: cookies, accept: 'text/html', ...newAddress() }
			});
			const text = (await response.text()).replaceAll(path, 'PATH').replaceAll(encodeURIComponent(path), 'PATH');
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
	const link = `${'0'.repeat(32)}-${'0'.repeat(32)}`;
	for (const path of [
		`/shared/${token}`,
		`/shared/${token}/result.json`,
		`/answer/${link}`,
		`/check/${token}/answers`
	]) {
		const put = path.endsWith('/answers');
		const response = await fetch(house.origin + path, {
			method: put ? 'PUT' : 'GET',
			headers: {
				cookie: `checks=${'2'.repeat(16)}; answer=a.b.c.d`,
				'content-type': 'application/json',
				...newAddress()
			},
			...(put && { body: '{"changes":[]}' })
		});
		expect([path, response.status]).toEqual([path, 404]);
	}
});
