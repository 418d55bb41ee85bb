/** The thread that writes minutes as a file. */
import { workerData } from 'node:worker_threads';
import type { Minutes } from '#lib/domain/meeting/minutes.ts';
import { minutesFile } from './minutes-file.ts';
import { sendResult } from '#lib/server/worker.ts';

sendResult(new Uint8Array(await minutesFile(workerData as Minutes)));
