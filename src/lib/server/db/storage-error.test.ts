import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { StorageBroken, StorageFull, storageError } from './storage-error.ts';

test.each([
	['SQLITE_FULL', StorageFull],
	['SQLITE_IOERR_SHMSIZE', StorageFull],
	['SQLITE_IOERR_FSYNC', StorageBroken],
	['SQLITE_IOERR_WRITE', StorageBroken],
	['SQLITE_CORRUPT', StorageBroken],
	['SQLITE_READONLY_DBMOVED', StorageBroken]
])('%s means %o', (code, type) => {
	const error = new Database.SqliteError('message', code);
	expect(storageError(error)).toBeInstanceOf(type);
	expect(storageError(new Error('Failed to run the query', { cause: error }))).toMatchObject({ cause: error });
	expect(storageError(new Error('Failed to run the query', { cause: error }))).toBeInstanceOf(type);
});

test('other errors stay what they are', () => {
	const busy = new Database.SqliteError('database is locked', 'SQLITE_BUSY');
	const unique = new Error('Failed', { cause: new Database.SqliteError('message', 'SQLITE_CONSTRAINT_UNIQUE') });
	expect([busy, unique, 'text'].map(storageError)).toEqual([busy, unique, 'text']);
	expect(storageError(busy)).toBe(busy);
});
