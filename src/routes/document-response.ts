/** Documents as files that a browser saves. */
import { error } from '@sveltejs/kit';
import type { Document } from '#lib/domain/document/document.ts';
import { mayMakePdf } from '#lib/server/documents/typst.ts';
import { runInWorker } from '#lib/server/worker.ts';

/** @throws 501 where the platform cannot make one; its pages then offer none */
export async function pdfResponse(document: Document, name: string): Promise<Response> {
	if (!mayMakePdf()) error(501);
	const file = await runInWorker<Uint8Array<ArrayBuffer>>('documents/pdf-worker', { document, madeAt: Date.now() });
	return new Response(file, {
		headers: { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="${name}"` }
	});
}
