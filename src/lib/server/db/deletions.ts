/**
 * The list of what was deleted, kept beside the database and not in it: a backup that is restored brings deleted checks
 * and ended links back, and the list takes them away again before anybody can open them (D16, F13). It holds a day and
 * hashes of random ids, which say nothing to whoever has the list alone.
 */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { DELETED, type Deleted, type Replayed } from './deleted.ts';
import { replaceFile, syncPath } from './durable-file.ts';
import { replay } from './replay-deletions.ts';

const ENTRY = new RegExp(`^\\d{4}-\\d{2}-\\d{2} (${DELETED.join('|')}) [\\w-]{43}$`);

export interface Deletions {
	/** what the list took away when the database was opened */
	replayed: Replayed;
	/** Adds deletions that have been committed. What cannot be written now waits for `write`. */
	add(kind: Deleted, ids: readonly string[], day: string): void;
	/** Tries again to write what could not be written; true when the list is complete and synced. */
	write(): boolean;
	/** Drops what was deleted before a day, when no backup from then can exist any more. */
	trim(before: string): void;
}

/** Where the list of a database lies: beside it, under a name that does not begin like the database's own files. */
export function deletionsFile(file: string): string {
	return join(dirname(file), `deletions.${basename(file)}`);
}

const dayOfEntry = (entry: string) => entry.slice(0, entry.indexOf(' '));
const hash = (id: string) => createHash('sha256').update(id).digest('base64url');

function readEntries(list: string): string[] {
	const text = existsSync(list) ? readFileSync(list, 'utf8') : '';
	// A line that a crash has cut belongs to a deletion that was not confirmed yet.
	return text.split('\n').filter((line) => ENTRY.test(line));
}

/** Brings what stands in one list into another, too. */
export function mergeDeletions(from: string, into: string): void {
	const [more, present] = [readEntries(from), readEntries(into)];
	const all = new Set([...present, ...more]);
	if (all.size > present.length) writeList(into, [...all].sort());
}

function writeList(list: string, entries: string[]) {
	replaceFile(list, entries.map((entry) => `${entry}\n`).join(''));
}

/** Opens the list of a database and deletes again whatever of it the database holds. */
export function openDeletions(client: Database.Database, file: string): Deletions {
	const list = deletionsFile(file);
	const entries = readEntries(list);
	let latest = entries.map(dayOfEntry).sort().at(-1) ?? '';
	/** what waits to be written, each after an end of line in case the last one was cut */
	let unwritten: string[] = [];

	function write(): boolean {
		if (unwritten.length === 0) return true;
		const isNew = !existsSync(list);
		try {
			appendFileSync(list, `\n${unwritten.join('\n')}\n`, { flush: true, mode: 0o600 });
			if (isNew) syncPath(dirname(list));
			unwritten = [];
			return true;
		} catch {
			return false;
		}
	}

	return {
		replayed: replay(client, new Set(entries.map((entry) => entry.slice(entry.indexOf(' ') + 1))), hash),
		add(kind, ids, day) {
			// A clock that has gone back must not let an entry leave the list early.
			latest = day > latest ? day : latest;
			unwritten.push(...ids.map((id) => `${latest} ${kind} ${hash(id)}`));
			write();
		},
		write,
		trim(before) {
			const present = readEntries(list);
			const kept = present.filter((entry) => dayOfEntry(entry) >= before);
			if (kept.length < present.length) writeList(list, kept);
		}
	};
}
