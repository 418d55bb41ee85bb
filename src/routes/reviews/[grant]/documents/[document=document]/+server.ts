import { error } from '@sveltejs/kit';
import { councilPaper } from '#lib/components/document/council-paper.ts';
import { presentationOf } from '#lib/components/document/presentation.ts';
import { reportOf } from '#lib/components/document/report.ts';
import { grantedSheets } from '#lib/components/review/granted-sheets.ts';
import { PLAIN_LETTERHEAD } from '#lib/domain/document/letterhead.ts';
import { fileName } from '#lib/domain/file-name.ts';
import { councilOf } from '#lib/domain/municipality/council.ts';
import type { GrantedDocument } from '#lib/domain/review/granted.ts';
import * as m from '#lib/paraglide/messages.js';
import { mayMakePdf } from '#lib/server/documents/typst.ts';
import { today } from '#lib/server/today.ts';
import { limitDownloads } from '../../../../check/result-download.ts';
import { pdfResponse } from '../../../../document-response.ts';
import { slidesResponse, wordResponse, workbookResponse } from '../../../../office-response.ts';
import { grantedReport } from '../../granted-result.ts';
import { openPage } from '../../review-page.ts';
import type { RequestHandler } from './$types';

type Granted = ReturnType<typeof grantedReport>;

function respond(document: GrantedDocument, { report, result, round }: Granted): Promise<Response> {
	const { municipality } = round.profile;
	const named = (title: string) =>
		fileName([title, municipality?.name ?? '', round.closedOn ?? report.day], document.split('.')[1] ?? '');
	switch (document) {
		case 'report.pdf':
			return pdfResponse(reportOf(report), named(m.document_report()));
		case 'paper.docx':
			return wordResponse(
				councilPaper(report, municipality ? councilOf(municipality) : 'council'),
				named(m.paper_title())
			);
		case 'slides.pptx':
			return slidesResponse(presentationOf(report, []), named(m.office_slides_file()), PLAIN_LETTERHEAD);
		case 'workbook.xlsx':
			return workbookResponse(grantedSheets(result), named(m.result_title()));
	}
}

/** What a grant includes of the result, in the page's language; each download is noted as an opening. */
export const GET: RequestHandler = async (event) => {
	limitDownloads(event.getClientAddress());
	const { document } = event.params;
	// What cannot be made is not noted as opened.
	if (document === 'report.pdf' && !mayMakePdf()) error(501);
	const granted = await openPage(event, document, (held, reader) => grantedReport(held, reader, today()));
	return respond(document, granted);
};
