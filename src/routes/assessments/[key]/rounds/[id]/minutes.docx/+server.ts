import { error } from '@sveltejs/kit';
import { fileName } from '#lib/domain/file-name.ts';
import type { Minutes } from '#lib/domain/meeting/minutes.ts';
import * as m from '#lib/paraglide/messages.js';
import { today } from '#lib/server/today.ts';
import { runInWorker } from '#lib/server/worker.ts';
import { downloading } from '../../../../../check/limits.ts';
import { requireInstrument } from '../../../../../check/instrument-of.ts';
import { requireRound } from '../../../../../guards.ts';
import { minutesOf } from '../minutes/minutes-of.ts';
import { minutesInWords } from '../minutes/minutes-words.ts';
import type { RequestHandler } from './$types';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The minutes as a file to edit, in the page's language. */
export const GET: RequestHandler = async (event) => {
	const { round, municipality } = await requireRound(event, 'readMeeting');
	if (!downloading.allows(event.getClientAddress())) error(429, 'limit');
	const minutes = minutesInWords(await minutesOf(round, municipality.name), requireInstrument(round).instrument);
	const file = await runInWorker<Uint8Array<ArrayBuffer>>('meeting/minutes-worker', minutes satisfies Minutes);
	const name = fileName([m.minutes_title(), municipality.name, round.closedOn ?? today()], 'docx');
	return new Response(file, {
		headers: { 'content-type': DOCX, 'content-disposition': `attachment; filename="${name}"` }
	});
};
