import { chromium, type Browser, type BrowserContext } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { openDatabase } from '#lib/server/db/open.ts';
import { round } from '#lib/server/db/schema-rounds.ts';
import { sha256 } from '#lib/server/sha256.ts';
import { makeClosedRound } from '../tests/support/closed-round.ts';
import { madeUpPeople } from '../tests/support/made-up-people.ts';
import { launchOptions } from '../tools/browser.mjs';
import { withServer } from './bench-server.ts';
import { startCompressingProxy } from './compressing-proxy.ts';
import type { Bar, Figure, Section } from './figure.ts';
import { takeCheckAs } from './load/journey.ts';
import { Person } from './load/person.ts';
import { fillWithRelease } from './many-rounds.ts';

/** Municipalities behind the release; enough for every kind of number. */
const IN_RELEASE = 60;
/** People behind the round; with fewer, less is told of groups. */
const RESPONDENTS = 60;

interface Transfer {
	/** of the bodies, compressed as they come */
	kilobytes: number;
	/** the same with headers, as they come: HTTP/2 packs those that repeat, HTTP/1.1 writes them out */
	withHeaders: number;
	requests: number;
	foreignHosts: number;
}

/** What a browser with an empty cache transfers for a page until nothing more comes. */
async function transferOf(context: BrowserContext, url: string): Promise<Transfer> {
	const page = await context.newPage();
	const devTools = await context.newCDPSession(page);
	let [bytes, bodies] = [0, 0];
	const hosts: string[] = [];
	devTools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
	devTools.on('Network.dataReceived', ({ encodedDataLength }) => (bodies += encodedDataLength));
	devTools.on('Network.requestWillBeSent', ({ request }) => {
		if (request.url.startsWith('http')) hosts.push(new URL(request.url).host);
	});
	await devTools.send('Network.enable');
	const response = await page.goto(url, { waitUntil: 'networkidle' });
	if (response?.status() !== 200) throw new Error(`${url} answered ${response?.status()}`);
	// Some things load when they come into sight.
	for (let top = 0; top < (await page.evaluate(() => document.body.scrollHeight)); top += 400) {
		await page.evaluate((position) => window.scrollTo(0, position), top);
		await page.waitForLoadState('networkidle');
	}
	const foreignHosts = new Set(hosts.filter((host) => host !== new URL(url).host)).size;
	await page.close();
	return { kilobytes: bodies / 1000, withHeaders: bytes / 1000, requests: hosts.length, foreignHosts };
}

interface Page {
	what: string;
	path: string;
	size?: Bar;
	requests?: Bar;
}

const LINK = `/answer/${'a'.repeat(32)}-${'0'.repeat(32)}/result`;

/** A closed round of the full variant, whose result its link shows. */
async function addClosedRound(file: string): Promise<void> {
	const db = openDatabase(file);
	const people = madeUpPeople(RESPONDENTS, 'full');
	const id = await makeClosedRound(db, [], { variant: 'full', people, closedOn: '2026-12-24' });
	const [linkPart = ''] = LINK.split('/')[2]?.split('-') ?? [];
	await db.write((writer) =>
		writer
			.update(round)
			.set({ linkHash: sha256(linkPart) })
			.where(eq(round.assessmentId, id))
			.run()
	);
	db.close();
}

const pagesOf = (open: string, finished: string): Page[] => [
	{ what: 'start page', path: '/' },
	{ what: 'whole questionnaire', path: '/questionnaire' },
	{
		what: 'page of a criterion',
		path: `/check/${open}/D1`,
		size: { better: 'lower', limit: 70, stretch: 50 },
		requests: { better: 'lower', limit: 15 }
	},
	{
		what: 'result with all charts and comparison',
		path: `/check/${finished}/result`,
		size: { better: 'lower', limit: 150, stretch: 120 }
	},
	{
		what: 'result of a round with all pictures and comparison',
		path: LINK,
		size: { better: 'lower', limit: 150, stretch: 120 }
	},
	{ what: 'release with all published values', path: '/releases/1' }
];

function figuresOf(page: Page, straight: Transfer, compressed: Transfer): Figure[] {
	return [
		{
			what: page.what,
			value: compressed.withHeaders,
			unit: 'kB',
			...(page.size ? { bar: page.size } : {}),
			beside: `${compressed.kilobytes.toFixed(0)} kB without headers; ${straight.withHeaders.toFixed(0)} kB straight from the service, whose pages are not compressed`
		},
		{ what: '… requests', value: compressed.requests, unit: '', ...(page.requests ? { bar: page.requests } : {}) },
		{ what: '… foreign hosts', value: compressed.foreignHosts, unit: '', bar: { better: 'lower', limit: 0 } }
	];
}

async function measure(browser: Browser, origin: string): Promise<Figure[]> {
	const proxy = await startCompressingProxy(origin);
	const person = new Person(origin, 1);
	const finished = await takeCheckAs(person, 1);
	const open = await takeCheckAs(person, 2, 'unfinished');
	async function visit(base: string, path: string) {
		const context = await browser.newContext({
			extraHTTPHeaders: { 'x-forwarded-for': '10.0.0.1' },
			ignoreHTTPSErrors: true
		});
		await context.addCookies(person.cookies().map(([name, value]) => ({ name, value, url: base })));
		const transfer = await transferOf(context, base + path);
		await context.close();
		return transfer;
	}
	const figures: Figure[] = [];
	for (const page of pagesOf(open, finished)) {
		figures.push(...figuresOf(page, await visit(origin, page.path), await visit(proxy.origin, page.path)));
	}
	proxy.stop();
	person.leave();
	return figures;
}

async function run(): Promise<Figure[]> {
	const browser = await chromium.launch(launchOptions());
	const before = async (file: string) => {
		await fillWithRelease(file, IN_RELEASE);
		await addClosedRound(file);
	};
	const around = { before };
	return withServer(({ origin }) => measure(browser, origin), around).finally(() => browser.close());
}

export const sizes: Section = {
	name: 'sizes',
	title: 'What a page weighs',
	method:
		'Chromium with an empty cache, all responses with their headers, scrolled to the end; behind a ' +
		'proxy as in the operations manual (HTTPS with HTTP/2, pages compressed by Brotli at level 5).',
	run
};
