/** Rounds that take no answers any more, with a link that was sent for them. */
import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { itemsOf } from '#lib/domain/instrument/instrument.ts';
import type { RoundSettings } from '#lib/domain/round/round.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { closeRound } from '#lib/server/rounds/closing.ts';
import type { Db } from '#lib/server/db/open.ts';
import { round } from '#lib/server/db/schema-rounds.ts';
import { decide, findMeeting } from '#lib/server/meeting/meetings.ts';
import { sha256 } from '#lib/server/sha256.ts';
import { today } from '#lib/server/today.ts';
import { makeAnsweredRound, requireMade, type Answered } from './answered-round.ts';

/** Everybody says 3 of everything. */
function agreeing(count: number): Answered[] {
	const items = itemsOf(currentInstrument().instrument, 'short');
	return Array.from({ length: count }, () => ({
		role: 'others',
		answers: Object.fromEntries(items.map(({ id }) => [id, 3 as const]))
	}));
}

/** Makes a round in consensus, or closed; gives its id and the address of a personal link. */
export async function makeEnded(db: Db, changes: Partial<RoundSettings>, close: boolean) {
	const id = await makeAnsweredRound(db, agreeing(6), changes);
	const sealed = currentInstrument();
	if (close) {
		const { open } = await findMeeting(db, requireMade(db, id), sealed.instrument);
		const settled = { settlement: 3, reason: 'so beschlossen', dissent: '' } as const;
		for (const itemId of open) await decide(db, id, { itemId, revision: 0 }, settled, sealed.instrument);
		const refusal = await closeRound(db, id, sealed, { userId: undefined, today: today() });
		if (refusal) throw new Error(`The round did not close: ${JSON.stringify(refusal)}`);
	}
	const linkPart = randomBytes(16).toString('hex');
	await db.write((writer) =>
		writer
			.update(round)
			.set({ linkHash: sha256(linkPart) })
			.where(eq(round.assessmentId, id))
			.run()
	);
	return { id, link: `/answer/${linkPart}-${randomBytes(16).toString('hex')}` };
}
