import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Reader } from './open.ts';
import * as schema from './schema.ts';

/** A read-only connection of one's own to a database that exists, for worker threads; it sees one state throughout. */
export function openReader(file: string): { read: Reader; close(): void } {
	const client = new Database(file, { readonly: true, fileMustExist: true });
	client.exec('BEGIN');
	return { read: drizzle({ client, schema, casing: 'snake_case' }), close: () => client.close() };
}
