/** Stories of closed results: the built server with a town whose rounds are closed, an organiser and an observer. */
import { eq } from 'drizzle-orm';
import { HURDLES_MOST } from '#lib/domain/answering/answer-limits.ts';
import { HURDLES_QUESTION } from '#lib/domain/answering/question.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import type { Db } from '#lib/server/db/open.ts';
import { round } from '#lib/server/db/schema-rounds.ts';
import { sha256 } from '#lib/server/sha256.ts';
import { test as base } from './browser.ts';
import { makeClosedRound } from './closed-round.ts';
import { madeUpPeople } from './made-up-people.ts';
import { OPENING, openFilled } from './services.ts';
import { addParticipant } from './town-hall.ts';

export const ORGANISER = 'kim@musterau.example';
export const OBSERVER = 'robin@musterau.example';

export interface ClosedTown {
	origin: string;
	/** ids by name */
	rounds: Record<string, string>;
	/** of the two whose link shows, or does not show, the result to those who took part */
	links: { shown: string; hidden: string };
}

const LONG_TITLE = `Gemeinsame Standortbestimmung ${'der Verwaltungsgemeinschaft Oberniederunterwaldkirchen '.repeat(3)}`;

async function makeRounds(db: Db): Promise<Pick<ClosedTown, 'rounds' | 'links'>> {
	const people = madeUpPeople(14);
	const short = (title: string, closedOn: string, more = {}) =>
		makeClosedRound(db, [], { people, title, closedOn, ...more });
	const rounds = {
		story: await short('Frühjahr 2024', '2024-05-10'),
		storyNext: await short('Herbst 2024', '2024-11-10'),
		plain: await short('Frühjahr 2025', '2025-05-10'),
		plainNext: await short('Herbst 2025', '2025-11-10', { resultForRespondents: false }),
		full: await makeClosedRound(db, [], {
			...{
				people: hindered(madeUpPeople(20, 'full')),
				title: LONG_TITLE.slice(0, 120),
				closedOn: '2026-11-10',
				variant: 'full'
			}
		}),
		few: await makeClosedRound(db, [2, 2, 3, 3], { title: 'Kleine Runde', closedOn: '2027-03-01', decision: 3 }),
		two: await short('Ohne Haushalt', '2027-05-01', { people: withoutBudget(people) })
	};
	const link = async (id: string, digit: string) => {
		const part = digit.repeat(32);
		await db.write((writer) =>
			writer
				.update(round)
				.set({ linkHash: sha256(part) })
				.where(eq(round.assessmentId, id))
				.run()
		);
		return `/answer/${part}-${'0'.repeat(32)}/result`;
	};
	return { rounds, links: { shown: await link(rounds.plain, 'a'), hidden: await link(rounds.plainNext, 'b') } };
}

/** Five people each name the same three hurdles: as many as can be shown of so many people. */
function hindered(people: ReturnType<typeof madeUpPeople>): ReturnType<typeof madeUpPeople> {
	const ids = currentInstrument().instrument.hurdles.map(({ id }) => id);
	return people.map((person, index) => {
		const first = Math.floor(index / 5) * HURDLES_MOST;
		const hurdles = ids.slice(first, first + HURDLES_MOST).map((id) => ({ id, severity: 2 as const }));
		return { ...person, answers: { ...person.answers, [HURDLES_QUESTION]: { hurdles } } };
	});
}

function withoutBudget(people: ReturnType<typeof madeUpPeople>): ReturnType<typeof madeUpPeople> {
	return people.map((person) => ({
		...person,
		answers: Object.fromEntries(Object.entries(person.answers).filter(([id]) => !id.startsWith('B')))
	}));
}

async function fill(db: Db) {
	const made = await makeRounds(db);
	await addParticipant(db, [
		{ email: ORGANISER, role: 'organiser' },
		{ email: OBSERVER, role: 'observer' }
	]);
	return made;
}

const open = () => openFilled('closed', fill, { env: { ORGANISER_SECOND_FACTOR: 'optional' } });

/** A `test` whose addresses lead to this town. */
export const test = base.extend<{ town: ClosedTown }>({
	town: [({ services }, use) => services.use(open).then(use), OPENING],
	baseURL: ({ town }, use) => use(town.origin)
});
