import { error } from '@sveltejs/kit';
import { csvOf, CSV_STYLES } from '#lib/domain/csv.ts';
import { cellSheet } from '#lib/domain/release-cells.ts';
import * as m from '#lib/paraglide/messages.js';
import { database } from '#lib/server/database.ts';
import { findRelease } from '#lib/server/releases.ts';
import { workbookOf } from '#lib/server/workbook.ts';
import { limitDownloads } from '../../../check/result-download.ts';
import type { RequestHandler } from './$types';

const TYPES = {
	csv: 'text/csv; charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
};

/** All published cells as a table, the same for everybody and in every language. */
export const GET: RequestHandler = async ({ params, getClientAddress }) => {
	const release = findRelease(database(), Number(params.number));
	if (!release) error(404);
	if (release.retraction) error(410, m.explorer_retracted_file());
	limitDownloads(getClientAddress());
	const { format } = params;
	const sheet = cellSheet(release.content);
	const body = format === 'csv' ? csvOf(sheet, CSV_STYLES.en) : new Uint8Array(await workbookOf([sheet]));
	return new Response(body, {
		headers: {
			'content-type': TYPES[format],
			'content-disposition': `attachment; filename="standort-2030-release-${release.content.number}.${format}"`,
			'cache-control': 'public, max-age=3600, must-revalidate'
		}
	});
};
