/** Contacts that municipalities offer each other (D10). Reads neither rounds nor results, nor who asks. */
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import { sortContacts, type ContactOffer, type ListedContact } from '#lib/domain/contact/contact.ts';
import type { MemberRole } from '#lib/domain/municipality/membership.ts';
import type { PlanDeed } from '#lib/server/rounds/actions.ts';
import { lastNote, note } from '#lib/server/municipalities/audit.ts';
import type { Db, Writer } from '#lib/server/db/open.ts';
import { decision } from '#lib/server/db/replay-decisions.ts';
import { contactOffer, membership, participant, user } from '#lib/server/db/schema-accounts.ts';
import { municipality } from '#lib/server/db/schema.ts';

export interface OwnOffer extends ContactOffer {
	offeredOn: string;
	/** name of whoever offered it; undefined where the account is gone */
	offeredBy: string | undefined;
}

const { municipalityKey, criterionId, stage, contactPoint, offeredOn, userId } = contactOffer;
/** Whose offers are listed, and who may read and write: verified, and not excluded by the operator. */
export const TAKES_PART = and(isNotNull(participant.verifiedOn), isNull(participant.contactsExcludedOn));
const OFFERED = { criterion: criterionId, contactPoint, stage, offeredOn };

/** What a municipality offers, by criterion. */
export function findOwnOffers(db: Db, key: string): OwnOffer[] {
	return db.read
		.select({ ...OFFERED, offeredBy: user.name })
		.from(contactOffer)
		.leftJoin(user, eq(user.id, userId))
		.where(eq(municipalityKey, key))
		.orderBy(asc(criterionId))
		.all()
		.map((row) => ({ ...row, offeredBy: row.offeredBy ?? undefined }));
}

/**
 * Offers a contact for one criterion, in place of what was offered for it before. Resolves with false, and does nothing,
 * unless the municipality is verified and not excluded.
 */
export function offerContact(db: Db, offer: ContactOffer, { key, userId, today }: PlanDeed): Promise<boolean> {
	return db.write((writer) => {
		const allowed = and(eq(participant.municipalityKey, key), TAKES_PART);
		if (!writer.select({ key: participant.municipalityKey }).from(participant).where(allowed).get()) return false;
		const { criterion, contactPoint, stage } = offer;
		const set = { contactPoint, stage, offeredOn: today, userId };
		writer
			.insert(contactOffer)
			.values({ municipalityKey: key, criterionId: criterion, ...set })
			.onConflictDoUpdate({ target: [municipalityKey, criterionId], set })
			.run();
		note(writer, { municipalityKey: key, userId, event: 'contact_offered', subject: criterion }, today);
		return true;
	});
}

/**
 * Withdraws the offer for a criterion; it is gone from then on with all messages about it, also after a restore. Does
 * nothing where there is none.
 */
export async function withdrawContact(db: Db, criterion: string, { key, userId, today }: PlanDeed): Promise<void> {
	const withdrawn = await db.write((writer) => {
		const deleted = deleteOffer(writer, key, criterion);
		if (deleted.length > 0)
			note(writer, { municipalityKey: key, userId, event: 'contact_withdrawn', subject: criterion }, today);
		return deleted;
	});
	db.deletions.add('contact', withdrawn, today);
}

/** Deletes an offer, with all messages about it; how the list of deletions names it, empty where there is none. */
export function deleteOffer(writer: Writer, key: string, criterion: string): string[] {
	const offer = and(eq(municipalityKey, key), eq(criterionId, criterion));
	const found = writer.select({ offeredOn }).from(contactOffer).where(offer).get();
	if (!found) return [];
	const last = lastNote(writer, { municipalityKey: key, event: 'contact_offered', subject: criterion });
	writer.delete(contactOffer).where(offer).run();
	return [decision({ key, about: criterion, day: found.offeredOn, note: last })];
}

/** All contacts of verified municipalities, the same for every reader. */
export function findContacts(db: Db): ListedContact[] {
	const { key, name, state, population } = municipality;
	const rows = db.read
		.select({ key, name, state, population, ...OFFERED })
		.from(contactOffer)
		.innerJoin(participant, eq(participant.municipalityKey, municipalityKey))
		.innerJoin(municipality, eq(key, municipalityKey))
		.where(TAKES_PART)
		.all();
	return sortContacts(rows);
}

/** For whom somebody may read contacts and write about them, by name. */
export function findOwnReaders(db: Db, reader: string): { key: string; name: string; role: MemberRole }[] {
	return db.read
		.select({ key: municipality.key, name: municipality.name, role: membership.role })
		.from(membership)
		.innerJoin(participant, eq(participant.municipalityKey, membership.municipalityKey))
		.innerJoin(municipality, eq(municipality.key, membership.municipalityKey))
		.where(and(eq(membership.userId, reader), TAKES_PART))
		.orderBy(asc(municipality.name))
		.all();
}

/** What somebody is to a municipality that may read contacts, of several that which asks for less; undefined where to none. */
export function findReaderRole(db: Db, reader: string): MemberRole | undefined {
	const rows = findOwnReaders(db, reader);
	return (rows.find(({ role }) => role === 'observer') ?? rows[0])?.role;
}
