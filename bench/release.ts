import { setTimeout as pause } from 'node:timers/promises';
import { withServer, type BenchServer } from './bench-server.ts';
import { percentile, type Figure, type Section } from './figure.ts';
import { takeCheckAs } from './load/journey.ts';
import { Person } from './load/person.ts';
import { fillWithRounds } from './many-rounds.ts';
import { watchMemory } from './process.ts';
import { planSecondRelease } from './second-release.ts';

const MANY = 11_000;
const FEW = 1_100;
const ROUNDS = 5;
const VISITS = 300;
/** Municipalities of a second release, and how many of them have changed and come. */
const AGAIN = 3_000;
const CHANGES = 40;
/** Municipalities whose results are public then, and accounts that know a few more. */
const OPEN = 500;
const HOLDERS = 200;
/** A page is asked for so often, in milliseconds, while the release is built. */
const PACE = 25;

interface Built {
	seconds: number;
	/** milliseconds */
	longest: number;
	/** municipalities whose round was read */
	counted: number;
}

/** Lets the service build a release, and somebody else look at pages meanwhile. */
async function build({ pid, log }: BenchServer, look: () => Promise<unknown>): Promise<Built & { memory: number }> {
	const memory = watchMemory(pid);
	process.kill(pid, 'SIGUSR2');
	for (;;) {
		const line = /^\{"built":.*\}$/m.exec(log())?.[0];
		if (line) return { ...(JSON.parse(line) as { built: Built }).built, memory: memory.stop() };
		await Promise.all([look(), pause(PACE)]);
	}
}

async function measure(server: BenchServer, municipalities: number) {
	const person = new Person(server.origin, 1);
	const id = await takeCheckAs(person, 1);
	const look = () => person.get(`/check/${id}/result`);
	for (let warm = 0; warm < 20; warm++) await look();
	const built = await build(server, look);
	if (built.counted !== municipalities) throw new Error(`Only ${built.counted} municipalities are in the release`);
	const took: number[] = [];
	for (let visit = 0; visit < VISITS; visit++) {
		const { status, body, milliseconds } = await look();
		if (status !== 200 || !body.includes('/releases/1')) throw new Error('There is no comparison on the page');
		took.push(milliseconds);
	}
	person.leave();
	return { ...built, median: percentile(took, 0.5), p95: percentile(took, 0.95) };
}

/** Fills a database, starts the service on it and measures. */
function measureWith(municipalities: number) {
	return withServer((server) => measure(server, municipalities), {
		before: (file) => fillWithRounds(file, municipalities, ROUNDS),
		env: { NODE_OPTIONS: '--import ./bench/release-in-service.ts' }
	});
}

async function run(): Promise<Figure[]> {
	const few = await measureWith(FEW);
	const many = await measureWith(MANY);
	return [
		{
			what: `release from ${MANY} × ${ROUNDS} closed rounds (54 items)`,
			value: many.seconds,
			unit: 's',
			bar: { better: 'lower', limit: 5, stretch: 2 },
			beside: `${few.seconds.toFixed(1)} s from ${FEW} × ${ROUNDS}`
		},
		{
			what: '… longest time that the event loop of the service was blocked meanwhile',
			value: many.longest,
			unit: 'ms',
			bar: { better: 'lower', limit: 50 },
			beside: 'with somebody who looks at a result all the time'
		},
		{
			what: `second release of ${AGAIN} over all bands, kinds and Länder, planning alone`,
			value: planSecondRelease(AGAIN, CHANGES),
			unit: 's of processor time',
			bar: { better: 'lower', limit: 10 },
			beside: `${CHANGES} in other groups with other scores, ${CHANGES} newcomers: few in each group`
		},
		{
			what: `… where ${OPEN} show their results and ${HOLDERS} accounts know others besides`,
			value: planSecondRelease(AGAIN, CHANGES, { open: OPEN, holders: HOLDERS }),
			unit: 's of processor time',
			bar: { better: 'lower', limit: 10 }
		},
		{ what: '… memory (PSS) of the service meanwhile', value: many.memory, unit: 'MB' },
		{ what: `result with comparison, median of ${VISITS}`, value: many.median, unit: 'ms' },
		{
			what: `result with comparison, p95, ${MANY} × ${ROUNDS} rounds`,
			value: many.p95,
			unit: 'ms',
			bar: { better: 'lower', limit: 50, stretch: 15 }
		},
		{
			what: `… against ${FEW} × ${ROUNDS} rounds`,
			value: many.median / few.median,
			unit: '×',
			bar: { better: 'lower', limit: 1.5 },
			beside: `medians ${many.median.toFixed(1)} and ${few.median.toFixed(1)} ms`
		}
	];
}

export const release: Section = {
	name: 'release',
	title: 'Release and comparison',
	method:
		'A database of made-up, frozen rounds as large as real ones; the service builds the release in its worker thread while a client ' +
		'opens a result page again and again and the event loop is watched. A second release is planned apart, in which each group has ' +
		'changed a little. Then the page of a finished check with its comparison, over HTTP.',
	run
};
