import { error } from '@sveltejs/kit';
import { database } from '#lib/server/database.ts';
import { findLetterhead } from '#lib/server/municipalities/looks.ts';
import { requireMember } from '../../../../guards.ts';
import type { RequestHandler } from './$types';

/** The logo as the service has drawn it anew. */
export const GET: RequestHandler = async (event) => {
	const { municipality } = await requireMember(event, 'designDocuments');
	const { logo } = findLetterhead(database(), municipality.key);
	if (!logo) error(404);
	return new Response(new Uint8Array(logo.png), { headers: { 'content-type': 'image/png' } });
};
