import Database from 'better-sqlite3';
import { StartRefusal } from './start-refusal.ts';

/** Earlier ones could lose confirmed commits when the write-ahead log was started anew. */
const SQLITE_MINIMUM = [3, 51, 3];

/** @throws StartRefusal `sqliteTooOld` below 3.51.3 */
export function refuseOldSqlite(version: string): void {
	const parts = version.split('.').map(Number);
	const differing = SQLITE_MINIMUM.findIndex((part, index) => part !== parts[index]);
	if (differing >= 0 && (parts[differing] ?? 0) < (SQLITE_MINIMUM[differing] ?? 0)) {
		throw new StartRefusal('sqliteTooOld', version);
	}
}

/** @throws StartRefusal `corrupted` */
export function refuseCorruption(client: Database.Database, file: string): void {
	const fault = client.pragma('quick_check(1)', { simple: true });
	if (fault !== 'ok') throw new StartRefusal('corrupted', file, { cause: fault });
}

/** @throws StartRefusal `notDurable` where commits are not synced, or the disk does not allow a write-ahead log */
export function refuseUnsynced(client: Database.Database, file: string): void {
	const journal = client.pragma('journal_mode', { simple: true });
	const synchronous = client.pragma('synchronous', { simple: true });
	if (journal !== 'wal' || synchronous !== 2) throw new StartRefusal('notDurable', file);
}

/** The refusal that an error while opening means. */
export function refusalFor(error: unknown, file: string): unknown {
	if (error instanceof Database.SqliteError && /^SQLITE_(NOTADB|CORRUPT)/.test(error.code)) {
		return new StartRefusal('corrupted', file, { cause: error });
	}
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	const unreachable = /^(SQLITE_(CANTOPEN|READONLY|PERM|FULL|IOERR)|EACCES|EPERM|EROFS|ENOSPC|ENOTDIR|EISDIR|EEXIST)/;
	return unreachable.test(code) ? new StartRefusal('notReachable', file, { cause: error }) : error;
}
