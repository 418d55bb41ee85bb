/** Documents are made one after the other: each takes memory, and whoever answers questions goes first. */
import type { Deck } from '#lib/domain/document/deck.ts';
import type { Document } from '#lib/domain/document/document.ts';
import { PLAIN_LOOK, type Look } from '#lib/domain/document/look.ts';
import type { WordDocument } from '#lib/domain/document/word-document.ts';
import type { Sheet } from '#lib/domain/spreadsheet.ts';
import { runInWorker } from '#lib/server/worker.ts';

let last: Promise<unknown> = Promise.resolve();

/** The document as PDF, made in a thread of its own. @param madeAt moment in milliseconds */
export function makePdf(document: Document, madeAt: number, look: Look = PLAIN_LOOK): Promise<Uint8Array<ArrayBuffer>> {
	return inTurn(() => runInWorker('documents/pdf-worker', { document, madeAt, look }));
}

/** The document as a Word file, made in a thread of its own. */
export function makeDocx(document: WordDocument, look: Look): Promise<Uint8Array<ArrayBuffer>> {
	return inTurn(() => runInWorker('documents/docx-worker', { document, look }));
}

/** The slides as a presentation, made in a thread of its own. */
export function makePptx(deck: Deck, look: Look): Promise<Uint8Array<ArrayBuffer>> {
	return inTurn(() => runInWorker('documents/pptx-worker', { deck, look }));
}

/** The tables as a workbook for people, made in a thread of its own. */
export function makeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
	return inTurn(() => runInWorker('documents/workbook-worker', sheets));
}

/** Runs a job when those before it have ended, however they ended. */
export function inTurn<Result>(job: () => Promise<Result>): Promise<Result> {
	const mine = last.then(job);
	last = mine.catch(() => undefined);
	return mine;
}
