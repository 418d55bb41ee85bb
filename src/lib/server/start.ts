import { database, initDatabase } from './database.ts';
import { StartRefusal } from './db/start-refusal.ts';
import { initKeys } from './keys.ts';

export interface Settings {
	/** SQLite file with all data */
	databaseFile: string;
	/** folder of the keys, apart from the database */
	keyFolder: string;
}

/** Opens database and keys; where they cannot be used, ends the process with a sentence that helps. */
export function startService({ databaseFile, keyFolder }: Settings): void {
	try {
		initKeys(initDatabase(databaseFile), keyFolder);
	} catch (error) {
		if (!(error instanceof StartRefusal)) throw error;
		console.error(error.message);
		process.exit(1);
	}
}

/** Carries out the saves that wait and closes the database; called when no request is open any more. */
export function stopService(): void {
	database().close();
}
