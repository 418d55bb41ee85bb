import { closeSync, existsSync, openSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { renameDurably, syncPath } from './durable-file.ts';

/**
 * Writes a compact copy of what is committed now to `target` while others go on writing. The copy is checked, synced
 * and readable by its owner only, and appears under its name only when it is complete; an older one is replaced.
 */
export function copyDatabase(source: Database.Database, target: string): void {
	const part = `${target}.part`;
	rmSync(part, { force: true });
	closeSync(openSync(part, 'wx', 0o600));
	try {
		source.prepare('VACUUM INTO ?').run(part);
		checkCopy(part);
		syncPath(part);
		renameDurably(part, target);
	} finally {
		if (existsSync(part)) rmSync(part);
	}
}

function checkCopy(file: string) {
	const copy = new Database(file, { readonly: true });
	try {
		const faults = copy.pragma('quick_check(1)', { simple: true });
		if (faults !== 'ok') throw new Error(`The copy is not readable: ${faults}`);
	} finally {
		copy.close();
	}
}
