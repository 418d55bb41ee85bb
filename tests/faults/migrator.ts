/** Opens a database and kills itself at the n-th call to SQLite: `migrator FILE MIGRATIONS N`. Prints `done` otherwise. */
import Database from 'better-sqlite3';
import { openDatabase } from '#lib/server/db/open.ts';

const [file = '', migrations = '', last = ''] = process.argv.slice(2);
let calls = 0;

function countCalls<Name extends 'exec' | 'prepare' | 'pragma'>(name: Name) {
	const original = Database.prototype[name] as (...args: unknown[]) => unknown;
	Object.assign(Database.prototype, {
		[name](this: Database.Database, ...args: unknown[]) {
			if (++calls > Number(last)) process.kill(process.pid, 'SIGKILL');
			return original.apply(this, args);
		}
	});
}

countCalls('exec');
countCalls('prepare');
countCalls('pragma');
openDatabase(file, migrations).close();
console.log('done');
