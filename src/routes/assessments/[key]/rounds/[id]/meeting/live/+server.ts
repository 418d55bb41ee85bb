import { error } from '@sveltejs/kit';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { isLeading } from '#lib/server/rounds/leading.ts';
import { openStream } from '#lib/server/meeting/live.ts';
import { requireRound } from '../../../../../../guards.ts';
import { streamResponse } from '../../../../../../meeting/stream-response.ts';
import type { RequestHandler } from './$types';

/** The same as the screens show, for whoever leads the meeting. */
export const GET: RequestHandler = async (event) => {
	const { round, user } = await requireRound(event, 'decide');
	const mayWatch = () => isLeading(database(), round, user.id);
	if (!mayWatch()) return streamResponse(undefined);
	const stream = openStream(database(), round.id, { locale: getLocale(), mayWatch });
	if (!stream) error(503, 'full');
	return streamResponse(stream);
};
