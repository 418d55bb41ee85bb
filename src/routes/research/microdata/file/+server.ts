import { redirect } from '@sveltejs/kit';
import { csvOf, CSV_STYLES } from '#lib/domain/csv.ts';
import { microdataSheet } from '#lib/domain/microdata/sheet.ts';
import { database } from '#lib/server/database.ts';
import { downloadMicrodata } from '#lib/server/releases/microdata-requests.ts';
import { today } from '#lib/server/today.ts';
import { requireUser } from '../../../guards.ts';
import type { RequestHandler } from './$types';

/** The microdata of a request. By POST, since each download is noted. */
export const POST: RequestHandler = async (event) => {
	const { id } = requireUser(event);
	const asked = String((await event.request.formData()).get('id') ?? '');
	const found = await downloadMicrodata(database(), id, asked, today());
	if (!found) redirect(303, '/research/microdata');
	return new Response(csvOf(microdataSheet(found.file, found.number), CSV_STYLES.en), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="standort-2030-release-${found.number}-microdata.csv"`,
			'cache-control': 'no-store'
		}
	});
};
