import { error } from '@sveltejs/kit';
import { getLocale } from '#lib/paraglide/runtime.js';
import { attend } from '#lib/server/meeting/attending.ts';
import { database } from '#lib/server/database.ts';
import { openStream, tellScreens } from '#lib/server/meeting/live.ts';
import { currentTicket, isIn } from '../joined.ts';
import { streamResponse } from '../stream-response.ts';
import type { RequestHandler } from './$types';

/** What the meeting of this browser's ticket shows, as it changes. */
export const GET: RequestHandler = (event) => {
	const ticket = currentTicket(event);
	if (!ticket) return streamResponse(undefined);
	const { roundId, device } = ticket;
	const stream = openStream(database(), roundId, { locale: getLocale(), mayWatch: () => isIn(ticket) });
	if (!stream) error(503, 'full');
	// After a restart phones are known again as soon as they are back.
	if (ticket.as === 'phone' && attend(roundId, device)) tellScreens(roundId);
	return streamResponse(stream);
};
