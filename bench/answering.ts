import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { addDays } from '#lib/domain/day.ts';
import { itemsOf } from '#lib/domain/instrument/instrument.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { startCollecting } from '#lib/server/rounds/collecting.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { invitation } from '#lib/server/db/schema-rounds.ts';
import { findInvitations, linkOf } from '#lib/server/rounds/invitations.ts';
import { addInvitations } from '#lib/server/rounds/inviting.ts';
import { initKeys } from '#lib/server/keys.ts';
import { openRoundKeys } from '#lib/server/rounds/round-keys.ts';
import { today } from '#lib/server/today.ts';
import { makeRound, roundPlace } from '../tests/support/making-rounds.ts';
import { withServer } from './bench-server.ts';
import { percentile, type Figure, type Section } from './figure.ts';
import { answerSlowly, THINK_MILLISECONDS } from './load/answering-slowly.ts';
import { joinAll, LEADER, makeMeetings, meetingOf, RESPONSES, SCREENS, settle, show, signIn } from './load/meeting.ts';
import { Person } from './load/person.ts';

const PEOPLE = 200;
const SECONDS = 60;
/** A hundred times as fast as people talk. */
const ITEM_MILLISECONDS = 1000;
const OTHER_PLACE = { ...roundPlace, key: '05999002', name: 'Nebenan' };

/** A round of another municipality that collects; gives the personal links of its people. */
async function makeCollecting(file: string): Promise<string[]> {
	const db = openDatabase(file);
	const keyFolder = join(dirname(file), 'keys');
	initKeys(db, keyFolder);
	const id = await makeRound(db, { variant: 'full', collectUntil: addDays(today(), 30) }, OTHER_PLACE);
	const people = Array.from({ length: PEOPLE }, (_, index) => ({ email: `p${index}@nebenan.example`, role: 'staff' }));
	await addInvitations(db, id, people, { userId: undefined, today: today() });
	const refusal = await startCollecting(db, keyFolder, id, today());
	const keys = openRoundKeys(keyFolder, id);
	if (refusal || !keys) throw new Error(`The round did not start: ${JSON.stringify(refusal)}`);
	// No letter leaves while this is measured.
	await db.write((writer) =>
		writer.update(invitation).set({ sentOn: today() }).where(eq(invitation.assessmentId, id)).run()
	);
	const links = findInvitations(db, id).map((one) => `/answer/${linkOf(keys, one.id)}`);
	db.close();
	return links;
}

interface Respondent {
	person: Person;
	criteria: string[];
}

/** Opens a personal link. */
async function open(origin: string, link: string, number: number): Promise<Respondent> {
	const person = new Person(origin, number);
	const redeemed = await person.post(link, []);
	if (redeemed.status !== 303) throw new Error(`The link answered ${redeemed.status}`);
	const overview = (await person.get('/answer')).body;
	const criteria = new Set(Array.from(overview.matchAll(/href="[^"]*answer\/([A-Z]\d)"/g), ([, id = '']) => id));
	if (criteria.size === 0) throw new Error(`Nothing to answer behind ${link}`);
	return { person, criteria: [...criteria] };
}

/** Opens the agenda and lets screens and phones join. */
async function convene(origin: string, round: string) {
	const chair = new Person(origin, 5000);
	const meeting = meetingOf(round);
	await signIn(chair);
	await chair.get(meeting);
	await chair.post(`${meeting}?/lead`, [['leader', LEADER]]);
	return { chair, meeting, watchers: await joinAll(origin, chair, meeting) };
}

/** Goes through the agenda, and settles what is shown; resolves with the number of items shown. */
async function meet({ chair, meeting, watchers }: Awaited<ReturnType<typeof convene>>, until: number): Promise<number> {
	const items = itemsOf(currentInstrument().instrument, 'full');
	let shown = 0;
	for (const { id } of items) {
		if (performance.now() >= until) break;
		await show(chair, meeting, watchers, id);
		await settle(chair, meeting, id);
		shown++;
		await pause(ITEM_MILLISECONDS);
	}
	watchers.forEach((watcher) => watcher.leave());
	chair.leave();
	return shown;
}

async function run(): Promise<Figure[]> {
	let made = { large: '', links: [] as string[] };
	return withServer(
		async ({ origin }) => {
			const respondents: Respondent[] = [];
			for (const [index, link] of made.links.entries()) respondents.push(await open(origin, link, index + 1));
			const convened = await convene(origin, made.large);
			const until = performance.now() + SECONDS * 1000;
			const [shown, ...took] = await Promise.all([
				meet(convened, until),
				...respondents.map(({ person, criteria }, index) =>
					answerSlowly(person, { number: index + 1, until, criteria, place: '/answer', people: PEOPLE })
				)
			]);
			respondents.forEach(({ person }) => person.leave());
			const saves = took.flat();
			return [
				{ what: `answer save, median of ${saves.length}`, value: percentile(saves, 0.5), unit: 'ms' },
				{
					what: 'answer save, p99',
					value: percentile(saves, 0.99),
					unit: 'ms',
					bar: { better: 'lower', limit: 100 },
					beside: `${shown} items shown and settled meanwhile`
				}
			];
		},
		{
			before: async (file) => {
				const db = openDatabase(file);
				const { large } = await makeMeetings(db);
				db.close();
				made = { large, links: await makeCollecting(file) };
			},
			env: { ORGANISER_SECOND_FACTOR: 'optional' }
		}
	);
}

export const answering: Section = {
	name: 'answering',
	title: 'Answering while another municipality meets',
	method:
		`${PEOPLE} people answer a round for ${SECONDS} s with ${THINK_MILLISECONDS / 1000} s to think between two answers, while another municipality ` +
		`goes through its ${RESPONSES} responses before ${SCREENS} screens and phones, an item a second, each shown and settled.`,
	run
};
