import { councilPaper } from '#lib/components/document/council-paper.ts';
import { fileName } from '#lib/domain/file-name.ts';
import { councilOf } from '#lib/domain/municipality/council.ts';
import * as m from '#lib/paraglide/messages.js';
import { database } from '#lib/server/database.ts';
import { findLetterhead } from '#lib/server/municipalities/looks.ts';
import { today } from '#lib/server/today.ts';
import { limitDownloads } from '../../../../../check/result-download.ts';
import { requireRound } from '../../../../../guards.ts';
import { wordResponse } from '../../../../../office-response.ts';
import { reported } from '../result/round-report.ts';
import type { RequestHandler } from './$types';

/** The paper for the council, to be edited, in the page's language. */
export const GET: RequestHandler = async (event) => {
	const { round, municipality } = await requireRound(event, 'readResult');
	limitDownloads(event.getClientAddress());
	const told = reported(round, municipality.key, today());
	const council = round.profile.municipality ? councilOf(round.profile.municipality) : 'council';
	const name = fileName([m.paper_title(), municipality.name, round.closedOn ?? today()], 'docx');
	return wordResponse(councilPaper(told, council), name, findLetterhead(database(), municipality.key));
};
