import { initAuth, type Links, type Provider } from '#lib/server/accounts/auth-settings.ts';
import { settleRounds } from '#lib/server/rounds/collecting.ts';
import { initContactMail, sendContactLettersSoon, type WriteContactLetter } from '#lib/server/contacts/contact-mail.ts';
import { database, initDatabase } from './database.ts';
import { StartRefusal } from './db/start-refusal.ts';
import { accountKey, initKeys } from './keys.ts';
import { initInvitationMail, sendSoon, type WriteInvitation } from '#lib/server/rounds/invitation-mail.ts';
import { initMail, mail as openedMail, type MailSettings } from './mail.ts';
import { tendEvidence } from '#lib/server/evidence/sweep.ts';
import { describeReplay } from './restore.ts';
import { today } from './today.ts';
import { keepUp } from './upkeep.ts';

export interface Settings {
	/** SQLite file with all data */
	databaseFile: string;
	/** folder of the keys, apart from the database */
	keyFolder: string;
	/** the one address under which people open the service */
	origin: string;
	mail: MailSettings;
	/** letters with the links by which people sign in */
	links: Links;
	/** where people may sign in, too */
	provider: Provider | undefined;
	/** writes the letter to somebody who is invited to a round */
	invitation: WriteInvitation;
	/** writes the letters about contacts */
	contact: WriteContactLetter;
}

/** Milliseconds between two rounds of upkeep: often enough to follow the change of days. */
const HOUR = 3_600_000;

/** Opens database and keys and keeps them up; where they cannot be used, ends the process with a sentence that helps. */
export function startService(settings: Settings): void {
	const { databaseFile, keyFolder, origin, mail, links, provider, invitation, contact } = settings;
	try {
		const db = initDatabase(databaseFile);
		log(describeReplay(db.deletions.replayed));
		log(tendEvidence(db));
		initKeys(db, keyFolder);
		initMail(mail);
		initAuth({ db, key: accountKey(), origin, links, provider });
		initInvitationMail({ db, keyFolder, mail: openedMail(), write: invitation });
		initContactMail({ db, mail: openedMail(), write: contact });
		const tend = () => {
			sendSoon(today());
			sendContactLettersSoon(today());
			return keepUp(database(), { file: databaseFile, keyFolder }, new Date()).then(log, console.error);
		};
		void settleRounds(database(), keyFolder, today()).then((ended) => log(ended.map(KEYLESS)), console.error);
		void tend();
		setInterval(tend, HOUR).unref();
	} catch (error) {
		if (!(error instanceof StartRefusal)) throw error;
		console.error(error.message);
		process.exit(1);
	}
}

const KEYLESS = (id: string) =>
	`Befragung ohne ihre Schlüssel beendet, sie geht in den Konsens · survey without its keys ended: ${id}`;

function log(lines: string[]) {
	lines.forEach((line) => console.warn(line));
}

/** Carries out the saves that wait and closes the database; called when no request is open any more. */
export function stopService(): void {
	database().close();
}
