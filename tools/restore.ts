// npm run restore -- BACKUP: puts a backup in the place of the database; the service must not run.
import { resolve } from 'node:path';
import { describeReplay, restoreBackup } from '#lib/server/restore.ts';

const [backup, ...rest] = process.argv.slice(2);
if (backup === undefined || rest.length > 0) {
	console.error('Aufruf · usage: npm run restore -- BACKUP');
	process.exit(2);
}
const started = performance.now();
try {
	// npm runs this in the project's folder; names are meant as seen from where it was called.
	const source = resolve(process.env.INIT_CWD ?? '.', backup);
	const { replayed, before, missingFiles } = restoreBackup(
		source,
		process.env.DATABASE_FILE ?? 'data/standort.db',
		new Date()
	);
	const seconds = ((performance.now() - started) / 1000).toFixed(1);
	console.log(`Wiederhergestellt in ${seconds} s: ${source}
Was nach dieser Sicherung gespeichert wurde, fehlt. · Restored; what was saved after this backup is missing.`);
	describeReplay(replayed).forEach((line) => console.log(line));
	if (missingFiles > 0)
		console.log(`Dateien von Nachweisen fehlen, auch neben der Sicherung: · Files of evidence are missing, beside the backup, too:
${missingFiles}`);
	if (before)
		console.log(`Die bisherige Datenbank liegt noch 30 Tage hier: · The database of before is kept here for 30 days:
${before}`);
} catch (error) {
	console.error('Es wurde nichts wiederhergestellt. · Nothing was restored.');
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
}
