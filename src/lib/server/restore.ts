import { chmodSync, copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { BUSY_TIMEOUT } from './db/checkpoints.ts';
import type { Replayed } from './db/deleted.ts';
import { deletionsFile, mergeDeletions } from './db/deletions.ts';
import { renameDurably, syncPath } from './db/durable-file.ts';
import { asideFolder, fetchCopies, keepCopies } from './evidence/copies.ts';
import { refusalFor, refuseCorruption } from './db/inspect.ts';
import { migrationsFolder, planMigration } from './db/migrate.ts';
import { openDatabase } from './db/open.ts';
import { session, verification } from './db/schema-accounts.ts';
import { claimWriteLock } from './db/write-lock.ts';

export interface Restored {
	/** what had been deleted after the backup, and is deleted again */
	replayed: Replayed;
	/** where the database that was there before lies now, for 30 days; undefined where there was none */
	before: string | undefined;
	/** files of evidence that rows name, and that are neither there nor beside the backup */
	missingFiles: number;
}

/**
 * Puts a backup in the place of the database and deletes again what was deleted since it was made (D16, F13). Everybody
 * is signed out. The backup is checked before anything is touched, and the present database is kept beside the new one.
 * @throws StartRefusal while somebody writes to the database, or when the backup cannot be used
 */
export function restoreBackup(backup: string, file: string, now: Date): Restored {
	mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
	const lock = claimWriteLock(file);
	let before: string | undefined;
	try {
		checkBackup(backup);
		const part = `${file}.part`;
		copyFileSync(backup, part);
		chmodSync(part, 0o600);
		syncPath(part);
		mergeDeletions(deletionsFile(join(dirname(backup), basename(file))), deletionsFile(file));
		keepCopies(file, asideFolder(file), now);
		before = existsSync(file) ? setAside(file, now) : undefined;
		renameDurably(part, file);
	} finally {
		lock.release();
	}
	const db = openDatabase(file);
	// Who was signed in then may have been signed out since, or have lost the right to be there.
	db.statements.delete(session).run();
	db.statements.delete(verification).run();
	const missingFiles = fetchCopies(db, backup);
	db.close();
	return { replayed: db.deletions.replayed, before, missingFiles };
}

function checkBackup(backup: string) {
	let client: Database.Database | undefined;
	try {
		client = new Database(backup, { readonly: true, fileMustExist: true });
		refuseCorruption(client, backup);
		planMigration(client, backup, migrationsFolder());
	} catch (error) {
		throw refusalFor(error, backup);
	} finally {
		client?.close();
	}
}

/** Keeps the database of now under a name of its own; upkeep removes it after 30 days as it does with backups. */
function setAside(file: string, now: Date): string {
	emptyLog(file);
	const moment = now.toISOString().slice(0, 19).replaceAll(':', '-');
	const aside = `${file}.${moment}Z.before-restore.backup`;
	linkSync(file, aside);
	// A log that could not be emptied belongs to the database of before and would spoil the new one.
	if (existsSync(`${file}-wal`)) renameSync(`${file}-wal`, `${aside}-wal`);
	rmSync(`${file}-shm`, { force: true });
	syncPath(dirname(file));
	return aside;
}

/** Copies the log into its database, if that can still be read. */
function emptyLog(file: string) {
	if (!existsSync(`${file}-wal`) || statSync(`${file}-wal`).size === 0) return;
	try {
		const client = new Database(file, { timeout: BUSY_TIMEOUT });
		client.pragma('wal_checkpoint(TRUNCATE)');
		client.close();
	} catch {
		// It may well be broken: that is why a backup is restored.
	}
}

/** A sentence about what a restored backup had brought back; none where it had brought nothing. */
export function describeReplay(replayed: Replayed): string[] {
	if (Object.values(replayed).every((count) => count === 0)) return [];
	const { check, round, link, account, invitations, responses, invitation, answers, municipality } = replayed;
	const { agreement, contact, message, report, evidence, evidenceRelease, grant, consultant, handover, publication } =
		replayed;
	return [
		`Aus der Liste der Löschungen erneut gelöscht: ${check} Selbst-Checks, ${round} Runden, ${link} Links zum Lesen, ${account} Konten, ` +
			`${municipality} Kommunen; Eingeladene von ${invitations} und Antworten von ${responses} Runden, ` +
			`${invitation} einzelne Einladungen und ${answers} zurückgezogene Antworten; ${agreement} Zustimmungen, ` +
			`${contact} Kontaktangebote, ${message} Nachrichten und ${report} Meldungen dazu; ${evidence} Nachweise und ${evidenceRelease} Freigaben davon; ` +
			`${grant} Freigaben zur Begutachtung erneut widerrufen, ${handover} erneut übergeben; ${consultant} Austritte aus Organisationen und ` +
			`${publication} zurückgenommene Veröffentlichungen wiederholt. · ` +
			`Deleted again by the list of deletions: ${check} self-checks, ${round} rounds, ${link} read-only links, ${account} accounts, ` +
			`${municipality} municipalities; those invited to ${invitations} and the answers of ${responses} rounds, ` +
			`${invitation} single invitations and ${answers} withdrawn responses; ${agreement} agreements, ` +
			`${contact} offers of contact, ${message} messages and ${report} reports about them; ${evidence} pieces of evidence and ${evidenceRelease} releases of some; ` +
			`${grant} grants of a review revoked again, ${handover} handed over again; ${consultant} departures from organisations and ` +
			`${publication} withdrawals of published results repeated.`
	];
}
