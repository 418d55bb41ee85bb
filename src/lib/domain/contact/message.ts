/**
 * D10: one message about an offered contact is relayed; until it is answered, nobody sees an address. Who may write and
 * when it is refused is decided here, alike for whatever closes an offer.
 */
import { addDays } from '#lib/domain/day.ts';

/** Characters of a message: a question and who asks, on one screen. */
export const MESSAGE_MAXIMUM = 1500;
/** Characters of an answer. */
export const ANSWER_MAXIMUM = 1500;
/** Characters of the reason for a report. */
export const REPORT_MAXIMUM = 500;

/** Messages of one municipality within one day: enough to ask around about a criterion, too few to write to everybody. */
export const MESSAGES_A_DAY = 5;
/**
 * Messages that may wait for one municipality at a time: nobody has to answer more. It also lets nobody conclude from an
 * offer that stands in the list and takes no message that they were blocked.
 */
export const WAITING_MOST = 10;
/** After so many days without an answer, or after a refusal, the same municipality may write about the same offer again. */
export const ANEW_DAYS = 90;

export const CONTACT_STATES = ['open', 'answered', 'declined'] as const;
export type ContactState = (typeof CONTACT_STATES)[number];

/** What can be reported to the operator. */
export const REPORTED = ['offer', 'message', 'answer'] as const;
export type Reported = (typeof REPORTED)[number];

/** An offer, by whose it is and what it is about. */
export interface OfferPlace {
	/** register key of the municipality that offers */
	key: string;
	criterion: string;
}

/**
 * Why a message is not taken: one's own offer; one has written already, and may again from a day on; used up for today;
 * or `closed`, which is the same whether the offer was withdrawn, never made, has too many waiting, or is closed to
 * this municipality.
 */
export type MessageRefusal =
	{ why: 'own' } | { why: 'again'; since: string; anewOn: string } | { why: 'day' } | { why: 'closed' };

/** What is known when somebody wants to write. */
export interface Wish {
	today: string;
	own: boolean;
	/** the offer stands, both sides are verified and neither is excluded or blocked */
	open: boolean;
	/** messages that wait for the offering municipality, and are not too old to count */
	waiting: number;
	/** day and state of the latest message of the same municipality about the same offer */
	latest: { sentOn: string; state: ContactState } | undefined;
	/** messages of the municipality today */
	sentToday: number;
}

/** Why a message is refused; undefined where it is taken. */
export function refusalOf({ today, own, open, waiting, latest, sentToday }: Wish): MessageRefusal | undefined {
	if (own) return { why: 'own' };
	if (!open) return { why: 'closed' };
	if (latest && latest.state !== 'answered') {
		const anewOn = addDays(latest.sentOn, ANEW_DAYS);
		if (today < anewOn) return { why: 'again', since: latest.sentOn, anewOn };
	}
	if (waiting >= WAITING_MOST) return { why: 'closed' };
	return sentToday >= MESSAGES_A_DAY ? { why: 'day' } : undefined;
}

/** The first day on which a message that waits still counts as waiting. */
export function waitingSince(today: string): string {
	return addDays(today, 1 - ANEW_DAYS);
}

/** Control characters, and what turns or hides text, end of line and tab apart. */
const UNSEEN = /[^\P{C}\n\t]/gu;

/** A typed text with plain ends of lines, without what cannot be seen. */
export function plainText(typed: string): string {
	return typed.replace(/\r\n?/g, '\n').replace(UNSEEN, '').trim();
}

/** The text, or undefined where there is none or too much. */
export function readText(typed: string, maximum: number): string | undefined {
	const text = plainText(typed);
	return text.length > 0 && text.length <= maximum ? text : undefined;
}

/** E-mail and web addresses: nobody is led elsewhere by a letter of this service. */
const ADDRESS = /@|:\/\/|www\./i;

/** A message as it may be relayed: no address stands in it; undefined where it is not. */
export function readMessage(typed: string): string | undefined {
	const text = readText(typed, MESSAGE_MAXIMUM);
	return text === undefined || ADDRESS.test(text) ? undefined : text;
}

/** A text as somebody else's within a letter: no line of it can pass for one of the service. */
export function quoted(text: string): string {
	return text
		.split('\n')
		.map((line) => `> ${line}`.trimEnd())
		.join('\n');
}
