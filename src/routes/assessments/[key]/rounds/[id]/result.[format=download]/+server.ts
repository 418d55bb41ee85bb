import { limitDownloads } from '../../../../../check/result-download.ts';
import { requireRound } from '../../../../../guards.ts';
import { roundDownload } from '../result/round-download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { round } = await requireRound(event, 'readResult');
	limitDownloads(event.getClientAddress());
	return roundDownload(round, event.params.format);
};
