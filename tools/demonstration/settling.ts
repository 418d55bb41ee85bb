/** What the meetings of the demonstration's rounds settle. */
import type { MeetingItem } from '#lib/domain/meeting/meeting.ts';
import type { LoadedInstrument } from '#lib/instruments/index.ts';
import { closeRound } from '#lib/server/rounds/closing.ts';
import type { Db } from '#lib/server/db/open.ts';
import { decide, findMeeting } from '#lib/server/meeting/meetings.ts';
import { readRound } from '#lib/server/rounds/rounds.ts';
import type { Chance } from './chance.ts';
import { reasonFrom } from './meeting.ts';
import { nearestLevel } from './responses.ts';

interface Settling {
	loaded: LoadedInstrument;
	chance: Chance;
	userId: string;
	today: string;
}

/** Where not even a mean may be shown, people talk themselves into this. */
const AGREED = 2;

/** Settles what stands on the agenda, from its top, so many items at most. */
export async function settle(db: Db, roundId: string, { loaded, chance }: Settling, most: number): Promise<void> {
	const round = readRound(db.read, roundId);
	if (!round) throw new Error('There is no such round');
	const { open, items } = await findMeeting(db, round, loaded.instrument);
	for (const itemId of open.slice(0, most)) {
		const level = nearestLevel(meanOf(items.find(({ item }) => item === itemId)));
		const entry = { settlement: level, reason: reasonFrom(chance), dissent: '' };
		await decide(db, roundId, { itemId, revision: 0 }, entry, loaded.instrument);
	}
}

const meanOf = (item: MeetingItem | undefined) => (typeof item?.seen.mean === 'number' ? item.seen.mean : AGREED);

/** Settles everything and closes the round. */
export async function settleAndClose(db: Db, roundId: string, settling: Settling): Promise<void> {
	await settle(db, roundId, settling, Infinity);
	const refused = await closeRound(db, roundId, settling.loaded, settling);
	if (refused) throw new Error(`The round was not closed: ${JSON.stringify(refused)}`);
}
