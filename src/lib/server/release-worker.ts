/** The thread that puts a release together, so that nobody who answers has to wait. */
import { parentPort, workerData } from 'node:worker_threads';
import { openReader } from './db/open.ts';
import { composeRelease, type BuiltRelease, type ReleasePlan } from './release-content.ts';

export interface WorkerOrder {
	file: string;
	plan: ReleasePlan;
}
export type WorkerMessage = { progress: { done: number; total: number } } | { built: BuiltRelease };

const { file, plan } = workerData as WorkerOrder;
const send = (message: WorkerMessage) => parentPort?.postMessage(message);
const read = openReader(file);
try {
	// One transaction, so that what is saved meanwhile is seen wholly or not at all.
	const built = read.transaction((snapshot) =>
		composeRelease(snapshot, plan, (done, total) => send({ progress: { done, total } }))
	);
	send({ built });
} finally {
	read.$client.close();
}
