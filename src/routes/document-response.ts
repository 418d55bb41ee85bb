/** Documents as files that a browser saves. */
import { error } from '@sveltejs/kit';
import type { Document } from '#lib/domain/document/document.ts';
import { addressed, PLAIN_LETTERHEAD, type Letterhead } from '#lib/domain/document/letterhead.ts';
import { makePdf } from '#lib/server/documents/making.ts';
import { mayMakePdf } from '#lib/server/documents/typst.ts';

/** @throws 501 where the platform cannot make one; its pages then offer none */
export async function pdfResponse(
	document: Document,
	name: string,
	letterhead: Letterhead = PLAIN_LETTERHEAD
): Promise<Response> {
	if (!mayMakePdf()) error(501);
	return new Response(await makePdf(addressed(document, letterhead), Date.now(), letterhead), {
		headers: { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="${name}"` }
	});
}
