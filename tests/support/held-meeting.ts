/** Stories of a consensus meeting: the built server with rounds whose collecting has ended, and their organisers. */
import type { Page } from '@playwright/test';
import type { Level } from '#lib/domain/answering/rating.ts';
import { itemsOf } from '#lib/domain/instrument/instrument.ts';
import type { RoundMode } from '#lib/domain/round/round.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import type { Db } from '#lib/server/db/open.ts';
import { endToday, makeAnsweredRound, type Answered } from './answered-round.ts';
import { test as base } from './browser.ts';
import { roundPlace } from './making-rounds.ts';
import { signInAs } from './members.ts';
import { OPENING, openFilled, type Running } from './services.ts';
import { cookieOf } from './signed-in.ts';
import { addParticipant, sessionTokenOf } from './town-hall.ts';

const EIGHT = ['story', 'plain', 'looks', 'shown', 'cut', 'bare', 'planned', 'plannedPlain'] as const;

export interface HeldMeeting extends Running {
	/** ids of rounds in consensus: four people, a workshop of two, else eight people; each story takes its own */
	rounds: Record<'few' | 'open' | (typeof EIGHT)[number], string> & Record<string, string>;
}

export const ORGANISERS = ['kim@musterau.example', 'mika@musterau.example'] as const;
export const OBSERVER = 'robin@musterau.example';
/** What one of the people wrote on the disputed item. */
export const COMMENT = 'Der Beschluss gilt nur fuer den Neubau.';
/** The one item on which people are divided. */
export const DISPUTED = 'D1.1';

/** Everybody says 3 of everything but the disputed item. */
function team(disputed: readonly Level[], named = false): Answered[] {
	const items = itemsOf(currentInstrument().instrument, 'short').map(({ id }) => id);
	return disputed.map((level, index) => ({
		role: named ? 'staff' : 'others',
		...(named && { name: `Person ${index + 1}` }),
		answers: {
			...Object.fromEntries(items.map((id) => [id, 3 as const])),
			[DISPUTED]: index === 0 ? { rating: level, comment: COMMENT } : level
		}
	}));
}

async function makeRounds(db: Db): Promise<Pick<HeldMeeting, 'rounds'>> {
	const many: Level[] = [1, 5, 1, 5, 1, 5, 1, 5];
	const make = (people: Answered[], title: string, mode: RoundMode = 'confidential') =>
		makeAnsweredRound(db, people, { title, mode });
	const rounds: Record<string, string> = {
		few: await make(team(many.slice(0, 4)), 'Kleine Runde'),
		open: await make(team([2, 5], true), 'Werkstatt', 'open')
	};
	for (const name of [...EIGHT, 'shown-de', 'shown-en']) rounds[name] = await make(team(many), `Herbst 2026, ${name}`);
	await endToday(db);
	await addParticipant(db, [
		...ORGANISERS.map((email) => ({ email, role: 'organiser' as const })),
		{ email: OBSERVER, role: 'observer' }
	]);
	return { rounds: rounds as HeldMeeting['rounds'] };
}

const open = () => openFilled('meeting', makeRounds, { env: { ORGANISER_SECOND_FACTOR: 'optional' } });

/** A `test` whose addresses lead to these rounds. */
export const test = base.extend<{ meeting: HeldMeeting }>({
	meeting: [({ services }, use) => services.use(open).then(use), OPENING],
	baseURL: ({ meeting }, use) => use(meeting.origin)
});

/** Goes to a page as a member of the town whose service this worker has opened. Signing in itself is told elsewhere. */
export async function signInTo(page: Page, email: string, path: string): Promise<void> {
	const { origin } = new URL((await page.request.get('/.well-known/security.txt')).url());
	await signInAs(page.context(), { cookie: cookieOf(sessionTokenOf(email)) }, origin);
	await page.goto(path);
}

/** The address of a round's pages. */
export const pathOf = (round: string, rest: string) => `/assessments/${roundPlace.key}/rounds/${round}/${rest}`;
