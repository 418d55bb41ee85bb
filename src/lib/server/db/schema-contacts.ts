import { sql } from 'drizzle-orm';
import { check, foreignKey, index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { CONTACT_STATES, REPORTED } from '#lib/domain/contact/message.ts';
import { contactOffer, participant, user } from './schema-accounts.ts';

/** What municipalities write to each other about an offer (D10). Each is `WITHOUT ROWID` by the migration, so that no order of arrival is left. */

const ofParticipant = () =>
	text()
		.notNull()
		.references(() => participant.municipalityKey, { onDelete: 'cascade' });

/** One message about one offer, and what became of it; it goes with the offer. Addresses stay with the accounts. */
export const contactMessage = sqliteTable(
	'contact_message',
	{
		/** random */
		id: text().primaryKey(),
		/** who offers */
		municipalityKey: text().notNull(),
		criterionId: text().notNull(),
		senderMunicipalityKey: ofParticipant(),
		/** null where the account is gone */
		senderId: text().references(() => user.id, { onDelete: 'set null' }),
		text: text().notNull(),
		sentOn: text().notNull(),
		state: text({ enum: CONTACT_STATES }).notNull().default('open'),
		/** null unless answered */
		answer: text(),
		/** whose address the sender sees; null where the account is gone, or nothing is answered */
		answeredBy: text().references(() => user.id, { onDelete: 'set null' }),
		/** day on which the letter about the message left; null while it waits */
		mailedOn: text(),
		/** the same of the letter about what became of it */
		replyMailedOn: text()
	},
	(table) => [
		foreignKey({
			columns: [table.municipalityKey, table.criterionId],
			foreignColumns: [contactOffer.municipalityKey, contactOffer.criterionId]
		}).onDelete('cascade'),
		index('contact_message_offer').on(table.municipalityKey, table.criterionId),
		index('contact_message_sender').on(table.senderMunicipalityKey),
		check('contact_message_address', sql`${table.answeredBy} IS NULL OR ${table.state} = 'answered'`)
	]
);

/** A municipality that wants no messages from another. */
export const contactBlock = sqliteTable(
	'contact_block',
	{
		municipalityKey: ofParticipant(),
		blockedMunicipalityKey: ofParticipant(),
		blockedOn: text().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.municipalityKey, table.blockedMunicipalityKey] }),
		index('contact_block_blocked').on(table.blockedMunicipalityKey)
	]
);

/** What somebody has reported, until the operator has decided; it quotes what was there, which may be gone meanwhile. */
export const contactReport = sqliteTable(
	'contact_report',
	{
		/** random */
		id: text().primaryKey(),
		reporterMunicipalityKey: ofParticipant(),
		reportedMunicipalityKey: ofParticipant(),
		kind: text({ enum: REPORTED }).notNull(),
		criterionId: text().notNull(),
		/** null where an offer is reported */
		messageId: text(),
		quoted: text().notNull(),
		reason: text().notNull(),
		reportedOn: text().notNull()
	},
	(table) => [
		index('contact_report_reporter').on(table.reporterMunicipalityKey),
		index('contact_report_reported').on(table.reportedMunicipalityKey)
	]
);
