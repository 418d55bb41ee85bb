/** Documents that go on to be edited, as files that a browser saves. */
import { PLAIN_LOOK, type Look } from '#lib/domain/document/look.ts';
import type { WordDocument } from '#lib/domain/document/word-document.ts';
import { runInWorker } from '#lib/server/worker.ts';

const TYPES = {
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation'
};

/** @param name of the file */
export async function wordResponse(document: WordDocument, name: string, look: Look = PLAIN_LOOK): Promise<Response> {
	return attachment(await runInWorker('documents/docx-worker', { document, look }), 'docx', name);
}

function attachment(file: Uint8Array<ArrayBuffer>, type: keyof typeof TYPES, name: string): Response {
	return new Response(file, {
		headers: { 'content-type': TYPES[type], 'content-disposition': `attachment; filename="${name}"` }
	});
}
