import { statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { runClients } from '../../tests/faults/clients.ts';
import { openLedger } from '../../tests/faults/ledger.ts';
import { startWriter } from '../../tests/faults/writer-process.ts';
import { seededRandom } from '../../tests/support/random.ts';
import { memory } from '../process.ts';

const CLIENTS = 64;
const READERS = 4;
/** Milliseconds that each reader holds its view of the database; they overlap, so that one is always open. */
const HELD = 2000;
const LOOK = 250;

export interface SoakFigures {
	saves: number;
	/** bytes, at most */
	log: number;
	/** MB of the writer, as soon as it is warm and at the end */
	memoryBefore: number;
	memoryAfter: number;
	/** saves that were not answered */
	failed: number;
}

/** F16: 64 clients save as fast as they can while readers of another process hold long views. */
export async function soak(file: string, seconds: number): Promise<SoakFigures> {
	const ids = Array.from({ length: CLIENTS }, (_, index) => `client-${index}`);
	const ledger = openLedger(ids, seededRandom(1));
	const writer = await startWriter();
	await writer.ask('open', file);
	await writer.ask('createChecks', ids);
	const end = AbortSignal.timeout(seconds * 1000);
	let failed = 0;
	const clients = runClients(writer, ledger, ids, end).catch(() => failed++);
	const readers = Array.from({ length: READERS }, (_, index) => holdViews(file, (index * HELD) / READERS, end));
	let log = 0;
	let memoryBefore = 0;
	for (const start = performance.now(); !end.aborted; await setTimeout(LOOK)) {
		log = Math.max(log, statSync(`${file}-wal`).size);
		if (performance.now() - start < (seconds * 1000) / 4) memoryBefore = memory(writer.pid);
	}
	const memoryAfter = memory(writer.pid);
	await Promise.all([clients, ...readers]);
	await writer.end('SIGTERM');
	return { saves: ledger.confirmations(), log, memoryBefore, memoryAfter, failed };
}

async function holdViews(file: string, delay: number, end: AbortSignal) {
	await setTimeout(delay);
	const client = new Database(file, { readonly: true });
	while (!end.aborted) {
		client.exec('BEGIN');
		client.prepare('SELECT count(*) FROM answer').get();
		await setTimeout(HELD);
		client.exec('COMMIT');
	}
	client.close();
}
