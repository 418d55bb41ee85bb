/**
 * The list of what was deleted, kept beside the database and not in it: a backup that is restored brings deleted checks
 * and ended links back, and the list takes them away again before anybody can open them (D16, F13). It holds a day and
 * hashes of random ids, which say nothing to whoever has the list alone.
 */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { replaceFile, syncPath } from './durable-file.ts';

/** A check or a round with its answers, or an account, by its id; or a read-only link, by what the database held of it. */
export type Deleted = 'check' | 'round' | 'link' | 'account';

const ENTRY = /^\d{4}-\d{2}-\d{2} (check|round|link|account) [\w-]{43}$/;

/** What was deleted again, counted. */
export type Replayed = Record<Deleted, number>;

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
		replayed: replay(client, entries),
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

const LINKS = `SELECT id, share_hash link FROM assessment UNION ALL SELECT assessment_id, preview_hash FROM round`;

function replay(client: Database.Database, entries: string[]): Replayed {
	if (entries.length === 0) return { check: 0, round: 0, link: 0, account: 0 };
	const listed = new Set(entries.map((entry) => entry.slice(entry.indexOf(' ') + 1)));
	const all = client.prepare<[], { id: string }>('SELECT id FROM assessment');
	const links = client.prepare<[], { id: string; link: string | null }>(LINKS);
	const forget = client.prepare('DELETE FROM assessment WHERE id = ?');
	const users = client.prepare<[], string>('SELECT id FROM user').pluck();
	const close = client.prepare('DELETE FROM user WHERE id = ?');
	const endings = [
		client.prepare('UPDATE assessment SET share_hash = NULL WHERE id = ? AND share_hash = ?'),
		client.prepare('UPDATE round SET preview_hash = NULL WHERE assessment_id = ? AND preview_hash = ?')
	];
	return client.transaction(() => {
		const found = all.all();
		const checks = found.filter(({ id }) => listed.has(`check ${hash(id)}`));
		const rounds = found.filter(({ id }) => listed.has(`round ${hash(id)}`));
		for (const { id } of [...checks, ...rounds]) forget.run(id);
		const ended = links.all().filter(({ link }) => link !== null && listed.has(`link ${hash(link)}`));
		for (const { id, link } of ended) for (const end of endings) end.run(id, link);
		const accounts = users.all().filter((id) => listed.has(`account ${hash(id)}`));
		for (const id of accounts) close.run(id);
		return { check: checks.length, round: rounds.length, link: ended.length, account: accounts.length };
	})();
}
