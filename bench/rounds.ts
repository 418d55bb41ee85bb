import { setTimeout as pause } from 'node:timers/promises';
import { currentInstrument } from '#lib/instruments/index.ts';
import { itemsOf } from '#lib/domain/instrument.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { makeAnsweredRound } from '../tests/support/answered-round.ts';
import { madeUpPeople } from '../tests/support/made-up-people.ts';
import { roundPlace } from '../tests/support/making-rounds.ts';
import { addParticipant, PASSWORD } from '../tests/support/town-hall.ts';
import { withServer, type BenchServer } from './bench-server.ts';
import { percentile, type Figure, type Section } from './figure.ts';
import { Person } from './load/person.ts';
import { Watcher } from './load/watcher.ts';
import { watchMemory } from './process.ts';

const RESPONSES = 2000;
const VISITS = 300;
const SCREENS = 100;
/** So many items are shown, one after the other. */
const SHOWN = 20;
const ORGANISER = 'kim@musterau.example';
const LEADER = 'Stabsstelle Nachhaltigkeit';

/** A large round in consensus, and a small one. */
async function fill(file: string) {
	const db = openDatabase(file);
	const people = madeUpPeople(
		RESPONSES,
		'full',
		'Eine Anmerkung von zwei Zeilen, wie sie Menschen an den Rand schreiben.'
	);
	const large = await makeAnsweredRound(db, people, { variant: 'full', leaders: [LEADER] });
	const small = await makeAnsweredRound(db, people.slice(0, 12), { variant: 'full' });
	await addParticipant(db, [{ email: ORGANISER, role: 'organiser' }]);
	db.close();
	return { large, small };
}

/** The longest time that the event loop of the service has been blocked since the last call, in milliseconds. */
async function longestBlock({ pid, log }: BenchServer, nth: number): Promise<number> {
	process.kill(pid, 'SIGUSR2');
	for (;;) {
		const lines = [...log().matchAll(/^\{"loop":.*\}$/gm)];
		if (lines.length >= nth)
			return (JSON.parse(lines[nth - 1]?.[0] ?? '') as { loop: { longest: number } }).loop.longest;
		await pause(5);
	}
}

async function signIn(person: Person): Promise<void> {
	const reply = await person.post('/account/sign-in?/password', [
		['email', ORGANISER],
		['password', PASSWORD]
	]);
	if (reply.status !== 303) throw new Error(`Signing in answered ${reply.status}`);
}

async function expectPage(person: Person, path: string, text: string): Promise<number> {
	const { status, body, milliseconds } = await person.get(path);
	if (status !== 200 || !body.includes(text)) throw new Error(`${path} answered ${status}, or without "${text}"`);
	return milliseconds;
}

/** How long each of many screens waits for each item that whoever leads shows, in milliseconds. */
async function showToAll(origin: string, chair: Person, meeting: string): Promise<number[]> {
	await chair.post(`${meeting}/screens?/admit`, []);
	const code = />([2-9A-Z]{3} [2-9A-Z]{3})</.exec((await chair.get(`${meeting}/screens`)).body)?.[1] ?? '';
	const watchers = await Promise.all(
		Array.from({ length: SCREENS }, async (_, index) => {
			const visitor = new Person(origin, 1000 + index);
			const fields: [string, string][] = [
				['code', code],
				['as', index % 2 === 0 ? 'screen' : 'phone']
			];
			const joined = await visitor.post('/meeting?/join', fields);
			if (joined.status !== 303) throw new Error(`Joining answered ${joined.status}`);
			visitor.leave();
			return Watcher.open(
				origin,
				visitor
					.cookies()
					.map((pair) => pair.join('='))
					.join('; ')
			);
		})
	);
	const took: number[] = [];
	for (const { id } of itemsOf(currentInstrument().instrument, 'full').slice(0, SHOWN)) {
		const arrivals = watchers.map((watcher) => watcher.wait(`"id":"${id}"`));
		const start = performance.now();
		await chair.post(`${meeting}/screens?/show`, [['item', id]]);
		for (const arrived of await Promise.all(arrivals)) took.push(arrived - start);
		await pause(150);
	}
	watchers.forEach((watcher) => watcher.leave());
	return took;
}

