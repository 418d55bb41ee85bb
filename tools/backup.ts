// npm run backup -- FOLDER: copies the database into a folder, also while the service runs.
import { resolve } from 'node:path';
import { backUp } from '#lib/server/backup.ts';

const [folder, ...rest] = process.argv.slice(2);
if (folder === undefined || rest.length > 0) {
	console.error('Aufruf · usage: npm run backup -- FOLDER');
	process.exit(2);
}
try {
	// npm runs this in the project's folder; names are meant as seen from where it was called.
	const target = resolve(process.env.INIT_CWD ?? '.', folder);
	console.log(backUp(process.env.DATABASE_FILE ?? 'data/standort.db', target, new Date()));
} catch (error) {
	console.error('Die Sicherung ist nicht gelungen. · The backup did not succeed.');
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
}
