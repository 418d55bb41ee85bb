/** What somebody reports about contacts (D10): an offer, a message that came, or an answer. The operator decides. */
import { and, eq, isNull } from 'drizzle-orm';
import type { OfferPlace, Reported } from '#lib/domain/contact/message.ts';
import type { PlanDeed } from '#lib/server/rounds/actions.ts';
import { note } from '#lib/server/municipalities/audit.ts';
import { randomToken } from '#lib/server/checks/checks.ts';
import { TAKES_PART } from './contacts.ts';
import type { Db, Writer } from '#lib/server/db/open.ts';
import { contactOffer, participant } from '#lib/server/db/schema-accounts.ts';
import { contactMessage, contactReport } from '#lib/server/db/schema-contacts.ts';

/** What is reported, and the municipality that is answerable for it. */
interface Found {
	kind: Reported;
	reported: string;
	criterion: string;
	messageId: string | null;
	quoted: string;
}

/** Reports somebody's offer. False where none is listed: who offered before it took part no more is told to nobody. */
export function reportOffer(db: Db, place: OfferPlace, reason: string, deed: PlanDeed): Promise<boolean> {
	return db.write((writer) => {
		const offer = and(eq(contactOffer.municipalityKey, place.key), eq(contactOffer.criterionId, place.criterion));
		const listed = writer
			.select({ quoted: contactOffer.contactPoint })
			.from(contactOffer)
			.innerJoin(participant, eq(participant.municipalityKey, contactOffer.municipalityKey));
		const found = listed.where(and(offer, TAKES_PART)).get();
		if (!found || place.key === deed.key) return false;
		const about = { kind: 'offer', reported: place.key, criterion: place.criterion, messageId: null } as const;
		insertReport(writer, { ...about, ...found }, reason, deed);
		return true;
	});
}

/** Reports a message that has come to the municipality. False where it has none of this id. */
export function reportMessage(db: Db, id: string, reason: string, deed: PlanDeed): Promise<boolean> {
	return db.write((writer) => {
		const own = and(eq(contactMessage.id, id), eq(contactMessage.municipalityKey, deed.key));
		const found = writer.select().from(contactMessage).where(own).get();
		if (!found) return false;
		const { criterionId: criterion, senderMunicipalityKey: reported, text: quoted } = found;
		insertReport(writer, { kind: 'message', reported, criterion, messageId: id, quoted }, reason, deed);
		return true;
	});
}

/** Reports the answer to a message that the municipality has sent. False where there is none. */
export function reportAnswer(db: Db, id: string, reason: string, deed: PlanDeed): Promise<boolean> {
	return db.write((writer) => {
		const own = and(eq(contactMessage.id, id), eq(contactMessage.senderMunicipalityKey, deed.key));
		const found = writer.select().from(contactMessage).where(own).get();
		if (!found || found.answer === null) return false;
		const { criterionId: criterion, municipalityKey: reported, answer: quoted } = found;
		insertReport(writer, { kind: 'answer', reported, criterion, messageId: id, quoted }, reason, deed);
		return true;
	});
}

/** One report of a municipality about each thing: reported again, the reason is replaced. */
function insertReport(
	writer: Writer,
	{ reported, criterion: criterionId, ...found }: Found,
	reason: string,
	{ key, userId, today }: PlanDeed
): void {
	const { reporterMunicipalityKey, reportedMunicipalityKey, kind, messageId, criterionId: about } = contactReport;
	const same = and(
		eq(reporterMunicipalityKey, key),
		eq(reportedMunicipalityKey, reported),
		eq(kind, found.kind),
		eq(about, criterionId),
		found.messageId === null ? isNull(messageId) : eq(messageId, found.messageId)
	);
	const changed = { reason, quoted: found.quoted, reportedOn: today };
	if (writer.update(contactReport).set(changed).where(same).run().changes > 0) return;
	const parties = { reporterMunicipalityKey: key, reportedMunicipalityKey: reported };
	writer
		.insert(contactReport)
		.values({ id: randomToken(), ...parties, ...found, criterionId, reason, reportedOn: today })
		.run();
	note(writer, { municipalityKey: key, userId, event: 'contact_reported', subject: criterionId }, today);
}
