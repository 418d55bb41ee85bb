import { reportOf } from '#lib/components/document/report.ts';
import * as m from '#lib/paraglide/messages.js';
import { pdfResponse } from '../../../document-response.ts';
import { requireCheck } from '../../own-checks.ts';
import { documentName, reportedCheck } from '../../reported-check.ts';
import { limitDownloads } from '../../result-download.ts';
import type { RequestHandler } from './$types';

/** The report as a tagged PDF. */
export const GET: RequestHandler = async (event) => {
	const check = await requireCheck(event);
	limitDownloads(event.getClientAddress());
	const told = await reportedCheck(check);
	return pdfResponse(reportOf(told), documentName(m.document_report(), told, 'pdf'));
};
