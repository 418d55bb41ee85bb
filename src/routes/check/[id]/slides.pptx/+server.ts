import { presentationOf } from '#lib/components/document/presentation.ts';
import * as m from '#lib/paraglide/messages.js';
import { slidesResponse } from '../../../office-response.ts';
import { requireCheck } from '../../own-checks.ts';
import { documentName, reportedFinished } from '../../reported-check.ts';
import { limitDownloads } from '../../result-download.ts';
import type { RequestHandler } from './$types';

/** The result as slides, to be edited. */
export const GET: RequestHandler = async (event) => {
	const check = await requireCheck(event);
	limitDownloads(event.getClientAddress());
	const told = await reportedFinished(check);
	return slidesResponse(presentationOf(told, []), documentName(m.office_slides_file(), told, 'pptx'));
};
