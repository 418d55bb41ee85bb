/** The thread that makes a microdata file ready for download: eleven thousand rows take longer than anybody should wait for. */
import { workerData } from 'node:worker_threads';
import { Microdata } from '#lib/domain/microdata/microdata.ts';
import { microdataCsv } from '#lib/domain/microdata/sheet.ts';
import { sha256 } from '#lib/server/sha256.ts';
import { sendResult } from '#lib/server/worker.ts';
import { unpack } from './packed.ts';

export interface MicrodataOrder {
	number: number;
	/** as it is stored */
	packed: string;
}

export interface MadeMicrodata {
	csv: string;
	/** of the CSV as UTF-8 */
	sha256: string;
}

const { number, packed } = workerData as MicrodataOrder;
const csv = microdataCsv(Microdata.parse(unpack(packed)), number);
const made: MadeMicrodata = { csv, sha256: sha256(csv) };
sendResult(made);
