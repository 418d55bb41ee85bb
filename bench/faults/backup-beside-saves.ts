import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openDatabase } from '#lib/server/db/open.ts';
import { bundle } from '../../tests/faults/bundle.ts';
import { startWriter, type WriterProcess } from '../../tests/faults/writer-process.ts';
import { percentile } from '../figure.ts';

const CLIENTS = 64;
/** Milliseconds that a client thinks between two saves. */
const THINK = 100;
/** Checks with 54 answers each that lie in the database beforehand. */
const CHECKS = 5000;
const ROUNDS = 5;

export interface BackupFigures {
	/** bytes of the database */
	size: number;
	/** milliseconds of a backup, on average */
	backup: number;
	/** milliseconds of a save, without and with a backup beside it */
	p99Alone: number;
	p99Beside: number;
}

/** F12: how much longer saves take while a backup runs; turns with and without one alternate. */
export async function backUpBesideSaves(folder: string): Promise<BackupFigures> {
	const command = await bundle('tools/backup.ts');
	const file = join(folder, 'test.db');
	const ids = Array.from({ length: CLIENTS }, (_, index) => `client-${index}`);
	await fill(file);
	const writer = await startWriter();
	await writer.ask('open', file);
	await writer.ask('createChecks', ids);
	const took: { start: number; milliseconds: number }[] = [];
	const end = new AbortController();
	const clients = ids.map((id, index) => saveOnAndOn(writer, id, index, took, end.signal));
	const backups: { start: number; end: number }[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		await setTimeout(1000);
		const start = performance.now();
		await once(
			spawn(process.execPath, [command, folder], { env: { ...process.env, DATABASE_FILE: file }, stdio: 'ignore' }),
			'exit'
		);
		backups.push({ start, end: performance.now() });
	}
	end.abort();
	await Promise.all(clients);
	await writer.end('SIGTERM');
	const isBeside = (moment: number) => backups.some(({ start, end }) => moment >= start && moment <= end);
	const p99 = (beside: boolean) =>
		percentile(
			took.filter(({ start }) => isBeside(start) === beside).map(({ milliseconds }) => milliseconds),
			0.99
		);
	const backup = backups.reduce((sum, { start, end }) => sum + end - start, 0) / ROUNDS;
	return { size: statSync(file).size, backup, p99Alone: p99(false), p99Beside: p99(true) };
}

async function saveOnAndOn(
	writer: WriterProcess,
	id: string,
	index: number,
	took: { start: number; milliseconds: number }[],
	end: AbortSignal
) {
	await setTimeout((index * THINK) / CLIENTS);
	for (let revision = 1; !end.aborted; revision++) {
		const start = performance.now();
		await writer.ask('save', id, [{ questionId: `Q${revision % 54}`, revision, value: { rating: 3 } }]);
		took.push({ start, milliseconds: performance.now() - start });
		await setTimeout(THINK);
	}
}

async function fill(file: string) {
	const db = openDatabase(file);
	const value = JSON.stringify({ rating: 3, evidence: 1, comment: 'Beschluss vom 12. Mai, jährlicher Bericht' });
	await db.write((writer) => {
		writer.run(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${CHECKS})
			INSERT INTO assessment (id, mode, state, instrument_id, instrument_version, variant, profile, seed, created_on, saved_on)
			SELECT hex(randomblob(16)), 'solo', 'open', 'standort-2030', '1.0.0', 'full', '{"source":"trial","asked":{}}', '1', '2026-11-25', '2026-11-25' FROM n`);
		writer.run(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 54)
			INSERT INTO answer SELECT assessment.id, 'Q' || i, 1, '${value}', 0 FROM assessment, n`);
	});
	db.close();
}
