/** One message about an offered contact, relayed to whoever offers it (D10). Reads neither rounds nor results. */
import { and, count, desc, eq, gte } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import {
	refusalOf,
	waitingSince,
	type ContactState,
	type MessageRefusal,
	type OfferPlace
} from '#lib/domain/contact/message.ts';
import type { PlanDeed } from '#lib/server/rounds/actions.ts';
import { note } from '#lib/server/municipalities/audit.ts';
import { randomToken } from '#lib/server/checks/checks.ts';
import { TAKES_PART } from './contacts.ts';
import type { Db, Reader } from '#lib/server/db/open.ts';
import { auditEntry, contactOffer, membership, participant, user } from '#lib/server/db/schema-accounts.ts';
import { contactBlock, contactMessage } from '#lib/server/db/schema-contacts.ts';
import { municipality } from '#lib/server/db/schema.ts';

const ofOffer = ({ key, criterion }: OfferPlace) =>
	and(eq(contactMessage.municipalityKey, key), eq(contactMessage.criterionId, criterion));

/** Whether an offer stands that this municipality may write about. */
function isOpen(reader: Reader, { key, criterion }: OfferPlace, from: string): boolean {
	const place = and(eq(contactOffer.municipalityKey, key), eq(contactOffer.criterionId, criterion));
	const offered = reader
		.select({ key: contactOffer.municipalityKey })
		.from(contactOffer)
		.innerJoin(participant, eq(participant.municipalityKey, contactOffer.municipalityKey))
		.where(and(place, TAKES_PART))
		.get();
	const blocked = and(eq(contactBlock.municipalityKey, key), eq(contactBlock.blockedMunicipalityKey, from));
	const sender = and(eq(participant.municipalityKey, from), TAKES_PART);
	return (
		offered !== undefined &&
		reader.select().from(contactBlock).where(blocked).get() === undefined &&
		reader.select().from(participant).where(sender).get() !== undefined
	);
}

/** Why a municipality may not write about an offer today; undefined where it may. */
export function readRefusal(
	reader: Reader,
	place: OfferPlace,
	{ key: from, today }: Pick<PlanDeed, 'key' | 'today'>
): MessageRefusal | undefined {
	const { senderMunicipalityKey, municipalityKey, sentOn, state } = contactMessage;
	const waits = and(eq(municipalityKey, place.key), eq(state, 'open'), gte(sentOn, waitingSince(today)));
	const { municipalityKey: noted, event, day } = auditEntry;
	const written = and(eq(noted, from), eq(event, 'contact_written'), eq(day, today));
	return refusalOf({
		today,
		own: place.key === from,
		open: isOpen(reader, place, from),
		waiting: reader.select({ n: count() }).from(contactMessage).where(waits).get()?.n ?? 0,
		latest: reader
			.select({ sentOn, state })
			.from(contactMessage)
			.where(and(ofOffer(place), eq(senderMunicipalityKey, from)))
			.orderBy(desc(sentOn))
			.limit(1)
			.get(),
		// What was written stays in the log, whatever becomes of the message.
		sentToday: reader.select({ n: count() }).from(auditEntry).where(written).get()?.n ?? 0
	});
}

/** Takes a message for one offer; it waits for its letter. Resolves with why not where it is refused. */
export function writeMessage(
	db: Db,
	{ place, text }: { place: OfferPlace; text: string },
	deed: PlanDeed
): Promise<MessageRefusal | undefined> {
	const { key: senderMunicipalityKey, userId: senderId, today } = deed;
	return db.write((writer) => {
		const refusal = readRefusal(writer, place, deed);
		if (refusal) return refusal;
		const about = { municipalityKey: place.key, criterionId: place.criterion };
		writer
			.insert(contactMessage)
			.values({ id: randomToken(), ...about, senderMunicipalityKey, senderId, text, sentOn: today })
			.run();
		const noted = { municipalityKey: senderMunicipalityKey, userId: senderId, subject: place.criterion };
		note(writer, { ...noted, event: 'contact_written' }, today);
		return undefined;
	});
}

export interface ReceivedMessage {
	id: string;
	criterion: string;
	/** the municipality that wrote */
	from: { key: string; name: string };
	text: string;
	sentOn: string;
	state: ContactState;
	answer: string | undefined;
}

const { id, criterionId: criterion, text, sentOn, state, answer } = contactMessage;

/** What others have written to a municipality, the latest first. Nothing tells who it was there. */
export function findReceived(db: Db, key: string): ReceivedMessage[] {
	const { senderMunicipalityKey, municipalityKey } = contactMessage;
	return db.read
		.select({ id, criterion, text, sentOn, state, answer, from: { key: municipality.key, name: municipality.name } })
		.from(contactMessage)
		.innerJoin(municipality, eq(municipality.key, senderMunicipalityKey))
		.where(eq(municipalityKey, key))
		.orderBy(desc(sentOn), id)
		.all()
		.map((row) => ({ ...row, answer: row.answer ?? undefined }));
}

export interface SentMessage {
	id: string;
	criterion: string;
	/** the municipality that was written to */
	to: { key: string; name: string };
	text: string;
	sentOn: string;
	state: ContactState;
	answer: string | undefined;
	/** of whoever answered, as long as they belong to the municipality; undefined before, and where they do not */
	address: string | undefined;
}

/** What a municipality has written to others, the latest first. */
export function findSent(db: Db, key: string): SentMessage[] {
	const { senderMunicipalityKey, municipalityKey, answeredBy } = contactMessage;
	const answering = alias(membership, 'answering');
	return db.read
		.select({
			...{ id, criterion, text, sentOn, state, answer, address: user.email },
			to: { key: municipality.key, name: municipality.name }
		})
		.from(contactMessage)
		.innerJoin(municipality, eq(municipality.key, municipalityKey))
		.leftJoin(answering, and(eq(answering.userId, answeredBy), eq(answering.municipalityKey, municipalityKey)))
		.leftJoin(user, eq(user.id, answering.userId))
		.where(eq(senderMunicipalityKey, key))
		.orderBy(desc(sentOn), id)
		.all()
		.map((row) => ({ ...row, answer: row.answer ?? undefined, address: row.address ?? undefined }));
}
