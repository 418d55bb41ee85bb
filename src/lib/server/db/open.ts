import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { dayOf } from '#lib/domain/day.ts';
import { BUSY_TIMEOUT, checkpoints } from './checkpoints.ts';
import { openDeletions, type Deletions } from './deletions.ts';
import { groupCommit } from './group-commit.ts';
import { refusalFor, refuseCorruption, refuseOldSqlite, refuseUnsynced } from './inspect.ts';
import { migrate, migrationsFolder, planMigration } from './migrate.ts';
import { openReader, type Reader } from './reader.ts';
import * as schema from './schema.ts';
import { guardStatements } from './statements.ts';
import { StorageBroken, storageError } from './storage-error.ts';
import { claimWriteLock } from './write-lock.ts';

export type { Reader };
export type Writer = Reader;

/** The door to the data: many readers, one writer. */
export interface Db {
	/** the database file, which workers open for themselves */
	file: string;
	/** read-only connection; it sees everything that `write` has confirmed */
	read: Reader;
	/**
	 * Runs a synchronous job in a transaction; resolves with its value only after the commit has been synced.
	 * Rejects with what the job throws (the job then has changed nothing), with `StorageFull` or `StorageBroken`.
	 */
	write<T>(job: (writer: Writer) => T): Promise<T>;
	/** For better-auth's adapter alone, which writes statement by statement; each is committed and synced by itself. */
	statements: Writer;
	/** what was deleted, for the day on which a backup is restored */
	deletions: Deletions;
	/** Carries out what still waits, then closes; later jobs are rejected with `StorageBroken`. */
	close(): void;
}

/**
 * Opens the file (making it where there is none), migrates it after a backup, deletes again what a restored backup has
 * brought back, and returns the door.
 * @param migrations folder of the migrations, in tests another than the program's
 * @throws StartRefusal with a sentence for whoever runs the service
 */
export function openDatabase(file: string, migrations = migrationsFolder()): Db {
	let lock: ReturnType<typeof claimWriteLock> | undefined;
	let client: Database.Database | undefined;
	try {
		mkdirSync(dirname(file), { recursive: true });
		// SQLite gives its log the rights of the file. Touching one that is open would drop the locks of this process.
		if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
		lock = claimWriteLock(file);
		client = new Database(file, { timeout: BUSY_TIMEOUT });
		prepareFile(client, file, migrations);
		return openDoor(client, file, openDeletions(client, file), lock);
	} catch (error) {
		client?.close();
		lock?.release();
		throw refusalFor(error, file);
	}
}

/** Refuses before anything is changed, then sets up and migrates. */
function prepareFile(client: Database.Database, file: string, migrations: string) {
	refuseOldSqlite(client.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '');
	refuseCorruption(client, file);
	const plan = planMigration(client, file, migrations);
	client.pragma('journal_mode = WAL');
	client.pragma('synchronous = FULL');
	client.pragma('foreign_keys = ON');
	client.pragma('secure_delete = ON');
	refuseUnsynced(client, file);
	migrate(client, file, plan, dayOf(new Date()));
}

function openDoor(client: Database.Database, file: string, deletions: Deletions, lock: { release(): void }): Db {
	const read = openReader(file);
	const writer = drizzle({ client, schema, casing: 'snake_case' });
	const log = checkpoints(client, (error) => {
		const reason = storageError(error);
		if (reason instanceof StorageBroken) queue.stop(reason);
	});
	const queue = groupCommit(client, log.afterCommit);
	return {
		file,
		read,
		deletions,
		write: (job) => queue.write(() => job(writer)),
		statements: drizzle({ client: guardStatements(client, queue), schema, casing: 'snake_case' }),
		close() {
			if (!client.open) return;
			queue.flush();
			if (!queue.stopped()) log.finish();
			// Whoever closes last copies the log, if it may write; after a failed sync nobody must.
			const order = queue.stopped() ? [client, read.$client] : [read.$client, client];
			queue.stop(new StorageBroken('The database is closed'));
			order.forEach((connection) => connection.close());
			lock.release();
		}
	};
}
