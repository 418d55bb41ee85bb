/** The thread that writes a document as a Word file. */
import { workerData } from 'node:worker_threads';
import type { Look } from '#lib/domain/document/look.ts';
import type { WordDocument } from '#lib/domain/document/word-document.ts';
import { sendResult } from '#lib/server/worker.ts';
import { docxFile } from './docx-file.ts';

const { document, look } = workerData as { document: WordDocument; look: Look };
sendResult(new Uint8Array(await docxFile(document, look)));
