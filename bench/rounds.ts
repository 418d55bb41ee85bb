import { setTimeout as pause } from 'node:timers/promises';
import { currentInstrument } from '#lib/instruments/index.ts';
import { itemsOf } from '#lib/domain/instrument/instrument.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { withServer, type BenchServer } from './bench-server.ts';
import { percentile, type Figure, type Section } from './figure.ts';
import { joinAll, LEADER, makeMeetings, meetingOf, RESPONSES, SCREENS, settle, show, signIn } from './load/meeting.ts';
import { Person } from './load/person.ts';
import { watchMemory } from './process.ts';

const VISITS = 300;
/** So many items are shown, one after the other. */
const SHOWN = 20;

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

async function expectPage(person: Person, path: string, text: string): Promise<number> {
	const { status, body, milliseconds } = await person.get(path);
	if (status !== 200 || !body.includes(text)) throw new Error(`${path} answered ${status}, or without "${text}"`);
	return milliseconds;
}

async function measure(
	server: BenchServer,
	{ large, small }: Awaited<ReturnType<typeof makeMeetings>>
): Promise<Figure[]> {
	const person = new Person(server.origin, 1);
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
	const watchers = await joinAll(server.origin, person, meeting);
	const shown: number[] = [];
	for (const { id } of items.slice(0, SHOWN)) {
		shown.push(...(await show(person, meeting, watchers, id)));
		await pause(150);
	}
	watchers.forEach((watcher) => watcher.leave());
	const decided: number[] = [];
	for (const { id } of items) decided.push(await settle(person, meeting, id));
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
			const db = openDatabase(file);
			made = await makeMeetings(db);
			db.close();
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
