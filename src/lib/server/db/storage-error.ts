import Database from 'better-sqlite3';

/** The disk is full: nothing of this save is stored, reading goes on, and saving works again once there is room. */
export class StorageFull extends Error {
	override readonly name = 'StorageFull';
}

/** The disk failed, or the database was closed: nothing is stored until the service has been started again. */
export class StorageBroken extends Error {
	override readonly name = 'StorageBroken';
}

/** SQLite names a full disk by the last one when it cannot enlarge the index of its log. */
const FULL = ['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE'];
const BROKEN = /^SQLITE_(IOERR|CORRUPT|NOTADB|CANTOPEN|READONLY|PROTOCOL)/;

/** Names the errors of SQLite that mean a full or a failing disk; everything else is returned as it is. */
export function storageError(error: unknown): unknown {
	// Drizzle wraps some errors of SQLite.
	const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
	if (cause instanceof StorageFull || cause instanceof StorageBroken) return cause;
	if (!(cause instanceof Database.SqliteError)) return error;
	if (FULL.includes(cause.code)) return new StorageFull('The disk is full', { cause });
	if (BROKEN.test(cause.code)) return new StorageBroken(`The disk failed (${cause.code})`, { cause });
	return error;
}
