/** Stories of a round that collects: the built server with one of many people, one of few, and one whose time is over. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { addDays } from '#lib/domain/day.ts';
import { startCollecting } from '#lib/server/rounds/collecting.ts';
import { invitation, response, round } from '#lib/server/db/schema-rounds.ts';
import { openDatabase, type Db } from '#lib/server/db/open.ts';
import { initKeys } from '#lib/server/keys.ts';
import { today } from '#lib/server/today.ts';
import { test as base } from './browser.ts';
import { startBuiltServer } from './built-server.ts';
import { ORGANISERS } from './held-meeting.ts';
import { makeRound } from './making-rounds.ts';
import { addParticipant } from './town-hall.ts';

export interface CollectingRounds {
	origin: string;
	/** ids: twelve of staff and seven of two small groups have answered; two people; nobody, and the last day has passed */
	rounds: Record<'many' | 'few' | 'over', string>;
}

/** People of a role: how many are invited, and how many of them submitted yesterday. */
type People = Record<string, { invited: number; submitted: number }>;

/** @param keys folder of the keys that the server will use */
export async function makeCollecting(db: Db, keys: string, people: People, title: string): Promise<string> {
	const id = await makeRound(db, { title, collectUntil: addDays(today(), 9) });
	await db.write((writer) => {
		for (const [role, { invited }] of Object.entries(people))
			for (let index = 0; index < invited; index++)
				writer
					.insert(invitation)
					.values({
						id: randomBytes(16).toString('hex'),
						assessmentId: id,
						role,
						email: `${role}-${index}@musterau.de`
					})
					.run();
	});
	const refusal = await startCollecting(db, keys, id, today());
	if (refusal) throw new Error(`The round did not start: ${JSON.stringify(refusal)}`);
	await db.write((writer) => {
		for (const [role, { invited, submitted }] of Object.entries(people))
			for (let index = 0; index < submitted; index++)
				writer
					.insert(response)
					.values({
						key: randomBytes(32).toString('base64url'),
						assessmentId: id,
						role: invited < 5 ? 'others' : role,
						submittedOn: addDays(today(), -1)
					})
					.run();
	});
	return id;
}

async function makeRounds(db: Db, keys: string): Promise<CollectingRounds['rounds']> {
	const rounds = {
		many: await makeCollecting(
			db,
			keys,
			{
				staff: { invited: 20, submitted: 12 },
				treasury: { invited: 3, submitted: 3 },
				leadership: { invited: 4, submitted: 4 }
			},
			'Viele'
		),
		few: await makeCollecting(db, keys, { staff: { invited: 8, submitted: 2 } }, 'Wenige'),
		over: await makeCollecting(db, keys, {}, 'Vorbei')
	};
	await db.write((writer) => {
		const past = { collectUntil: addDays(today(), -2), collectingSince: addDays(today(), -20) };
		writer.update(round).set(past).where(eq(round.assessmentId, rounds.over)).run();
	});
	await addParticipant(db, [{ email: ORGANISERS[0], role: 'organiser' }]);
	return rounds;
}

/** @param name beginning of the name of its folder */
async function withRounds(name: string, use: (rounds: CollectingRounds) => Promise<void>): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), name));
	const db = openDatabase(join(folder, 'standort.db'));
	initKeys(db, join(folder, 'keys'));
	const rounds = await makeRounds(db, join(folder, 'keys'));
	db.close();
	const server = await startBuiltServer({
		folder,
		env: { ADDRESS_HEADER: 'x-forwarded-for', ORGANISER_SECOND_FACTOR: 'optional' }
	});
	await use({ origin: server.origin, rounds });
	await server.stop();
	rmSync(folder, { recursive: true });
}

/** A `test` whose addresses lead to these rounds. */
export const test = base.extend<object, { collecting: CollectingRounds }>({
	collecting: [
		({ browserName }, use) => withRounds(`standort-collecting-${browserName}-`, use),
		{ scope: 'worker', timeout: 120_000 }
	],
	baseURL: ({ collecting }, use) => use(collecting.origin)
});
