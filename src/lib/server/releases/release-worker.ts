/** The thread that puts a release together, so that nobody who answers has to wait. */
import { createSecretKey } from 'node:crypto';
import { workerData } from 'node:worker_threads';
import { openReader } from '#lib/server/db/reader.ts';
import { composeRelease, type ReleasePlan, type ReleaseTools } from './release-content.ts';
import { sendProgress, sendResult } from '#lib/server/worker.ts';

export interface ReleaseOrder {
	file: string;
	plan: ReleasePlan;
	/** of the pseudonyms */
	key: Uint8Array;
	criteria: ReleaseTools['criteria'];
}
export interface ReleaseProgress {
	done: number;
	total: number;
}

const { file, plan, key, criteria } = workerData as ReleaseOrder;
const tools = { key: createSecretKey(key), criteria };
const read = openReader(file);
try {
	// One transaction, so that what is saved meanwhile is seen wholly or not at all.
	const built = read.transaction((snapshot) =>
		composeRelease(snapshot, plan, tools, (done, total) => sendProgress({ done, total }))
	);
	sendResult(built);
} finally {
	read.$client.close();
}
