/** What becomes of a message about a contact (D10): only an answer shows an address to whoever wrote. */
import { and, eq, inArray, lt } from 'drizzle-orm';
import { keptSince } from '#lib/domain/retention.ts';
import type { PlanDeed } from '#lib/server/rounds/actions.ts';
import { note } from '#lib/server/municipalities/audit.ts';
import type { Db } from '#lib/server/db/open.ts';
import { contactMessage, contactReport } from '#lib/server/db/schema-contacts.ts';

/**
 * Answers a message, or declines it where there is no text. Whoever answers shows the other side the address of their
 * account. False where nothing of this id waits for the municipality.
 */
export function settleMessage(
	db: Db,
	{ id, answer }: { id: string; answer: string | undefined },
	{ key, userId, today }: PlanDeed
): Promise<boolean> {
	return db.write((writer) => {
		const waits = and(
			eq(contactMessage.id, id),
			eq(contactMessage.municipalityKey, key),
			eq(contactMessage.state, 'open')
		);
		const found = writer.select({ subject: contactMessage.criterionId }).from(contactMessage).where(waits).get();
		if (!found) return false;
		const set =
			answer === undefined
				? ({ state: 'declined' } as const)
				: ({ state: 'answered', answer, answeredBy: userId } as const);
		writer.update(contactMessage).set(set).where(waits).run();
		const event = answer === undefined ? 'contact_declined' : 'contact_answered';
		note(writer, { municipalityKey: key, userId, event, ...found }, today);
		return true;
	});
}

/** Deletes messages and reports that have been kept long enough (D16), also from what a backup brings back. */
export async function expireContacts(db: Db, today: string): Promise<void> {
	const { contact } = keptSince(today);
	const { messages, reports } = await db.write((writer) => {
		const messages = writer
			.select({ id: contactMessage.id })
			.from(contactMessage)
			.where(lt(contactMessage.sentOn, contact));
		const reports = writer
			.select({ id: contactReport.id })
			.from(contactReport)
			.where(lt(contactReport.reportedOn, contact));
		const ids = { messages: messages.all().map(({ id }) => id), reports: reports.all().map(({ id }) => id) };
		writer.delete(contactMessage).where(inArray(contactMessage.id, ids.messages)).run();
		writer.delete(contactReport).where(inArray(contactReport.id, ids.reports)).run();
		return ids;
	});
	db.deletions.add('message', messages, today);
	db.deletions.add('report', reports, today);
}
