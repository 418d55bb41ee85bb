/**
 * Copies of the files of evidence, for backups: files never change, so that one folder beside all backups of a database
 * holds each once, until 30 days after it was last stored (D16).
 */
import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { dayOf } from '#lib/domain/day.ts';
import { keptSince } from '#lib/domain/retention.ts';
import { renameDurably, syncPath } from '#lib/server/db/durable-file.ts';
import type { Db } from '#lib/server/db/open.ts';
import { evidenceFile, evidenceFolder, storedFiles } from './files.ts';
import { missingFiles } from './sweep.ts';

/** Where the files lie that a restore has put aside. */
export function asideFolder(file: string): string {
	return `${evidenceFolder(file)}.before-restore`;
}

/** Copies the files of a database into a folder that keeps them, and marks those that are there already as still stored. */
export function keepCopies(file: string, into: string, now: Date): void {
	const from = evidenceFolder(file);
	if (from === into) return;
	for (const id of storedFiles(from).whole) {
		if (!existsSync(evidenceFile(into, id)) && !copyFile(from, into, id)) continue;
		utimesSync(evidenceFile(into, id), now, now);
	}
}

/** Removes copies that were last stored before D16 allows. */
export function expireCopies(folder: string, today: string): void {
	for (const id of storedFiles(folder).whole) {
		const stored = dayOf(statSync(evidenceFile(folder, id)).mtime);
		if (stored < keptSince(today).backup) rmSync(evidenceFile(folder, id));
	}
}

/** Fetches the files that rows name and that are not there, from the copies beside a backup; how many are missing still. */
export function fetchCopies(db: Db, backup: string): number {
	const into = evidenceFolder(db.file);
	const copies = [evidenceFolder(join(dirname(backup), basename(db.file))), asideFolder(db.file)];
	for (const id of missingFiles(db)) copies.some((from) => from !== into && copyFile(from, into, id));
	return missingFiles(db).length;
}

/** @returns false where it is not there (any more), or there is no room for it */
function copyFile(from: string, into: string, id: string): boolean {
	const target = evidenceFile(into, id);
	try {
		mkdirSync(into, { recursive: true, mode: 0o700 });
		copyFileSync(evidenceFile(from, id), `${target}.part`);
		chmodSync(`${target}.part`, 0o600);
		syncPath(`${target}.part`);
		renameDurably(`${target}.part`, target);
		return true;
	} catch {
		rmSync(`${target}.part`, { force: true });
		return false;
	}
}
