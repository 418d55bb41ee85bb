import { fileName } from '#lib/domain/file-name.ts';
import * as m from '#lib/paraglide/messages.js';
import { database } from '#lib/server/database.ts';
import { findLetterhead } from '#lib/server/municipalities/looks.ts';
import { today } from '#lib/server/today.ts';
import { limitDownloads } from '../../../../../check/result-download.ts';
import { pdfResponse } from '../../../../../document-response.ts';
import { requireRound } from '../../../../../guards.ts';
import { roundReport } from '../result/round-report.ts';
import type { RequestHandler } from './$types';

/** The report as a tagged PDF, in the page's language. */
export const GET: RequestHandler = async (event) => {
	const { round, municipality } = await requireRound(event, 'readResult');
	limitDownloads(event.getClientAddress());
	const report = roundReport(round, municipality.key, today());
	const name = fileName([m.document_report(), municipality.name, round.closedOn ?? today()], 'pdf');
	return pdfResponse(report, name, findLetterhead(database(), municipality.key));
};
