import type Database from 'better-sqlite3';

/** Pages in the log that are worth copying into the database. */
const WORTH_COPYING = 1000;
/** Milliseconds without a commit after which the log is emptied; deleted answers leave the disk with it. */
const IDLE = 500;
/** Bytes to which SQLite cuts the log when it starts it anew. */
const LOG_SIZE_LIMIT = 16 * 1024 * 1024;

/**
 * Keeps the write-ahead log short. Our own checkpoints instead of SQLite's automatic ones, because those hide a
 * failed sync. `attempt` runs a checkpoint and deals with its errors.
 */
export function checkpoints(client: Database.Database, attempt: (checkpoint: () => void) => void) {
	client.pragma('wal_autocheckpoint = 0');
	client.pragma(`journal_size_limit = ${LOG_SIZE_LIMIT}`);
	const measure = client.prepare<[], { log: number; checkpointed: number }>('PRAGMA wal_checkpoint(NOOP)');
	const copy = client.prepare('PRAGMA wal_checkpoint(PASSIVE)');
	const empty = client.prepare<[], { busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)');
	const idle = setTimeout(() => attempt(truncate), IDLE).unref();

	/** Copies everything and empties the log, unless somebody reads in it: then once more when idle. */
	function truncate() {
		client.pragma('busy_timeout = 0');
		const busy = empty.get()?.busy;
		client.pragma(`busy_timeout = ${BUSY_TIMEOUT}`);
		if (busy) idle.refresh();
	}

	function afterCommit() {
		idle.refresh();
		const state = measure.get();
		if (state && state.log - state.checkpointed >= WORTH_COPYING) copy.get();
	}

	return {
		afterCommit: () => attempt(afterCommit),
		/** the last checkpoint before closing */
		finish() {
			attempt(truncate);
			clearTimeout(idle);
		}
	};
}

/** Milliseconds to wait for a lock that another process holds, such as a backup that starts. */
export const BUSY_TIMEOUT = 5000;
