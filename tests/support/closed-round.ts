/** Closed rounds of a made-up town, on which people gave a level each to every statement. */
import { eq } from 'drizzle-orm';
import { itemsOf } from '#lib/domain/instrument/instrument.ts';
import type { Level } from '#lib/domain/answering/rating.ts';
import type { RoundSettings } from '#lib/domain/round/round.ts';
import { findInstrument, type LoadedInstrument } from '#lib/instruments/index.ts';
import { closeRound } from '#lib/server/rounds/closing.ts';
import type { Db } from '#lib/server/db/open.ts';
import { decide, findMeeting } from '#lib/server/meeting/meetings.ts';
import { assessment } from '#lib/server/db/schema.ts';
import { makeAnsweredRound, requireMade, type Answered } from './answered-round.ts';

interface Closing extends Partial<RoundSettings> {
	closedOn?: string;
	/** false: the meeting still goes on */
	closed?: boolean;
	/** the texts that were asked, where not those in force */
	sealed?: LoadedInstrument | undefined;
	/** what people answered, in place of one level each */
	people?: readonly Answered[];
	/** what the meeting decides on everything on its agenda */
	decision?: Level | 'accepted';
}

/** @param levels one of each person, on everything; gives the id of the round */
export async function makeClosedRound(
	db: Db,
	levels: readonly Level[],
	{ closedOn = '2027-01-15', closed = true, sealed, people, decision = 'accepted', ...settings }: Closing = {}
): Promise<string> {
	const variant = settings.variant ?? 'short';
	const used = sealed ?? currentOf();
	const items = itemsOf(used.instrument, variant).map(({ id }) => id);
	const everybody =
		people ??
		levels.map((level) => ({ role: 'others', answers: Object.fromEntries(items.map((item) => [item, level])) }));
	const id = await makeAnsweredRound(db, everybody, settings);
	if (sealed)
		await db.write((writer) =>
			writer.update(assessment).set({ instrumentVersion: sealed.instrument.version }).where(eq(assessment.id, id)).run()
		);
	const { open } = await findMeeting(db, requireMade(db, id), used.instrument);
	const entry = { settlement: decision, reason: 'so beschlossen', dissent: '' };
	for (const itemId of open) await decide(db, id, { itemId, revision: 0 }, entry, used.instrument);
	if (closed) {
		const refusal = await closeRound(db, id, used, { userId: undefined, today: closedOn });
		if (refusal) throw new Error(`The round was not closed: ${JSON.stringify(refusal)}`);
	}
	return id;
}

function currentOf(): LoadedInstrument {
	const found = findInstrument('standort-2030', '1.0.0');
	if (!found) throw new Error('The instrument is missing');
	return found;
}
