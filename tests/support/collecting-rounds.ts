/** Stories of a round that collects: the built server with one of many people, one of few, and one whose time is over. */
import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { addDays } from '#lib/domain/day.ts';
import { startCollecting } from '#lib/server/rounds/collecting.ts';
import { invitation, response, round } from '#lib/server/db/schema-rounds.ts';
import type { Db } from '#lib/server/db/open.ts';
import { today } from '#lib/server/today.ts';
import { test as base } from './browser.ts';
import { ORGANISERS } from './held-meeting.ts';
import { makeRound } from './making-rounds.ts';
import { OPENING, openFilled, type Site } from './services.ts';
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

async function makeRounds(db: Db, { keyFolder: keys }: Site): Promise<Pick<CollectingRounds, 'rounds'>> {
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
	return { rounds };
}

const open = () => openFilled('collecting', makeRounds, { env: { ORGANISER_SECOND_FACTOR: 'optional' } });

/** A `test` whose addresses lead to these rounds. */
export const test = base.extend<{ collecting: CollectingRounds }>({
	collecting: [({ services }, use) => services.use(open).then(use), OPENING],
	baseURL: ({ collecting }, use) => use(collecting.origin)
});
