import { requireCheck } from '../../own-checks.ts';
import { limitDownloads, resultDownload } from '../../result-download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const check = await requireCheck(event);
	limitDownloads(event.getClientAddress());
	return resultDownload(check, event.params.format, true);
};
