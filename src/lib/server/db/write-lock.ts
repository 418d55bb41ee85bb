import Database from 'better-sqlite3';
import { StartRefusal } from './start-refusal.ts';

/**
 * Claims the right to write to a database for this process: the service and the commands that write exclude each
 * other. The claim is an open transaction in an empty file beside it, so that it ends with the process however it ends.
 * @throws StartRefusal `inUse` while somebody else holds it
 */
export function claimWriteLock(file: string): { release(): void } {
	const claim = new Database(`${file}.lock`, { timeout: 0 });
	try {
		claim.exec('BEGIN EXCLUSIVE');
	} catch (error) {
		claim.close();
		if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') throw new StartRefusal('inUse', file);
		throw error;
	}
	return { release: () => claim.close() };
}
