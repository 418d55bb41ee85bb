/** The piece of evidence in the address, of the round in the address; 404 for every other. */
import { error, type RequestEvent } from '@sveltejs/kit';
import type { What } from '#lib/domain/access.ts';
import { database } from '#lib/server/database.ts';
import { readPiece } from '#lib/server/evidence/evidence.ts';
import { requireRound } from '../../../../../../guards.ts';

type PieceEvent = Pick<RequestEvent, 'locals' | 'url'> & { params: { key: string; id: string; piece: string } };

export async function requirePiece(event: PieceEvent, what: What) {
	const found = await requireRound(event, what);
	const ofRound = { key: found.municipality.key, roundId: found.round.id };
	const piece = readPiece(database().read, { ...ofRound, id: event.params.piece });
	if (!piece) error(404);
	return { ...found, piece, ofRound };
}
