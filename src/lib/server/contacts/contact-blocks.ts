/** Municipalities that want no messages from another (D10); the other is told no more than of a withdrawn offer. */
import { and, asc, eq } from 'drizzle-orm';
import type { PlanDeed } from '#lib/server/rounds/actions.ts';
import { note } from '#lib/server/municipalities/audit.ts';
import type { Db, Writer } from '#lib/server/db/open.ts';
import { contactBlock, contactMessage } from '#lib/server/db/schema-contacts.ts';
import { municipality } from '#lib/server/db/schema.ts';

/**
 * Blocks whoever wrote a message: nothing more comes from that municipality, and what it wrote is gone for both, as if
 * the offer had been withdrawn. False where the municipality has no message of this id.
 */
export async function blockSender(db: Db, messageId: string, { key, userId, today }: PlanDeed): Promise<boolean> {
	const deleted = await db.write((writer) => {
		const own = and(eq(contactMessage.id, messageId), eq(contactMessage.municipalityKey, key));
		const found = writer.select({ sender: contactMessage.senderMunicipalityKey }).from(contactMessage).where(own).get();
		if (!found) return undefined;
		const blockedMunicipalityKey = found.sender;
		writer
			.insert(contactBlock)
			.values({ municipalityKey: key, blockedMunicipalityKey, blockedOn: today })
			.onConflictDoNothing()
			.run();
		note(writer, { municipalityKey: key, userId, event: 'contact_blocked', subject: blockedMunicipalityKey }, today);
		return deleteBetween(writer, { from: blockedMunicipalityKey, to: key });
	});
	db.deletions.add('message', deleted ?? [], today);
	return deleted !== undefined;
}

/** Deletes what one municipality has written to another, and tells the ids. */
function deleteBetween(writer: Writer, { from, to }: { from: string; to: string }): string[] {
	const { id, municipalityKey, senderMunicipalityKey } = contactMessage;
	const between = and(eq(municipalityKey, to), eq(senderMunicipalityKey, from));
	const found = writer.select({ id }).from(contactMessage).where(between).all();
	writer.delete(contactMessage).where(between).run();
	return found.map((one) => one.id);
}

/** Lets a municipality write again. Does nothing where it is not blocked. */
export function unblock(db: Db, blocked: string, { key, userId, today }: PlanDeed): Promise<void> {
	return db.write((writer) => {
		const block = and(eq(contactBlock.municipalityKey, key), eq(contactBlock.blockedMunicipalityKey, blocked));
		if (writer.delete(contactBlock).where(block).run().changes === 0) return;
		note(writer, { municipalityKey: key, userId, event: 'contact_unblocked', subject: blocked }, today);
	});
}

export interface Blocked {
	key: string;
	name: string;
	blockedOn: string;
}

/** Whom a municipality has blocked, by name. */
export function findBlocked(db: Db, key: string): Blocked[] {
	return db.read
		.select({ key: municipality.key, name: municipality.name, blockedOn: contactBlock.blockedOn })
		.from(contactBlock)
		.innerJoin(municipality, eq(municipality.key, contactBlock.blockedMunicipalityKey))
		.where(eq(contactBlock.municipalityKey, key))
		.orderBy(asc(municipality.name))
		.all();
}
