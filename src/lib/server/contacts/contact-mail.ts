/**
 * Letters about contacts (D10). Nothing waits but ids: a letter is made when it is sent, from what still stands then, so
 * that what was withdrawn meanwhile leaves no letter behind.
 */
import { and, eq, isNotNull, isNull, ne } from 'drizzle-orm';
import type { ContactState, OfferPlace } from '#lib/domain/contact/message.ts';
import { findReceived, findSent } from './contact-messages.ts';
import type { Db } from '#lib/server/db/open.ts';
import { contactOffer, membership, user } from '#lib/server/db/schema-accounts.ts';
import { contactMessage } from '#lib/server/db/schema-contacts.ts';
import { isUndeliverable, type Letter, type Mail } from '#lib/server/mail.ts';

/** What a letter to whoever offers tells: no address. */
export interface MessageFacts {
	kind: 'message';
	id: string;
	/** whose offer it is, and the municipality that wrote */
	place: OfferPlace;
	from: string;
	text: string;
}

/** What a letter to whoever wrote tells: the address where it was answered. */
export interface ReplyFacts {
	kind: 'reply';
	/** register key of the municipality that wrote, and the name of the one that offers */
	key: string;
	to: string;
	criterion: string;
	state: ContactState;
	answer: string | undefined;
	address: string | undefined;
}

export type WriteContactLetter = (facts: MessageFacts | ReplyFacts) => Omit<Letter, 'to'>;

export interface ContactMail {
	db: Db;
	mail: Mail;
	write: WriteContactLetter;
}

type Row = typeof contactMessage.$inferSelect;

/** Sends what waits, one letter after the other. @throws what the mail server says; what it has not taken waits on */
export async function sendContactLetters(post: ContactMail, today: string): Promise<void> {
	const { db } = post;
	const { mailedOn, replyMailedOn, state } = contactMessage;
	const fresh = and(isNull(mailedOn), eq(state, 'open'));
	for (const { id } of db.read.select().from(contactMessage).where(fresh).all())
		await relay(post, id, { mailedOn: today }, messageLetters);
	const settled = and(isNull(replyMailedOn), ne(state, 'open'));
	for (const { id } of db.read.select().from(contactMessage).where(settled).all())
		await relay(post, id, { replyMailedOn: today }, replyLetters);
}

/** Looks at the message anew before its letters leave. */
async function relay(
	{ db, mail, write }: ContactMail,
	id: string,
	sent: Partial<Row>,
	lettersOf: (db: Db, row: Row) => { to: string[]; facts: MessageFacts | ReplyFacts } | undefined
): Promise<void> {
	const row = db.read.select().from(contactMessage).where(eq(contactMessage.id, id)).get();
	const letters = row && lettersOf(db, row);
	for (const to of letters?.to ?? []) {
		try {
			if (letters) await mail.send({ to, ...write(letters.facts) });
		} catch (error) {
			// What nothing will ever reach waits no longer; it stands on the page all the same.
			if (!isUndeliverable(error)) throw error;
		}
	}
	await db.write((writer) => writer.update(contactMessage).set(sent).where(eq(contactMessage.id, id)).run());
}

/** To whoever offered, while they organise the municipality; else to all who do. */
function messageLetters(db: Db, row: Row) {
	const place = { key: row.municipalityKey, criterion: row.criterionId };
	const found = findReceived(db, place.key).find(({ id }) => id === row.id);
	if (found?.state !== 'open') return undefined;
	const organisers = db.read
		.select({ id: user.id, email: user.email })
		.from(membership)
		.innerJoin(user, eq(user.id, membership.userId))
		.where(and(eq(membership.municipalityKey, place.key), eq(membership.role, 'organiser')))
		.all();
	const { userId, municipalityKey, criterionId } = contactOffer;
	const offered = and(eq(municipalityKey, place.key), eq(criterionId, place.criterion), isNotNull(userId));
	const by = db.read.select({ userId }).from(contactOffer).where(offered).get()?.userId;
	const person = organisers.filter(({ id }) => id === by);
	const to = (person.length > 0 ? person : organisers).map(({ email }) => email);
	return { to, facts: { kind: 'message', id: row.id, place, from: found.from.name, text: found.text } as const };
}

/** To whoever wrote, while they belong to the municipality for which they did. */
function replyLetters(db: Db, row: Row) {
	const key = row.senderMunicipalityKey;
	const found = findSent(db, key).find(({ id }) => id === row.id);
	if (!found) return undefined;
	const member = and(eq(membership.municipalityKey, key), eq(membership.userId, row.senderId ?? ''));
	const to = db.read
		.select({ email: user.email })
		.from(membership)
		.innerJoin(user, eq(user.id, membership.userId))
		.where(member)
		.all();
	const { state, answer, address, criterion } = found;
	const facts = { kind: 'reply', key, to: found.to.name, criterion, state, answer, address } as const;
	return { to: to.map(({ email }) => email), facts };
}

let opened: ContactMail | undefined;
let sending: Promise<void> = Promise.resolve();

/** Opens the letters of this process; called once, when the server starts. */
export function initContactMail(post: ContactMail): void {
	opened = post;
}

/**
 * Begins to send what waits and lets nobody wait for it. What the server refuses stands in the log, without the address,
 * and is tried again with the next call.
 */
export function sendContactLettersSoon(today: string): void {
	const post = opened;
	if (!post) throw new Error('The letters are not open yet');
	sending = sending
		.then(() => sendContactLetters(post, today))
		.catch((error: unknown) => {
			const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
			console.error(`Nachrichten warten auf den nächsten Versuch · messages wait for the next try: ${code}`);
		});
}
