/** What the operator decides about reported contacts (D10): delete it, keep a municipality from contacts, or neither. */
import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Reported } from '#lib/domain/contact/message.ts';
import { note } from '#lib/server/municipalities/audit.ts';
import { deleteOffer } from './contacts.ts';
import type { Db, Writer } from '#lib/server/db/open.ts';
import { contactOffer, participant } from '#lib/server/db/schema-accounts.ts';
import { contactMessage, contactReport } from '#lib/server/db/schema-contacts.ts';
import { municipality } from '#lib/server/db/schema.ts';

export interface ContactReport {
	id: string;
	kind: Reported;
	criterion: string;
	/** as it was when it was reported */
	quoted: string;
	reason: string;
	reportedOn: string;
	/** names of municipalities */
	reporter: string;
	reported: string;
}

/** What waits for the operator's decision, the oldest first. */
export function findReports(db: Db): ContactReport[] {
	const [by, about] = [alias(municipality, 'reporter'), alias(municipality, 'reported')];
	const { id, kind, criterionId: criterion, quoted, reason, reportedOn } = contactReport;
	return db.read
		.select({ id, kind, criterion, quoted, reason, reportedOn, reporter: by.name, reported: about.name })
		.from(contactReport)
		.innerJoin(by, eq(by.key, contactReport.reporterMunicipalityKey))
		.innerJoin(about, eq(about.key, contactReport.reportedMunicipalityKey))
		.orderBy(asc(reportedOn), asc(id))
		.all();
}

interface Decided {
	id: string;
	/** deletes what was reported, where it is still there */
	remove: boolean;
	/** keeps whoever is answerable for it from contacts */
	exclude: boolean;
}

interface Gone {
	contact: string[];
	message: string[];
}

/** Decides about a report and closes it; deeds stand in the log of the municipality they concern. False where there is none. */
export async function decideReport(
	db: Db,
	{ id, remove, exclude }: Decided,
	operatorId: string,
	today: string
): Promise<void> {
	const gone = await db.write((writer): Gone | undefined => {
		const report = writer.select().from(contactReport).where(eq(contactReport.id, id)).get();
		if (!report) return undefined;
		const { reportedMunicipalityKey: municipalityKey, criterionId: subject, messageId } = report;
		const noted = { municipalityKey, userId: operatorId };
		const removed: Gone = {
			contact: remove && messageId === null ? deleteOffer(writer, municipalityKey, subject) : [],
			message: remove && messageId !== null ? deleteMessage(writer, messageId) : []
		};
		if (removed.contact.length + removed.message.length > 0)
			note(writer, { ...noted, event: 'contact_removed', subject }, today);
		const excluded = exclude ? excludeIn(writer, municipalityKey, today) : { contact: [], message: [] };
		if (exclude) note(writer, { ...noted, event: 'contact_excluded' }, today);
		writer.delete(contactReport).where(eq(contactReport.id, id)).run();
		return {
			contact: [...removed.contact, ...excluded.contact],
			message: [...removed.message, ...excluded.message]
		};
	});
	if (!gone) return;
	db.deletions.add('contact', gone.contact, today);
	db.deletions.add('message', gone.message, today);
	db.deletions.add('report', [id], today);
}

function deleteMessage(writer: Writer, id: string): string[] {
	return writer.delete(contactMessage).where(eq(contactMessage.id, id)).run().changes > 0 ? [id] : [];
}

/** Its offers go with all messages about them, and what it wrote to others. */
function excludeIn(writer: Writer, key: string, today: string): Gone {
	writer.update(participant).set({ contactsExcludedOn: today }).where(eq(participant.municipalityKey, key)).run();
	const offers = writer
		.select({ criterion: contactOffer.criterionId })
		.from(contactOffer)
		.where(eq(contactOffer.municipalityKey, key));
	const written = writer
		.select({ id: contactMessage.id })
		.from(contactMessage)
		.where(eq(contactMessage.senderMunicipalityKey, key));
	const message = written.all().map(({ id }) => id);
	writer.delete(contactMessage).where(inArray(contactMessage.id, message)).run();
	return { contact: offers.all().flatMap(({ criterion }) => deleteOffer(writer, key, criterion)), message };
}

export interface Excluded {
	key: string;
	name: string;
	excludedOn: string;
}

/** Whom the operator keeps from contacts, by name. */
export function findExcluded(db: Db): Excluded[] {
	return db.read
		.select({ key: municipality.key, name: municipality.name, excludedOn: participant.contactsExcludedOn })
		.from(participant)
		.innerJoin(municipality, eq(municipality.key, participant.municipalityKey))
		.where(isNotNull(participant.contactsExcludedOn))
		.orderBy(asc(municipality.name))
		.all()
		.map((row) => ({ ...row, excludedOn: row.excludedOn ?? '' }));
}

/** Whether the operator keeps a municipality from contacts. */
export function isExcluded(db: Db, key: string): boolean {
	return findExcluded(db).some((one) => one.key === key);
}

/** Lets a municipality offer and write again; what was deleted stays so. Does nothing where it is not excluded. */
export function readmit(db: Db, key: string, operatorId: string, today: string): Promise<void> {
	return db.write((writer) => {
		const excluded = and(eq(participant.municipalityKey, key), isNotNull(participant.contactsExcludedOn));
		if (writer.update(participant).set({ contactsExcludedOn: null }).where(excluded).run().changes === 0) return;
		note(writer, { municipalityKey: key, userId: operatorId, event: 'contact_readmitted' }, today);
	});
}
