/** The thread that writes tables as a workbook for people. */
import { workerData } from 'node:worker_threads';
import type { Sheet } from '#lib/domain/spreadsheet.ts';
import { workbookOf } from '#lib/server/workbook.ts';
import { sendResult } from '#lib/server/worker.ts';

sendResult(new Uint8Array(await workbookOf(workerData as Sheet[], { read: true })));
