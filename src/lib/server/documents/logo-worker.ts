/** The thread that draws a logo anew: whatever a file does to it, the service goes on. */
import { workerData } from 'node:worker_threads';
import { sendResult } from '#lib/server/worker.ts';
import { readLogo } from './logo.ts';

sendResult(await readLogo(workerData as Uint8Array));
