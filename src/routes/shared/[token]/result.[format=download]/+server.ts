import { limitDownloads, resultDownload } from '../../../check/result-download.ts';
import { requireSharedCheck } from '../../shared-check.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const check = await requireSharedCheck(event);
	limitDownloads(event.getClientAddress());
	return resultDownload(check, event.params.format, false);
};
