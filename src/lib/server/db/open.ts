import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { groupCommit } from './group-commit.ts';
import * as schema from './schema.ts';
import { StorageBroken } from './storage-error.ts';

export type Reader = BetterSQLite3Database<typeof schema>;
export type Writer = Reader;

/** The door to the data: many readers, one writer. */
export interface Db {
	/** read-only connection; it sees everything that `write` has confirmed */
	read: Reader;
	/**
	 * Runs a synchronous job in a transaction; resolves with its value only after the commit has been synced.
	 * Rejects with what the job throws (the job then has changed nothing), with `StorageFull` or `StorageBroken`.
	 */
	write<T>(job: (writer: Writer) => T): Promise<T>;
	/** Carries out what still waits, then closes; later jobs are rejected with `StorageBroken`. */
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
	const queue = groupCommit(client, () => undefined);
	return {
		read: drizzle({ client: readClient, schema, casing: 'snake_case' }),
		write: (job) => queue.write(() => job(writer)),
		close() {
			queue.flush();
			queue.stop(new StorageBroken('The database is closed'));
			readClient.close();
			client.close();
		}
	};
}
