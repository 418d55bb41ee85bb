import { presentationOf } from '#lib/components/document/presentation.ts';
import { fileName } from '#lib/domain/file-name.ts';
import * as m from '#lib/paraglide/messages.js';
import { database } from '#lib/server/database.ts';
import { findLetterhead } from '#lib/server/municipalities/looks.ts';
import { findActions } from '#lib/server/rounds/actions.ts';
import { today } from '#lib/server/today.ts';
import { limitDownloads } from '../../../../../check/result-download.ts';
import { requireRound } from '../../../../../guards.ts';
import { slidesResponse } from '../../../../../office-response.ts';
import { slideActions } from '../../../plan/plan-section.ts';
import { reported } from '../result/round-report.ts';
import type { RequestHandler } from './$types';

/** The result as slides, to be edited, in the page's language. */
export const GET: RequestHandler = async (event) => {
	const { round, municipality } = await requireRound(event, 'readResult');
	limitDownloads(event.getClientAddress());
	const told = reported(round, municipality.key, today());
	const deck = presentationOf(told, slideActions(findActions(database(), municipality.key), today()));
	const name = fileName([m.office_slides_file(), municipality.name, round.closedOn ?? today()], 'pptx');
	return slidesResponse(deck, name, findLetterhead(database(), municipality.key));
};
