import { associationSheet } from '#lib/domain/release/association-sheet.ts';
import { csvOf, CSV_STYLES } from '#lib/domain/csv.ts';
import { limitDownloads } from '../../../check/result-download.ts';
import { csvResponse, requireShownRelease } from '../shown-release.ts';
import type { RequestHandler } from './$types';

/** Rank correlations and reliability (D9), the same for everybody and in every language. */
export const GET: RequestHandler = ({ params, getClientAddress }) => {
	const release = requireShownRelease(params.number);
	limitDownloads(getClientAddress());
	return csvResponse(csvOf(associationSheet(release.content), CSV_STYLES.en), release, 'associations');
};