async function measure(server: BenchServer, { large, small }: Awaited<ReturnType<typeof fill>>): Promise<Figure[]> {
	const person = new Person(server.origin, 1);
	const meetingOf = (round: string) => `/assessments/${roundPlace.key}/rounds/${round}/meeting`;
	const meeting = meetingOf(large);
	await signIn(person);
	for (let warm = 0; warm < 20; warm++) await expectPage(person, meetingOf(small), 'Tagesordnung');
	await longestBlock(server, 1);
	const memory = watchMemory(server.pid);
	const first = await expectPage(person, meeting, 'Tagesordnung');
	const most = memory.stop();
	const blocked = await longestBlock(server, 2);
	await person.post(`${meeting}?/lead`, [['leader', LEADER]]);

	const items = itemsOf(currentInstrument().instrument, 'full');
	for (const { id } of items.slice(0, 20)) await person.get(`${meeting}/${id}`);
	const took: number[] = [];
	for (let visit = 0; visit < VISITS; visit++) {
		const item = items[visit % items.length]?.id ?? '';
		took.push(await expectPage(person, `${meeting}/${item}`, `>${item} ·`));
	}
	const shown = await showToAll(server.origin, person, meeting);
	const decided: number[] = [];
	for (const { id } of items) {
		const fields = [
			['settlement', '3'],
			['reason', 'so beschlossen'],
			['dissent', ''],
			['revision', '0']
		] as [string, string][];
		const { status, milliseconds } = await person.post(`${meeting}/${id}?/decide`, fields);
		if (status !== 303) throw new Error(`A decision answered ${status}`);
		decided.push(milliseconds);
	}
	await longestBlock(server, 3);
	const closed = await person.post(`${meeting}/close`, []);
	if (closed.status !== 303 || !closed.location?.endsWith('/result'))
		throw new Error(`Closing answered ${closed.status}`);
	const closing = await longestBlock(server, 4);
	person.leave();
	return [
		{ what: 'agenda, opened for the first time', value: first, unit: 'ms', beside: 'calculates everything, M11 too' },
		{
			what: '… longest time that the event loop was blocked meanwhile',
			value: blocked,
			unit: 'ms',
			bar: { better: 'lower', limit: 50 }
		},
		{ what: '… memory (PSS) of the service meanwhile', value: most, unit: 'MB', bar: { better: 'lower', limit: 256 } },
		{ what: `an item, median of ${VISITS}`, value: percentile(took, 0.5), unit: 'ms' },
		{ what: 'an item, p95', value: percentile(took, 0.95), unit: 'ms', bar: { better: 'lower', limit: 50 } },
		{
			what: `an item on ${SCREENS} screens and phones, p95 of ${shown.length}`,
			value: percentile(shown, 0.95),
			unit: 'ms',
			bar: { better: 'lower', limit: 300 },
			beside: `slowest ${Math.max(...shown).toFixed(0)} ms; from sending the form until it is there`
		},
		{ what: 'a decision, p95', value: percentile(decided, 0.95), unit: 'ms' },
		{ what: 'closing', value: closed.milliseconds, unit: 'ms' },
		{
			what: '… longest time that the event loop was blocked meanwhile',
			value: closing,
			unit: 'ms',
			bar: { better: 'lower', limit: 50 }
		}
	];
}

async function run(): Promise<Figure[]> {
	let made = { large: '', small: '' };
	return withServer((server) => measure(server, made), {
		before: async (file) => {
			made = await fill(file);
		},
		env: { NODE_OPTIONS: '--import ./bench/loop-in-service.ts', ORGANISER_SECOND_FACTOR: 'optional' }
	});
}

export const rounds: Section = {
	name: 'rounds',
	title: 'Consensus meeting',
	method:
		`One round with ${RESPONSES} full responses of all roles, a comment with each. Whoever leads its meeting opens the agenda and ` +
		'item after item, settles each and closes the round, over HTTP without JavaScript. Before that, screens that have joined by the code wait for what is shown.',
	run
};
