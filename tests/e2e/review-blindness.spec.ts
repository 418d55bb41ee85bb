/** D15: whoever reviews learns nothing of the municipality's levels before the own rating, by no door. */
import { GRANTED_DOCUMENTS } from '#lib/domain/review/granted.ts';
import { expect } from '../support/browser.ts';
import { REASON, test, type ReviewedTown } from '../support/reviewed-town.ts';

test.describe.configure({ mode: 'default' });

const OPENED = 'D1';
const COVERED = ['', '/D2', '/A1', '/B6', '/profile', '/recommendations', '/hand-in'];

/** Served once every criterion is in sight. */
const WHOLE = ['/comparison', ...GRANTED_DOCUMENTS.map((document) => `/documents/${document}`)];

let calls = 0;

async function read({ origin, cookies }: ReviewedTown, who: keyof ReviewedTown['cookies'], path: string) {
	const headers = {
		cookie: `session=${cookies[who]}`,
		accept: 'text/html',
		'x-forwarded-for': `10.9.0.${calls++ % 256}`
	};
	const response = await fetch(origin + path, { headers, redirect: 'manual' });
	return { status: response.status, text: await response.text() };
}

/** Without what differs from one request, or one grant, to the next. */
const bare = (text: string, grant: string) =>
	text.replaceAll(grant, 'GRANT').replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|nonce="[^"]*"|sveltekit_\w+/g, 'ID');

/** Page and data of a place, under the grant of the round that settled on 1 everywhere, and of the one on 5. */
async function pairOf(town: ReviewedTown, place: string) {
	return Promise.all(
		[town.low, town.high].map(async (grant) => {
			const path = `/reviews/${grant}${place}`;
			const [page, data] = [await read(town, 'ada', path), await read(town, 'ada', `${path}/__data.json`)];
			expect([page.status, data.status]).toEqual([200, 200]);
			return bare(page.text + data.text, grant);
		})
	);
}

async function post({ origin, cookies }: ReviewedTown, path: string) {
	const headers = {
		...{ cookie: `session=${cookies.ada}`, origin, accept: 'text/html', 'x-forwarded-for': '10.9.1.1' },
		'content-type': 'application/x-www-form-urlencoded'
	};
	return (await fetch(origin + path, { method: 'POST', headers, body: '', redirect: 'manual' })).status;
}

test('two rounds that settled on 1 and on 5 look the same, byte for byte, until a criterion is opened', async ({
	town
}) => {
	for (const place of [...COVERED, `/${OPENED}`]) {
		const [low, high] = await pairOf(town, place);
		expect(low, place).toBe(high);
		expect(low).not.toContain(REASON);
	}
	for (const grant of [town.low, town.high]) expect(await post(town, `/reviews/${grant}/${OPENED}?/giveUp`)).toBe(303);
	const [low, high] = await pairOf(town, `/${OPENED}`);
	expect(low).not.toBe(high);
	expect(low).toContain(REASON);
	for (const place of COVERED.filter((one) => one !== '/profile')) {
		const [one, other] = await pairOf(town, place);
		expect(one, `${place} after another one was opened`).toBe(other);
	}
	const [profile] = await pairOf(town, '/profile');
	expect(profile, 'no scores or agreement before all are in sight').not.toMatch(/"(stage|kappa)"/);
	for (const place of WHOLE) {
		const { status, text } = await read(town, 'ada', `/reviews/${town.low}${place}`);
		expect([place, status]).toEqual([place, 403]);
		expect(text).toContain('Noch verdeckte Kriterien: 17.');
	}
	expect((await read(town, 'ada', `/reviews/${town.low}/comparison/__data.json`)).text).not.toContain('"own"');
});

test('a grant that is revoked, has ended, or is somebody else’s looks like one that does not exist', async ({
	town
}) => {
	const nothing = bare((await read(town, 'ada', `/reviews/${'x'.repeat(22)}`)).text, 'x'.repeat(22));
	for (const [who, grant] of [
		['ada', town.revoked],
		['ada', town.ended],
		['eve', town.low],
		['kim', town.low]
	] as const)
		for (const place of ['', `/${OPENED}`, '/profile', '/recommendations', '/hand-in', ...WHOLE]) {
			const { status, text } = await read(town, who, `/reviews/${grant}${place}`);
			expect([who, place, status]).toEqual([who, place, 404]);
			if (place === '' && who === 'ada') expect(bare(text, grant)).toBe(nothing);
			if (place.startsWith('/documents')) continue;
			const data = await read(town, who, `/reviews/${grant}${place}/__data.json`);
			expect(data.text).not.toContain('Musterau');
		}
	expect(await post(town, `/reviews/${town.revoked}/${OPENED}?/giveUp`)).toBe(404);
	expect(await post(town, `/reviews/${town.ended}/${OPENED}?/save`)).toBe(404);
});
