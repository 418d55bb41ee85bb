/** A meeting that somebody leads and whose screens are let in. */
import { currentInstrument } from '#lib/instruments/index.ts';
import { user } from '#lib/server/db/schema-accounts.ts';
import { takeChair } from '#lib/server/rounds/leading.ts';
import { admitScreens, readScreens, showItem } from '#lib/server/meeting/screens.ts';
import { castBallot, openVote } from '#lib/server/meeting/votes.ts';
import type { Level } from '#lib/domain/answering/rating.ts';
import type { RoundMode } from '#lib/domain/round/round.ts';
import { makeAnsweredRound, type Answered } from './answered-round.ts';
import { madeUpPeople } from './made-up-people.ts';
import { MADE_ON } from './making-rounds.ts';
import { openTemporaryDatabase } from './temporary-database.ts';

export const LED_ON = '2027-01-10';
/** account that leads; `mika` could take over */
export const LEADER = 'kim';
export const LEADS_AS = 'Stabsstelle Nachhaltigkeit';

/** @param people nine of all roles unless told otherwise */
export async function holdMeeting(people: Answered[] = madeUpPeople(9), mode: RoundMode = 'confidential') {
	const db = openTemporaryDatabase();
	const id = await makeAnsweredRound(db, people, { mode, leaders: [LEADS_AS] });
	const at = new Date(`${MADE_ON}T12:00:00Z`);
	await db.write((writer) => {
		for (const name of [LEADER, 'mika'])
			writer.insert(user).values({ id: name, name, email: name, createdAt: at, updatedAt: at }).run();
	});
	await takeChair(db, id, LEADER, LEADS_AS, LED_ON);
	await admitScreens(db, id, LEADER, LED_ON);
	const { instrument } = currentInstrument();
	const code = () => readScreens(db.read, id)?.code ?? '';
	const show = (itemId: string, today = LED_ON) => showItem(db, id, { userId: LEADER, itemId, today }, instrument);
	return {
		...{ db, id, code, show },
		/** opens a vote on an item; gives its number */
		async vote(itemId = 'D1.1') {
			await show(itemId);
			await openVote(db, id, LEADER, LED_ON);
			return readScreens(db.read, id)?.vote ?? 0;
		},
		/** @param expected how many phones take part */
		cast: (device: string, vote: number, level: Level | null, expected?: number) =>
			castBallot(db, id, { vote, level, device, code: code() }, { expected, today: LED_ON })
	};
}
