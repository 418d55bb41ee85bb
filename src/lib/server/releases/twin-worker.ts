/** The thread that measures a synthetic twin, so that nobody who answers has to wait. */
import { workerData } from 'node:worker_threads';
import type { CriteriaByDimension } from '#lib/domain/disclosure/association.ts';
import type { ReleaseContent } from '#lib/domain/disclosure/release.ts';
import { twinOf } from '#lib/domain/twin/synthetic-twin.ts';
import { distancesOf, type Distance } from '#lib/domain/twin/distance.ts';
import { sendResult } from '#lib/server/worker.ts';

/** Published things only: the thread has no database. */
export interface TwinOrder {
	content: ReleaseContent;
	sha256: string;
	criteria: CriteriaByDimension;
}

export interface MeasuredTwin {
	rows: number;
	distances: Distance[];
}

const { content, sha256, criteria } = workerData as TwinOrder;
const twin = twinOf(content, sha256, criteria);
const measured: MeasuredTwin = {
	rows: twin.length,
	distances: distancesOf(content, twin)
};
sendResult(measured);
