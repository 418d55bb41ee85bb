// npm run register -- import FILE: brings the official register of municipalities (GV100AD, text or ZIP) in.
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { openDatabase } from '#lib/server/db/open.ts';
import { FILE_LIMIT } from '#lib/server/municipalities/register-file.ts';
import { importRegister } from '#lib/server/municipalities/register-import.ts';
import { today } from '#lib/server/today.ts';
import { describeRefusal, describeReport, showStep } from './register-report.ts';

const USAGE = 'Aufruf · usage: npm run register -- import GV100AD_31122025.zip';

/** Reads the file, opens the database, imports; the exit code tells whether the register is now that of the file. */
async function importFile(file: string): Promise<void> {
	const found = await stat(file).catch(() => undefined);
	if (!found?.isFile()) return refuse(`Die Datei gibt es nicht · there is no file ${file}`);
	if (found.size > FILE_LIMIT) return refuse(describeRefusal({ refused: 'tooLarge' }));
	const bytes = await readFile(file);
	const db = openDatabase(process.env.DATABASE_FILE ?? 'data/standort.db');
	try {
		const outcome = await importRegister(db, bytes, { today: today(), tell: showStep });
		if ('refused' in outcome) refuse(describeRefusal(outcome));
		else console.log(describeReport(outcome.report));
	} finally {
		db.close();
	}
}

function refuse(reason: string): void {
	console.error(`${reason}\nNichts wurde eingespielt. · Nothing was imported.`);
	process.exitCode = 1;
}

const [command, file, ...rest] = process.argv.slice(2);
if (command !== 'import' || file === undefined || rest.length > 0) {
	console.error(USAGE);
	process.exitCode = 2;
} else {
	// npm runs this in the project's folder; names are meant as seen from where it was called.
	await importFile(resolve(process.env.INIT_CWD ?? '.', file)).catch((error: unknown) =>
		refuse(error instanceof Error ? error.message : String(error))
	);
}
