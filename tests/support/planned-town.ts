/** A verified town with two closed rounds and a third in consensus, and the built server that shows its plan. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NamedHurdle } from '#lib/domain/hurdle.ts';
import { itemsOf } from '#lib/domain/instrument.ts';
import { HURDLES_QUESTION } from '#lib/domain/question.ts';
import type { Level } from '#lib/domain/rating.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { closeRound } from '#lib/server/closing.ts';
import { openDatabase, type Db } from '#lib/server/db/open.ts';
import { participant } from '#lib/server/db/schema-accounts.ts';
import { decide, findMeeting } from '#lib/server/meetings.ts';
import { makeAnsweredRound, requireMade, type Answered } from './answered-round.ts';
import { test as base } from './browser.ts';
import { startBuiltServer } from './built-server.ts';
import { MADE_ON, roundPlace } from './making-rounds.ts';
import { addParticipant } from './town-hall.ts';

/** The item that the later round finds a level higher. */
export const IMPROVED = 'D1.1';
/** Named by six of eight people in the later round, by whom it blocks things. */
export const BLOCKING: NamedHurdle = { id: 'H05', severity: 3 };
/** Named by one alone, which nobody may see. */
export const RARE: NamedHurdle = { id: 'H01', severity: 1 };

export const PLANNERS = { kim: 'kim@musterau.example', mika: 'mika@musterau.example' } as const;
export const READER = 'robin@musterau.example';

export interface PlannedTown {
	origin: string;
	/** ids of the two closed rounds and of the one in consensus */
	rounds: Record<'earlier' | 'later' | 'next', string>;
}

/** Eight people who say the same of every item. */
export function agreeing(
	levels: Record<string, Level>,
	hurdles: (index: number) => NamedHurdle[] = () => []
): Answered[] {
	const items = itemsOf(currentInstrument().instrument, 'short').map(({ id }) => id);
	return Array.from({ length: 8 }, (_, index) => ({
		role: 'staff',
		answers: {
			...Object.fromEntries(items.map((id) => [id, levels[id] ?? (2 as const)])),
			...(hurdles(index).length > 0 && { [HURDLES_QUESTION]: { hurdles: hurdles(index) } })
		}
	}));
}

/** Makes a round of these people and closes it on a day; gives its id. */
export async function makeClosedRound(db: Db, people: Answered[], title: string, closedOn: string): Promise<string> {
	const id = await makeAnsweredRound(db, people, { title });
	const loaded = currentInstrument();
	const { open } = await findMeeting(db, requireMade(db, id), loaded.instrument);
	const settled = { settlement: 2, reason: 'so beschlossen', dissent: '' } as const;
	for (const itemId of open) await decide(db, id, { itemId, revision: 0 }, settled, loaded.instrument);
	await closeRound(db, id, loaded, { userId: undefined, today: closedOn });
	return id;
}

/** Makes the town's rounds. */
export async function makePlannedTown(db: Db): Promise<PlannedTown['rounds']> {
	const named = (index: number) => [...(index < 6 ? [BLOCKING] : []), ...(index === 0 ? [RARE] : [])];
	const rounds = {
		earlier: await makeClosedRound(db, agreeing({}), 'Herbst 2024', '2024-11-20'),
		later: await makeClosedRound(db, agreeing({ [IMPROVED]: 3 }, named), 'Herbst 2025', '2025-11-20'),
		next: await makeAnsweredRound(db, agreeing({ [IMPROVED]: 4 }), { title: 'Herbst 2026' })
	};
	await addParticipant(db, [
		...Object.values(PLANNERS).map((email) => ({ email, role: 'organiser' as const })),
		{ email: READER, role: 'observer' }
	]);
	await db.write((writer) => writer.update(participant).set({ verifiedOn: MADE_ON, verifiedBy: 'operator' }).run());
	return rounds;
}

async function withTown(name: string, use: (town: PlannedTown) => Promise<void>): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), name));
	const db = openDatabase(join(folder, 'standort.db'));
	const rounds = await makePlannedTown(db);
	db.close();
	const env = { ADDRESS_HEADER: 'x-forwarded-for', ORGANISER_SECOND_FACTOR: 'optional' };
	const server = await startBuiltServer({ folder, env });
	await use({ origin: server.origin, rounds });
	await server.stop();
	rmSync(folder, { recursive: true });
}

/** A `test` whose addresses lead to this town. */
export const test = base.extend<object, { town: PlannedTown }>({
	town: [
		({ browserName }, use) => withTown(`standort-plan-${browserName}-`, use),
		{ scope: 'worker', timeout: 120_000 }
	],
	baseURL: ({ town }, use) => use(town.origin)
});

/** The address of the town's pages. */
export const placeOf = (rest: string) => `/assessments/${roundPlace.key}/${rest}`;
