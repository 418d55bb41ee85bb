import { councilPaper } from '#lib/components/document/council-paper.ts';
import { councilOf } from '#lib/domain/municipality/council.ts';
import * as m from '#lib/paraglide/messages.js';
import { wordResponse } from '../../../office-response.ts';
import { requireCheck } from '../../own-checks.ts';
import { documentName, reportedFinished } from '../../reported-check.ts';
import { limitDownloads } from '../../result-download.ts';
import type { RequestHandler } from './$types';

/** The paper for the council, to be edited. */
export const GET: RequestHandler = async (event) => {
	const check = await requireCheck(event);
	limitDownloads(event.getClientAddress());
	const told = await reportedFinished(check);
	const { municipality } = check.profile;
	const paper = councilPaper(told, municipality ? councilOf(municipality) : 'council');
	return wordResponse(paper, documentName(m.paper_title(), told, 'docx'));
};
