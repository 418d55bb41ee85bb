import { minutesPaper } from '#lib/components/document/minutes-paper.ts';
import { fileName } from '#lib/domain/file-name.ts';
import * as m from '#lib/paraglide/messages.js';
import { database } from '#lib/server/database.ts';
import { findLetterhead } from '#lib/server/municipalities/looks.ts';
import { today } from '#lib/server/today.ts';
import { requireInstrument } from '../../../../../check/instrument-of.ts';
import { limitDownloads } from '../../../../../check/result-download.ts';
import { requireRound } from '../../../../../guards.ts';
import { wordResponse } from '../../../../../office-response.ts';
import { minutesOf } from '../minutes/minutes-of.ts';
import { minutesInWords } from '../minutes/minutes-words.ts';
import type { RequestHandler } from './$types';

/** The minutes as a file to edit, in the page's language. */
export const GET: RequestHandler = async (event) => {
	const { round, municipality } = await requireRound(event, 'readMeeting');
	limitDownloads(event.getClientAddress());
	const minutes = minutesInWords(await minutesOf(round, municipality.name), requireInstrument(round).instrument);
	const name = fileName([m.minutes_title(), municipality.name, round.closedOn ?? today()], 'docx');
	return wordResponse(
		minutesPaper(minutes, municipality.name, today()),
		name,
		findLetterhead(database(), municipality.key)
	);
};
