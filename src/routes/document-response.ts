/** Documents as files that a browser saves. */
import { error } from '@sveltejs/kit';
import type { Document } from '#lib/domain/document/document.ts';
import { makePdf } from '#lib/server/documents/making.ts';
import { mayMakePdf } from '#lib/server/documents/typst.ts';

/** @throws 501 where the platform cannot make one; its pages then offer none */
export async function pdfResponse(document: Document, name: string): Promise<Response> {
	if (!mayMakePdf()) error(501);
	return new Response(await makePdf(document, Date.now()), {
		headers: { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="${name}"` }
	});
}
