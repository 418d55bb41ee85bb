// npm run demo: fills an empty database with municipalities that exist nowhere, so that every screen can be seen.
import { openAuth } from '#lib/server/accounts/auth.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { StartRefusal } from '#lib/server/db/start-refusal.ts';
import { accountKey, hashCode, initKeys } from '#lib/server/keys.ts';
import { today } from '#lib/server/today.ts';
import { fillDemonstration } from './demonstration/fill.ts';
import { describeDemonstration, describePart, describeRefusal } from './demonstration/report.ts';

const USAGE = `Aufruf · usage: npm run demo
Die Datenbank nennt DATABASE_FILE. · DATABASE_FILE names the database.`;

async function demonstrate(): Promise<void> {
	const { DATABASE_FILE: file = 'data/standort.db', KEY_FOLDER = 'data/keys', PORT = '3000' } = process.env;
	const origin = process.env.ORIGIN ?? `http://localhost:${PORT}`;
	const db = openDatabase(file);
	try {
		initKeys(db, KEY_FOLDER);
		const onPart = (part: Parameters<typeof describePart>[0]) => console.error(describePart(part));
		const outcome = await fillDemonstration(db, {
			file,
			keyFolder: KEY_FOLDER,
			today: today(),
			hash: hashCode,
			auth: openAuth({ db, key: accountKey(), origin, links: { signIn: () => {}, reset: () => {} } }),
			onPart
		});
		if ('refused' in outcome) fail(describeRefusal(outcome.refused, file));
		else console.log(describeDemonstration(outcome, { file, origin }));
	} finally {
		db.close();
	}
}

function fail(reason: string, code = 1): void {
	console.error(reason);
	process.exitCode = code;
}

if (process.argv.length > 2) fail(USAGE, 2);
else
	await demonstrate().catch((error: unknown) => {
		if (!(error instanceof StartRefusal)) throw error;
		fail(error.message);
	});
