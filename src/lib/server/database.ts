import { openDatabase, type Db } from './db/open.ts';

let instance: Db | undefined;

/** Opens the one database of this process; called once, when the server starts. */
export function initDatabase(file: string): Db {
	instance = openDatabase(file);
	return instance;
}

/** The open database. */
export function database(): Db {
	if (!instance) throw new Error('The database is not open yet');
	return instance;
}
