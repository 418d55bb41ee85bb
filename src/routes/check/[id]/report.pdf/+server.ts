import { reportOf } from '#lib/components/document/report.ts';
import { fileName } from '#lib/domain/file-name.ts';
import * as m from '#lib/paraglide/messages.js';
import { sha256 } from '#lib/server/sha256.ts';
import { today } from '#lib/server/today.ts';
import { pdfResponse } from '../../../document-response.ts';
import { requireCheck } from '../../own-checks.ts';
import { jsonOf, limitDownloads, readCheck } from '../../result-download.ts';
import type { RequestHandler } from './$types';

/** The report as a tagged PDF, in the page's language; notes and reasons are no part of it. */
export const GET: RequestHandler = async (event) => {
	const check = await requireCheck(event);
	limitDownloads(event.getClientAddress());
	const { file, ...told } = await readCheck(check, true);
	const day = today();
	const report = reportOf({ ...told, day, sha256: sha256(jsonOf(file)) });
	return pdfResponse(report, fileName([m.document_report(), told.about.name ?? m.result_file_trial(), day], 'pdf'));
};
