/**
 * The built service with a town for each door that changes something, so that no call finds what another has changed.
 * Doors that only read share a town, and a foreign town is enough for all, since nobody may change it from elsewhere.
 */
import { PHASES } from '#lib/domain/round/round.ts';
import { loadInstruments } from '#lib/instruments/index.ts';
import type { Db } from '#lib/server/db/open.ts';
import { invitation } from '#lib/server/db/schema-rounds.ts';
import { today } from '#lib/server/today.ts';
import { endToday } from './answered-round.ts';
import { openFilled, type Opened } from './services.ts';
import { townMaker, type Town, type Wanted } from './towns.ts';

export interface House {
	origin: string;
	/** of the database */
	file: string;
	/** the town that belongs to a door, and one of somebody else */
	towns: Map<string, { own: Town; foreign: Town }>;
}

/** What a door needs of the town in which it is called. */
function wantedFor(door: string, verified: boolean): Wanted {
	if (door.startsWith('/assessments/[key]/rounds/')) return { verified, phases: PHASES };
	if (door.startsWith('/reviews/[grant]')) return { verified, phases: ['closed'] };
	if (door.startsWith('/assessments/[key]/comparison')) return { verified, phases: ['closed'] };
	if (door.startsWith('/meeting')) return { verified, phases: ['consensus'] };
	if (door.startsWith('/answer')) return { verified, phases: ['collecting'] };
	return { verified, phases: door.startsWith('/preview') ? ['draft'] : [] };
}

interface Needed {
	door: string;
	verified: boolean;
	/** changes nothing */
	reads?: boolean;
}

/** Builds the towns that doors need, and opens the house. */
export function openHouse(doors: readonly Needed[]): Promise<Opened<House>> {
	return openFilled('house', (db, { keyFolder }) => furnish(doors, db, keyFolder), {
		env: { OPERATOR_EMAIL: 'betrieb@standort.example' }
	});
}

async function furnish(doors: readonly Needed[], db: Db, keys: string) {
	loadInstruments();
	const makeTown = townMaker(db, keys);
	const foreign = await makeTown({ verified: true, phases: PHASES });
	const read = new Map<boolean, Town>();
	const townToRead = async (verified: boolean) => {
		const town = read.get(verified) ?? (await makeTown({ verified, phases: PHASES }));
		read.set(verified, town);
		return town;
	};
	const towns: House['towns'] = new Map();
	for (const { door, verified, reads = false } of doors) {
		const own = reads ? await townToRead(verified) : await makeTown(wantedFor(door, verified));
		towns.set(door, { own, foreign });
	}
	await endToday(db);
	// No letters wait to be sent, so that what changes is what was called.
	await db.write((writer) => writer.update(invitation).set({ sentOn: today() }).run());
	return { file: db.file, towns };
}
