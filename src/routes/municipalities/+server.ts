import { json } from '@sveltejs/kit';
import { QUERY_MAXIMUM, QUERY_MINIMUM, RESULT_LIMIT } from '#lib/domain/municipality/search.ts';
import * as m from '#lib/paraglide/messages.js';
import { database } from '#lib/server/database.ts';
import { searchMunicipalities } from '#lib/server/municipalities/municipalities.ts';
import type { RequestHandler } from './$types';

/** `GET /municipalities?q=Muster`: entries of the register, best first. They change a few times a year. */
export const GET: RequestHandler = async ({ url }) => {
	const query = (url.searchParams.get('q') ?? '').trim();
	if (query.length < QUERY_MINIMUM || query.length > QUERY_MAXIMUM) {
		const message = m.register_query({ minimum: QUERY_MINIMUM, maximum: QUERY_MAXIMUM });
		return json({ message }, { status: 400, headers: { 'cache-control': 'no-store' } });
	}
	const results = await searchMunicipalities(database(), query, { limit: RESULT_LIMIT });
	return json(results, { headers: { 'cache-control': 'public, max-age=300' } });
};
