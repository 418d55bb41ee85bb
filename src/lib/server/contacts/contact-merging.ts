/** Contacts of a municipality that became another entry of the register: offers, messages, blocks and reports. */
import { and, eq, isNotNull, or } from 'drizzle-orm';
import type { Writer } from '#lib/server/db/open.ts';
import { contactOffer, participant } from '#lib/server/db/schema-accounts.ts';
import { contactBlock, contactMessage, contactReport } from '#lib/server/db/schema-contacts.ts';

/**
 * What is offered under the new entry already goes on as it is; messages move to it. What the two wrote to each other,
 * blocked or reported of each other ends, and whoever was excluded stays so.
 */
export function moveContacts(writer: Writer, from: string, into: string): void {
	moveOffers(writer, from, into);
	const { senderMunicipalityKey: sender } = contactMessage;
	writer.update(contactMessage).set({ senderMunicipalityKey: into }).where(eq(sender, from)).run();
	writer
		.delete(contactMessage)
		.where(and(eq(contactMessage.municipalityKey, into), eq(sender, into)))
		.run();
	moveBlocks(writer, from, into);
	moveReports(writer, from, into);
	const excluded = and(eq(participant.municipalityKey, from), isNotNull(participant.contactsExcludedOn));
	const before = writer.select({ on: participant.contactsExcludedOn }).from(participant).where(excluded).get();
	if (before)
		writer
			.update(participant)
			.set({ contactsExcludedOn: before.on })
			.where(eq(participant.municipalityKey, into))
			.run();
}

function moveOffers(writer: Writer, from: string, into: string): void {
	const offered = eq(contactOffer.municipalityKey, from);
	for (const row of writer.select().from(contactOffer).where(offered).all())
		writer
			.insert(contactOffer)
			.values({ ...row, municipalityKey: into })
			.onConflictDoNothing()
			.run();
	// Before the offers go, and their messages with them.
	const messages = eq(contactMessage.municipalityKey, from);
	writer.update(contactMessage).set({ municipalityKey: into }).where(messages).run();
	writer.delete(contactOffer).where(offered).run();
}

function moveBlocks(writer: Writer, from: string, into: string): void {
	const { municipalityKey, blockedMunicipalityKey } = contactBlock;
	const either = or(eq(municipalityKey, from), eq(blockedMunicipalityKey, from));
	const moved = (key: string) => (key === from ? into : key);
	for (const row of writer.select().from(contactBlock).where(either).all()) {
		const keys = {
			municipalityKey: moved(row.municipalityKey),
			blockedMunicipalityKey: moved(row.blockedMunicipalityKey)
		};
		if (keys.municipalityKey !== keys.blockedMunicipalityKey)
			writer
				.insert(contactBlock)
				.values({ ...row, ...keys })
				.onConflictDoNothing()
				.run();
	}
	writer.delete(contactBlock).where(either).run();
}

function moveReports(writer: Writer, from: string, into: string): void {
	const { reporterMunicipalityKey: reporter, reportedMunicipalityKey: reported } = contactReport;
	writer.update(contactReport).set({ reporterMunicipalityKey: into }).where(eq(reporter, from)).run();
	writer.update(contactReport).set({ reportedMunicipalityKey: into }).where(eq(reported, from)).run();
	writer
		.delete(contactReport)
		.where(and(eq(reporter, into), eq(reported, into)))
		.run();
}
