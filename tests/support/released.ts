/** Databases of closed rounds, and orders to build a release from them. */
import { dirname, join } from 'node:path';
import type { BuildOrder } from '#lib/server/releases/release-building.ts';
import { insertRounds, spreadRounds } from './rounds.ts';
import { openTemporaryDatabase } from './temporary-database.ts';

/** For rounds closed by the first of November, built on the 25th. */
export const order = ({ file }: { file: string }, changes: Partial<BuildOrder> = {}): BuildOrder => ({
	file,
	keyFolder: join(dirname(file), 'keys'),
	cutoff: '2026-11-01',
	today: '2026-11-25',
	demonstration: false,
	...changes
});

/** With so many municipalities, each with a round that counts. */
export async function databaseWith(count: number) {
	const db = openTemporaryDatabase();
	await insertRounds(db, spreadRounds(count));
	return db;
}
