/** The thread that sets a document as PDF. */
import { workerData } from 'node:worker_threads';
import type { Document } from '#lib/domain/document/document.ts';
import type { Look } from '#lib/domain/document/look.ts';
import { sendResult } from '#lib/server/worker.ts';
import { pdfFile } from './pdf-file.ts';

const { document, madeAt, look } = workerData as { document: Document; madeAt: number; look?: Look };
sendResult(pdfFile(document, madeAt, look));
