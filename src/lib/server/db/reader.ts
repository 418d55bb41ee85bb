/** Reading apart from the door to the data, so that a worker need not load all of that. */
import Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { BUSY_TIMEOUT } from './checkpoints.ts';
import * as schema from './schema.ts';

export type Reader = BetterSQLite3Database<typeof schema>;

/** A read-only connection, for the door itself and for workers and other processes beside it. */
export function openReader(file: string): Reader & { $client: Database.Database } {
	const client = new Database(file, { readonly: true, timeout: BUSY_TIMEOUT });
	return drizzle({ client, schema, casing: 'snake_case' });
}
