import { twinOfRelease } from '#lib/server/releases/synthetic-twins.ts';
import { limitDownloads } from '../../../check/result-download.ts';
import { csvResponse, requireShownRelease } from '../shown-release.ts';
import type { RequestHandler } from './$types';

/** The synthetic twin (D9), the same for everybody and in every language. */
export const GET: RequestHandler = async ({ params, getClientAddress }) => {
	const release = requireShownRelease(params.number);
	limitDownloads(getClientAddress());
	return csvResponse((await twinOfRelease(release)).csv, release, 'synthetic');
};
