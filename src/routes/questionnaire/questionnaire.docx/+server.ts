import { questionnairePaper } from '#lib/components/document/questionnaire-paper.ts';
import { fileName } from '#lib/domain/file-name.ts';
import { localise } from '#lib/domain/instrument/localise.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import * as m from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { onceMade } from '#lib/server/documents/kept.ts';
import { limitDownloads } from '../../check/result-download.ts';
import { wordResponse } from '../../office-response.ts';
import { askedVariant, extentOf } from '../extents.ts';
import type { RequestHandler } from './$types';

const EXTENTS = { full: m.questionnaire_extent_full, short: m.questionnaire_extent_short };

/** The questionnaire to fill in away from here, in the page's language. */
export const GET: RequestHandler = ({ url, getClientAddress }) => {
	limitDownloads(getClientAddress());
	const { instrument, sha256 } = currentInstrument();
	const variant = askedVariant(url);
	const extent = EXTENTS[variant](extentOf(instrument, variant));
	const locale = getLocale();
	return onceMade(`questionnaire ${sha256} ${variant} ${locale}`, () => {
		const paper = questionnairePaper(localise(instrument, locale), { variant, extent, sha256 });
		return wordResponse(paper, fileName(['standort-2030', m.questionnaire_title(), variant], 'docx'));
	});
};
