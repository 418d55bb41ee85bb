import { openDatabase, type Db } from './db/open.ts';

/** The process has one database, even where development loads this module anew after a change. */
const shared: typeof globalThis & { [name: symbol]: Db | undefined } = globalThis;
const NAME = Symbol.for('standort-2030.database');

/** Opens the one database of this process; called once, when the server starts. */
export function initDatabase(file: string): Db {
	shared[NAME]?.close();
	return (shared[NAME] = openDatabase(file));
}

/** The open database. */
export function database(): Db {
	const instance = shared[NAME];
	if (!instance) throw new Error('The database is not open yet');
	return instance;
}
