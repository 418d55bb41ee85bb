import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import * as schema from './schema.ts';

export type Reader = BetterSQLite3Database<typeof schema>;
export type Writer = Reader;

/** The door to the data: many readers, one writer. */
export interface Db {
	/** read-only connection */
	read: Reader;
	/** Runs a synchronous job in a transaction; resolves with its value only after the commit has been synced. */
	write<T>(job: (writer: Writer) => T): Promise<T>;
	close(): void;
}

/** Opens the file (making it where there is none), migrates it and returns the door. */
export function openDatabase(file: string): Db {
	mkdirSync(dirname(file), { recursive: true });
	const client = new Database(file);
	client.pragma('journal_mode = WAL');
	client.pragma('synchronous = FULL');
	client.pragma('foreign_keys = ON');
	client.pragma('secure_delete = ON');
	const writer = drizzle({ client, schema, casing: 'snake_case' });
	migrate(writer, { migrationsFolder: 'drizzle' });
	const readClient = new Database(file, { readonly: true });
	const read = drizzle({ client: readClient, schema, casing: 'snake_case' });
	return {
		read,
		write: async (job) => client.transaction(() => job(writer)).immediate(),
		close() {
			readClient.close();
			client.close();
		}
	};
}
