/** The meeting that this browser has joined. */
import { redirect } from '@sveltejs/kit';
import { database } from '#lib/server/database.ts';
import { hashCode } from '#lib/server/keys.ts';
import { readTicket, writeTicket, type Ticket } from '#lib/server/meeting/meeting-tickets.ts';
import { admits, readScreens } from '#lib/server/meeting/screens.ts';
import { today } from '#lib/server/today.ts';
import { deleteCookie, readCookie, setCookie, type CookieEvent } from '../cookies.ts';

const PATH = '/meeting';

export function keepTicket(event: CookieEvent, ticket: Ticket): void {
	setCookie(event, 'meeting', writeTicket(ticket, hashCode), PATH);
}

export function forgetTicket(event: CookieEvent): void {
	deleteCookie(event, 'meeting', PATH);
}

/** The ticket of this browser, if its meeting lets it in today. */
export function currentTicket(event: CookieEvent): Ticket | undefined {
	const ticket = readTicket(readCookie(event, 'meeting') ?? '', hashCode);
	return ticket && isIn(ticket) ? ticket : undefined;
}

/** Whether a meeting still lets this ticket in: it was not broken off, and its day is not over. */
export function isIn({ roundId, code }: Ticket): boolean {
	return admits(readScreens(database().read, roundId), today(), code);
}

/** Whoever has joined as a screen or a phone; else to where a code is entered. */
export function requireTicket(event: CookieEvent, as: Ticket['as']): Ticket {
	const ticket = currentTicket(event);
	if (ticket?.as !== as) redirect(303, PATH);
	return ticket;
}
