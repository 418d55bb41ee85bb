/** A verified town with two closed rounds and a third in consensus, and the built server that shows its plan. */
import type { ActionEntry } from '#lib/domain/plan/action.ts';
import type { NamedHurdle } from '#lib/domain/answering/hurdle.ts';
import { itemsOf } from '#lib/domain/instrument/instrument.ts';
import { HURDLES_QUESTION } from '#lib/domain/answering/question.ts';
import type { Level } from '#lib/domain/answering/rating.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { addAction } from '#lib/server/rounds/actions.ts';
import { closeRound } from '#lib/server/rounds/closing.ts';
import type { Db } from '#lib/server/db/open.ts';
import { participant } from '#lib/server/db/schema-accounts.ts';
import { decide, findMeeting } from '#lib/server/meeting/meetings.ts';
import { endToday, makeAnsweredRound, requireMade, type Answered } from './answered-round.ts';
import { test as base } from './browser.ts';
import { MADE_ON, roundPlace } from './making-rounds.ts';
import { OPENING, openFilled } from './services.ts';
import { addParticipant } from './town-hall.ts';

/** The item that the later round finds a level higher. */
export const IMPROVED = 'D1.1';
/** Named by six of eight people in the later round, by whom it blocks things. */
export const BLOCKING: NamedHurdle = { id: 'H05', severity: 3 };
/** Named by one alone, which nobody may see. */
export const RARE: NamedHurdle = { id: 'H01', severity: 1 };

export const PLANNERS = { kim: 'kim@musterau.example', mika: 'mika@musterau.example' } as const;
export const READER = 'robin@musterau.example';

/** Actions that were begun between the two closed rounds, by their titles, with what they are about. */
export const BEGUN = {
	'Nachhaltigkeitsziele beschließen': [IMPROVED],
	'Ziele im Vorbericht nennen': ['D1', 'B1'],
	'Leitfaden für Vorlagen schreiben': ['D2']
};

const NEW_ENTRY: ActionEntry = {
	...{ title: '', items: [], owner: 'Stabsstelle', dueOn: null, status: 'open', effort: null, effect: null },
	...{ budgetProduct: '', notes: '', hurdles: [] }
};

export interface PlannedTown {
	origin: string;
	/** ids of the two closed rounds and of the one in consensus */
	rounds: Record<'earlier' | 'later' | 'next', string>;
}

type Levels = Record<string, Level>;

/** Eight people who say the same of every item: 2, or the level given. */
function agreeing(levels: Levels, hurdles: (index: number) => NamedHurdle[] = () => []): Answered[] {
	const items = itemsOf(currentInstrument().instrument, 'short').map(({ id }) => id);
	return Array.from({ length: 8 }, (_, index) => ({
		role: 'staff',
		answers: {
			...Object.fromEntries(items.map((id) => [id, levels[id] ?? (2 as const)])),
			...(hurdles(index).length > 0 && { [HURDLES_QUESTION]: { hurdles: hurdles(index) } })
		}
	}));
}

/** Closes a round in which the meeting settled on these levels; gives its id. */
async function close(db: Db, id: string, levels: Levels, closedOn: string): Promise<string> {
	const loaded = currentInstrument();
	const { open } = await findMeeting(db, requireMade(db, id), loaded.instrument);
	for (const itemId of open) {
		const settled = { settlement: levels[itemId] ?? 2, reason: 'so beschlossen', dissent: '' } as const;
		await decide(db, id, { itemId, revision: 0 }, settled, loaded.instrument);
	}
	await closeRound(db, id, loaded, { userId: undefined, today: closedOn });
	return id;
}

/** Makes the town's rounds. */
async function makePlannedTown(db: Db): Promise<Pick<PlannedTown, 'rounds'>> {
	const named = (index: number) => [...(index < 6 ? [BLOCKING] : []), ...(index === 0 ? [RARE] : [])];
	const make = (title: string, levels: Levels, hurdles?: typeof named) =>
		makeAnsweredRound(db, agreeing(levels, hurdles), { title });
	const improved: Levels = { [IMPROVED]: 3 };
	const rounds = {
		earlier: await close(db, await make('Herbst 2024', {}), {}, '2024-11-20'),
		later: await close(db, await make('Herbst 2025', improved, named), improved, '2025-11-20'),
		next: await make('Herbst 2026', { [IMPROVED]: 4 })
	};
	await endToday(db);
	await addParticipant(db, [
		...Object.values(PLANNERS).map((email) => ({ email, role: 'organiser' as const })),
		{ email: READER, role: 'observer' }
	]);
	for (const [title, items] of Object.entries(BEGUN)) {
		const entry = { ...NEW_ENTRY, title, items };
		await addAction(db, entry, { key: roundPlace.key, userId: PLANNERS.kim, today: '2025-02-01' });
	}
	await db.write((writer) => writer.update(participant).set({ verifiedOn: MADE_ON, verifiedBy: 'operator' }).run());
	return { rounds };
}

const open = () => openFilled('plan', makePlannedTown, { env: { ORGANISER_SECOND_FACTOR: 'optional' } });

/** A `test` whose addresses lead to this town. */
export const test = base.extend<{ town: PlannedTown }>({
	town: [({ services }, use) => services.use(open).then(use), OPENING],
	baseURL: ({ town }, use) => use(town.origin)
});

/** The address of the town's pages. */
export const placeOf = (rest: string) => `/assessments/${roundPlace.key}/${rest}`;
