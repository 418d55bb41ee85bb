import { fileName } from '#lib/domain/file-name.ts';
import type { ShareCard } from '#lib/domain/document/share-card.ts';
import { runInWorker } from '#lib/server/worker.ts';
import { limitDownloads } from '../../../check/result-download.ts';
import { cardWords } from '../card-words.ts';
import { requirePublicResult } from '../public-result.ts';
import type { RequestHandler } from './$types';

/** The picture that networks show beside a link to the page; it is gone with the page. */
export const GET: RequestHandler = async ({ params, getClientAddress }) => {
	const result = requirePublicResult(params.id);
	limitDownloads(getClientAddress());
	const card = cardWords(result);
	const png = await runInWorker<Uint8Array<ArrayBuffer>>('documents/share-card-worker', card satisfies ShareCard);
	return new Response(png, {
		headers: {
			'content-type': 'image/png',
			'content-disposition': `inline; filename="${fileName(['standort-2030', card.name], 'png')}"`,
			'cache-control': 'no-store',
			// Networks fetch it from elsewhere, and show it there.
			'cross-origin-resource-policy': 'cross-origin',
			...(!result.listed && { 'x-robots-tag': 'noindex' })
		}
	});
};
