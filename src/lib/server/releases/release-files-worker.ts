/** The thread that makes the files of a release. */
import { workerData } from 'node:worker_threads';
import { makeReleaseFiles, type ReleaseOrder } from './release-making.ts';
import { sendResult } from '#lib/server/worker.ts';

sendResult(await makeReleaseFiles(workerData as ReleaseOrder));
