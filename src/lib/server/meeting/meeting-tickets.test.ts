import { expect, test } from 'vitest';
import { hash } from '../../../../tests/support/accounts.ts';
import { makeTicket, readTicket, writeTicket } from './meeting-tickets.ts';

const ticket = makeTicket('phone', 'round', 'K7M3TW');
const written = writeTicket(ticket, hash);

test('a ticket is read as it was written, and every device has its own', () => {
	expect(readTicket(written, hash)).toEqual(ticket);
	expect(makeTicket('phone', 'round', 'K7M3TW').device).not.toBe(ticket.device);
});

test.each([
	['another code', written.replace('K7M3TW', 'AAAAAA')],
	['another round', written.replace('.round.', '.other.')],
	['a screen that wants to vote', writeTicket({ ...ticket, as: 'screen' }, hash).replace('screen', 'phone')],
	['no signature', written.split('.').slice(0, 4).join('.')],
	['something else behind it', `${written}x`],
	['nothing', '']
])('%s opens nothing', (_, forged) => {
	expect(readTicket(forged, hash)).toBeUndefined();
});

test('nor does what another service has signed', () => {
	expect(
		readTicket(
			writeTicket(ticket, (text) => `${hash(text)}`.split('').reverse().join('')),
			hash
		)
	).toBeUndefined();
});
