import { dirname } from 'node:path';
import { dayOf } from '#lib/domain/day.ts';
import { keptSince } from '#lib/domain/retention.ts';
import { expireAudit } from '#lib/server/municipalities/audit.ts';
import { expireBackups } from './backup.ts';
import { expireContacts } from '#lib/server/contacts/contact-answers.ts';
import type { Db } from './db/open.ts';
import { expireChecks } from './expiry.ts';
import { asideFolder, expireCopies } from '#lib/server/evidence/copies.ts';
import { tendEvidence } from '#lib/server/evidence/sweep.ts';
import { freeSpace, LOW_SPACE } from './health.ts';
import { expireLinks } from '#lib/server/accounts/links.ts';
import { expireMicrodataRequests } from '#lib/server/releases/microdata-requests.ts';
import { expireMemberInvitations } from '#lib/server/municipalities/member-invitations.ts';
import { endOverdue } from '#lib/server/rounds/overdue.ts';
import { expireConsultantInvitations } from '#lib/server/reviews/consultancy-invitations.ts';
import { expireReviews } from '#lib/server/reviews/review-expiry.ts';
import { expireAccounts } from '#lib/server/accounts/own-account.ts';
import { expireResponses } from '#lib/server/rounds/round-expiry.ts';

/** Where the service keeps its data. */
export interface Places {
	/** the database */
	file: string;
	keyFolder: string;
}

/**
 * What the service does from time to time: deletes what has expired (D16), among the backups those beside the
 * database, ends what nobody has ended, and looks at the free space. Resolves with sentences for the log, none where
 * there is nothing to tell.
 */
export async function keepUp(db: Db, { file, keyFolder }: Places, now: Date, lowSpace = LOW_SPACE): Promise<string[]> {
	const today = dayOf(now);
	const expiry = await expireChecks(db, today);
	const isDue = typeof expiry === 'number';
	let emptied = 0;
	if (isDue) {
		expireBackups(file, dirname(file), today);
		expireCopies(asideFolder(file), today);
		db.deletions.trim(keptSince(today).backup);
		await expireAudit(db, today);
		await expireContacts(db, today);
		await expireAccounts(db, today);
		await expireMicrodataRequests(db, today);
		await expireReviews(db, today);
		await endOverdue(db, keyFolder, today);
		emptied = await expireResponses(db, today);
	}
	await expireLinks(db, now);
	await expireMemberInvitations(db, today);
	await expireConsultantInvitations(db, today);
	return [
		...tendEvidence(db),
		...(expiry === 'held' ? [HELD] : []),
		...(isDue && expiry > 0 ? [`Abgelaufene Selbstchecks gelöscht · expired checks deleted: ${expiry}`] : []),
		...(emptied > 0 ? [`Abgelaufene Antworten gelöscht, Runden · expired answers deleted, rounds: ${emptied}`] : []),
		...(db.deletions.write() ? [] : [LIST_IS_INCOMPLETE]),
		...(freeSpace(file) < lowSpace ? [SPACE_IS_LOW] : [])
	];
}

const HELD =
	'Längere Pause oder verstellte Uhr: Abgelaufenes wird erst ab morgen gelöscht. Bitte die Uhr prüfen. · ' +
	'A longer pause or a wrong clock: what has expired is deleted from tomorrow on. Please check the clock.';
const LIST_IS_INCOMPLETE =
	'Die Liste der Löschungen neben der Datenbank lässt sich nicht schreiben: Eine Sicherung brächte Gelöschtes zurück. · ' +
	'The list of deletions beside the database cannot be written: a backup would bring back what was deleted.';
const SPACE_IS_LOW =
	'Auf dem Datenträger der Datenbank wird der Platz knapp. Ist er voll, kann niemand mehr speichern. · ' +
	'Space is running out where the database lies. Once it is full, nobody can save any more.';
