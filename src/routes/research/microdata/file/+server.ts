import { error, redirect } from '@sveltejs/kit';
import * as m from '#lib/paraglide/messages.js';
import { database } from '#lib/server/database.ts';
import { downloadMicrodata } from '#lib/server/releases/microdata-downloads.ts';
import { today } from '#lib/server/today.ts';
import { requireUser } from '../../../guards.ts';
import type { RequestHandler } from './$types';

/** The microdata of a request. By POST, since each download is noted. */
export const POST: RequestHandler = async (event) => {
	const { id: userId } = requireUser(event);
	const id = String((await event.request.formData()).get('id') ?? '');
	const found = await downloadMicrodata(database(), { userId, id, today: today() });
	if (!found) redirect(303, '/research/microdata');
	if ('retraction' in found) error(410, m.explorer_retracted_file({ reason: found.retraction.reason }));
	return new Response(found.csv, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="standort-2030-release-${found.number}-microdata.csv"`,
			'cache-control': 'no-store'
		}
	});
};
