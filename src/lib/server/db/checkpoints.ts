import { setTimeout as pause } from 'node:timers/promises';
import type Database from 'better-sqlite3';

/** Milliseconds to wait for a lock that another process holds, such as a backup that starts. */
export const BUSY_TIMEOUT = 5000;
/** Pages in the log that are worth copying into the database. */
const WORTH_COPYING = 1000;
/** Milliseconds without a commit after which the log is emptied; what was deleted leaves the disk with it. */
const IDLE = 500;
/** Bytes to which SQLite cuts the log when it starts it anew. */
const LOG_SIZE_LIMIT = 16 * 1024 * 1024;
/** Pages in the log (32 MB) after which saving waits until readers have let it be emptied … */
const TOO_LONG = 8000;
/** … for at most so many milliseconds, since a reader that never ends must not end saving. */
const LONGEST_WAIT = 5000;
const RETRY = 10;

/**
 * Keeps the write-ahead log short: our own checkpoints instead of SQLite's, because those hide a failed sync.
 * `failed` is told every error of a checkpoint.
 */
export function checkpoints(client: Database.Database, failed: (error: unknown) => void) {
	client.pragma('wal_autocheckpoint = 0');
	client.pragma(`journal_size_limit = ${LOG_SIZE_LIMIT}`);
	const measure = client.prepare<[], State>('PRAGMA wal_checkpoint(NOOP)');
	const copy = client.prepare<[], State>('PRAGMA wal_checkpoint(PASSIVE)');
	const empty = client.prepare<[], State>('PRAGMA wal_checkpoint(TRUNCATE)');
	const idle = setTimeout(() => truncate() || idle.refresh(), IDLE).unref();
	let tooLong = TOO_LONG;

	/** Copies everything and empties the log; false while somebody reads in it. */
	function truncate(): boolean {
		try {
			client.pragma('busy_timeout = 0');
			return empty.get()?.busy === 0;
		} catch (error) {
			failed(error);
			return true;
		} finally {
			client.pragma(`busy_timeout = ${BUSY_TIMEOUT}`);
		}
	}

	/** The state of the log after the copy that was due, if one was. */
	function copyWhenDue(): State | undefined {
		try {
			const state = measure.get();
			return state && state.log - state.checkpointed >= WORTH_COPYING ? copy.get() : state;
		} catch (error) {
			failed(error);
			return undefined;
		}
	}

	async function waitForReaders(log: number) {
		const end = performance.now() + LONGEST_WAIT;
		while (client.open && !truncate()) {
			tooLong = log + TOO_LONG;
			if (performance.now() > end) return;
			await pause(RETRY);
		}
		tooLong = TOO_LONG;
	}

	return {
		/** Resolves when the next group may be written; undefined for at once. */
		afterCommit(): Promise<void> | undefined {
			idle.refresh();
			const log = copyWhenDue()?.log ?? 0;
			return log > tooLong ? waitForReaders(log) : undefined;
		},
		/** The last checkpoint, before closing. */
		finish() {
			truncate();
			clearTimeout(idle);
		}
	};
}

interface State {
	busy: number;
	/** pages in the log, and how many of them are in the database already */
	log: number;
	checkpointed: number;
}
