/** Documents are made one after the other: each takes memory, and whoever answers questions goes first. */
import type { Document } from '#lib/domain/document/document.ts';
import { runInWorker } from '#lib/server/worker.ts';

let last: Promise<unknown> = Promise.resolve();

/** The document as PDF, made in a thread of its own. @param madeAt moment in milliseconds */
export function makePdf(document: Document, madeAt: number): Promise<Uint8Array<ArrayBuffer>> {
	return inTurn(() => runInWorker('documents/pdf-worker', { document, madeAt }));
}

/** Runs a job when those before it have ended, however they ended. */
export function inTurn<Result>(job: () => Promise<Result>): Promise<Result> {
	const mine = last.then(job);
	last = mine.catch(() => undefined);
	return mine;
}
