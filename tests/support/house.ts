/** The built service with a town for each door that is called, so that no call finds what another has changed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PHASES } from '#lib/domain/round/round.ts';
import { loadInstruments } from '#lib/instruments/index.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { invitation } from '#lib/server/db/schema-rounds.ts';
import { initKeys } from '#lib/server/keys.ts';
import { today } from '#lib/server/today.ts';
import { endToday } from './answered-round.ts';
import { startBuiltServer } from './built-server.ts';
import { townMaker, type Town, type Wanted } from './towns.ts';

export interface House {
	origin: string;
	/** of the database */
	file: string;
	close(): Promise<void>;
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

/** Builds a town and a foreign one for each door, and opens the house. */
export async function openHouse(doors: readonly { door: string; verified: boolean }[]): Promise<House> {
	loadInstruments();
	const folder = mkdtempSync(join(tmpdir(), 'standort-house-'));
	const file = join(folder, 'standort.db');
	const db = { ...openDatabase(file), file };
	const keys = join(folder, 'keys');
	initKeys(db, keys);
	const makeTown = townMaker(db, keys);
	const towns: House['towns'] = new Map();
	for (const { door, verified } of doors) {
		const wanted = wantedFor(door, verified);
		towns.set(door, { own: await makeTown(wanted), foreign: await makeTown(wanted) });
	}
	await endToday(db);
	// No letters wait to be sent, so that what changes is what was called.
	await db.write((writer) => writer.update(invitation).set({ sentOn: today() }).run());
	db.close();
	const env = { ADDRESS_HEADER: 'x-forwarded-for', OPERATOR_EMAIL: 'betrieb@standort.example' };
	const server = await startBuiltServer({ folder, env });
	const close = async () => {
		await server.stop();
		rmSync(folder, { recursive: true });
	};
	return { origin: server.origin, file, towns, close };
}
