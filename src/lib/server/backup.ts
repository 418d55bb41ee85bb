import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { dayOf } from '#lib/domain/day.ts';
import { keptSince } from '#lib/domain/retention.ts';
import { expireCopies, keepCopies } from './evidence/copies.ts';
import { evidenceFolder } from './evidence/files.ts';
import { BUSY_TIMEOUT } from './db/checkpoints.ts';
import { deletionsFile, mergeDeletions } from './db/deletions.ts';
import { copyDatabase } from './db/copy-database.ts';

/**
 * Copies a database, also while the service writes to it, into a folder and removes the backups there that are older
 * than D16 allows. The copy holds everything that was confirmed before the call, has been checked and is synced. The
 * list of deletions lies there, too, for the case that the disk of the database is lost, and each file of evidence once. Returns its path, `<database>.<moment in UTC>.backup`.
 */
export function backUp(file: string, folder: string, now: Date): string {
	const moment = now.toISOString().slice(0, 19).replaceAll(':', '-');
	const target = join(folder, `${basename(file)}.${moment}Z.backup`);
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const source = new Database(file, { fileMustExist: true, readonly: true, timeout: BUSY_TIMEOUT });
	try {
		copyDatabase(source, target);
	} finally {
		source.close();
	}
	const copies = evidenceFolder(join(folder, basename(file)));
	keepCopies(file, copies, now);
	if (copies !== evidenceFolder(file)) expireCopies(copies, dayOf(now));
	// Last, so that a file that has gone meanwhile stands on it.
	mergeDeletions(deletionsFile(file), deletionsFile(join(folder, basename(file))));
	expireBackups(file, folder, dayOf(now));
	return target;
}

/** Removes the backups of a database in a folder, those before migrations too, that are older than D16 allows. */
export function expireBackups(file: string, folder: string, today: string): void {
	for (const name of readdirSync(folder)) {
		const day = /^\.(\d{4}-\d{2}-\d{2})\S*\.backup(-wal)?$/.exec(name.slice(basename(file).length))?.[1];
		const isOurs = name.startsWith(basename(file)) && day !== undefined;
		if (isOurs && day < keptSince(today).backup) rmSync(join(folder, name));
	}
}
