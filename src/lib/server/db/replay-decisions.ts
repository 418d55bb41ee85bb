/**
 * What the list of deletions takes away of decisions: a restore brings back no agreement to the comparison and no offer
 * of contact that a municipality has taken back.
 */
import type Database from 'better-sqlite3';
import type { AuditEvent } from '#lib/domain/audit-event.ts';

/** The note of a decision in the log: `?` is its event, the column what it is about. */
const noteOf = (table: string, about: string) => `(SELECT max(audit_entry.id) FROM audit_entry WHERE event = ?
	AND subject = ${table}.${about} AND audit_entry.municipality_key = ${table}.municipality_key)`;
const AGREEMENTS = `SELECT municipality_key key, id about, comparison_agreed_on day, ${noteOf('assessment', 'id')} note
	FROM assessment WHERE comparison_agreed_on IS NOT NULL`;
const OFFERS = `SELECT municipality_key key, criterion_id about, offered_on day, ${noteOf('contact_offer', 'criterion_id')} note
	FROM contact_offer`;

/** A decision of a municipality that can be taken back, and be made again on the same day. */
interface Decision {
	key: string;
	/** round or criterion */
	about: string;
	day: string;
	/** number of its note in the log; null once that has been kept long enough */
	note: number | null;
}

/** How the list names it: the same decision made anew has another note, and stays. */
export function decision({ key, about, day, note }: Decision): string {
	return `${key} ${about} ${day} ${note ?? ''}`;
}

/** Withdraws agreements to the comparison again; how many. */
export function disagreeAgain(client: Database.Database, isListed: (decision: string) => boolean): number {
	const agreements = decisionsIn(client, AGREEMENTS, 'comparison_agreed').filter((one) => isListed(decision(one)));
	const withdraw = client.prepare('UPDATE assessment SET comparison_agreed_on = NULL WHERE id = ?');
	for (const { about } of agreements) withdraw.run(about);
	return agreements.length;
}

/** Takes offers of contact back again; how many. */
export function takeOffersBackAgain(client: Database.Database, isListed: (decision: string) => boolean): number {
	const offers = decisionsIn(client, OFFERS, 'contact_offered').filter((one) => isListed(decision(one)));
	const remove = client.prepare('DELETE FROM contact_offer WHERE municipality_key = ? AND criterion_id = ?');
	for (const { key, about } of offers) remove.run(key, about);
	return offers.length;
}

const decisionsIn = (client: Database.Database, query: string, event: AuditEvent) =>
	client.prepare<[string], Decision>(query).all(event);
