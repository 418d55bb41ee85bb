import { error } from '@sveltejs/kit';
import { evidenceResponse } from '../../../../../../../evidence-response.ts';
import { downloading } from '../../../../../../../check/limits.ts';
import { requirePiece } from '../require-piece.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { piece } = await requirePiece(event, 'readEvidence');
	if (!downloading.allows(event.getClientAddress())) error(429, 'limit');
	return evidenceResponse(piece);
};
