// npm run release -- build DATE: publishes comparison values from the rounds closed and agreed to before that day.
import { z } from 'zod';
import { isDemonstration } from '#lib/server/demonstration.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { StartRefusal } from '#lib/server/db/start-refusal.ts';
import { buildRelease } from '#lib/server/releases.ts';
import { today } from '#lib/server/today.ts';
import { describeOutcome, showProgress } from './release-report.ts';

const USAGE = `Aufruf · usage: npm run release -- build 2026-12-01
Es zählt, was vor diesem Tag abgeschlossen und freigegeben wurde. · What was closed and agreed to before this day counts.`;

async function build(cutoff: string): Promise<void> {
	const file = process.env.DATABASE_FILE ?? 'data/standort.db';
	const db = openDatabase(file);
	try {
		const order = { file, cutoff, today: today(), demonstration: isDemonstration(db), onProgress: showProgress };
		const outcome = await buildRelease(db, order);
		console.log(describeOutcome(outcome));
		process.exitCode = 'refused' in outcome ? 1 : 0;
	} finally {
		db.close();
	}
}

const [command, date, ...rest] = process.argv.slice(2);
const cutoff = z.iso.date().safeParse(date);
if (command !== 'build' || !cutoff.success || rest.length > 0) {
	console.error(USAGE);
	process.exitCode = 2;
} else {
	await build(cutoff.data).catch((error: unknown) => {
		if (!(error instanceof StartRefusal)) throw error;
		console.error(error.message);
		process.exitCode = 1;
	});
}
