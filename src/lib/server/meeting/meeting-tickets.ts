/** What a screen or phone holds once it has joined a meeting by its code; signed, so that none can be made up. */
import { randomBytes, timingSafeEqual } from 'node:crypto';

export interface Ticket {
	/** a phone votes, a screen only shows */
	as: 'screen' | 'phone';
	roundId: string;
	/** by which it has joined */
	code: string;
	/** the secret of this device, stored nowhere else */
	device: string;
}

const DEVICE_BYTES = 16;

/** A ticket for a device that is new to the meeting. */
export function makeTicket(as: Ticket['as'], roundId: string, code: string): Ticket {
	return { as, roundId, code, device: randomBytes(DEVICE_BYTES).toString('base64url') };
}

/** @param hash keyed; its key lies outside the database */
export function writeTicket({ as, roundId, code, device }: Ticket, hash: (text: string) => string): string {
	const text = [as, roundId, code, device].join('.');
	return `${text}.${hash(`meeting ${text}`)}`;
}

/** The ticket that this service has written, or undefined for anything else. */
export function readTicket(written: string, hash: (text: string) => string): Ticket | undefined {
	const [as, roundId, code, device] = written.split('.');
	if ((as !== 'screen' && as !== 'phone') || !roundId || !code || !device) return undefined;
	const ticket: Ticket = { as, roundId, code, device };
	const [given, expected] = [Buffer.from(written), Buffer.from(writeTicket(ticket, hash))];
	return given.length === expected.length && timingSafeEqual(given, expected) ? ticket : undefined;
}
