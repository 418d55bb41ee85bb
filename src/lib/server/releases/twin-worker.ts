/** The thread that makes a synthetic twin, so that nobody who answers has to wait. */
import { workerData } from 'node:worker_threads';
import { csvOf, CSV_STYLES } from '#lib/domain/csv.ts';
import type { CriteriaByDimension } from '#lib/domain/disclosure/association.ts';
import type { ReleaseContent } from '#lib/domain/disclosure/release.ts';
import { twinOf } from '#lib/domain/twin/synthetic-twin.ts';
import { distancesOf, type Distance } from '#lib/domain/twin/distance.ts';
import { twinSheet } from '#lib/domain/twin/sheet.ts';
import { sendResult } from '#lib/server/worker.ts';

/** Published things only: the thread has no database. */
export interface TwinOrder {
	content: ReleaseContent;
	sha256: string;
	criteria: CriteriaByDimension;
}

export interface MadeTwin {
	csv: string;
	rows: number;
	distances: Distance[];
}

const { content, sha256, criteria } = workerData as TwinOrder;
const twin = twinOf(content, sha256, criteria);
const made: MadeTwin = {
	csv: csvOf(twinSheet(twin, content.number, criteria), CSV_STYLES.en),
	rows: twin.length,
	distances: distancesOf(content, twin)
};
sendResult(made);
