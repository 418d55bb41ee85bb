import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openDatabase, type Db } from '#lib/server/db/open.ts';
import { expectNoScans } from './query-plans.ts';

/** A folder of its own for the running test, gone when the test has ended. */
export function temporaryFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'standort-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/** A real, migrated database file for the running test, closed and gone when the test has ended. */
export function openTemporaryDatabase(): Db {
	const file = join(temporaryFolder(), 'test.db');
	const db = openDatabase(file);
	onTestFinished(() => db.close());
	onTestFinished(() => expectNoScans(file));
	return db;
}
