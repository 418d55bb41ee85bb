/** Documents that go on to be edited, as files that a browser saves. */
import type { Deck } from '#lib/domain/document/deck.ts';
import { addressed, PLAIN_LETTERHEAD, type Letterhead } from '#lib/domain/document/letterhead.ts';
import type { WordDocument } from '#lib/domain/document/word-document.ts';
import type { Sheet } from '#lib/domain/spreadsheet.ts';
import { makeDocx, makePptx, makeWorkbook } from '#lib/server/documents/making.ts';

const TYPES = {
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
};

/** @param name of the file */
export async function wordResponse(
	document: WordDocument,
	name: string,
	letterhead: Letterhead = PLAIN_LETTERHEAD
): Promise<Response> {
	return attachment(await makeDocx(addressed(document, letterhead), letterhead), 'docx', name);
}

/** @param name of the file */
export async function slidesResponse(
	deck: Deck,
	name: string,
	letterhead: Letterhead = PLAIN_LETTERHEAD
): Promise<Response> {
	return attachment(await makePptx(addressed(deck, letterhead), letterhead), 'pptx', name);
}

/** @param name of the file */
export async function workbookResponse(sheets: readonly Sheet[], name: string): Promise<Response> {
	return attachment(await makeWorkbook(sheets), 'xlsx', name);
}

function attachment(file: Uint8Array<ArrayBuffer>, type: keyof typeof TYPES, name: string): Response {
	return new Response(file, {
		headers: { 'content-type': TYPES[type], 'content-disposition': `attachment; filename="${name}"` }
	});
}
