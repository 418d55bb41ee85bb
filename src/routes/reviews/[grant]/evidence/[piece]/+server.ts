import { error } from '@sveltejs/kit';
import { readReleasedPiece } from '#lib/server/evidence/evidence.ts';
import { downloading } from '../../../../check/limits.ts';
import { evidenceResponse } from '../../../../evidence-response.ts';
import { openPage } from '../../review-page.ts';
import type { RequestHandler } from './$types';

/** A released file, for whoever holds a grant that includes evidence; each download is noted as an opening. */
export const GET: RequestHandler = async (event) => {
	if (!downloading.allows(event.getClientAddress())) error(429, 'limit');
	const { piece: id } = event.params;
	const piece = await openPage(event, `evidence:${id}`, ({ grant, round }, reader) => {
		const found = grant.includesEvidence ? readReleasedPiece(reader, round.id, id) : undefined;
		// Thrown within the job: what was not there has not been opened.
		return found ?? error(404);
	});
	return evidenceResponse(piece);
};
