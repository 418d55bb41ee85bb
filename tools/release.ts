// npm run release -- build DATE: publishes comparison values from the rounds closed and agreed to before that day.
// npm run --silent release -- plan FILE: what a release of the members in a file would show and withhold, with reasons.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { isDemonstration } from '#lib/server/demonstration.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { StartRefusal } from '#lib/server/db/start-refusal.ts';
import { buildRelease } from '#lib/server/releases/release-building.ts';
import { today } from '#lib/server/today.ts';
import { PlanFile, planOf } from './release-plan.ts';
import { describeOutcome, showProgress } from './release-report.ts';

const USAGE = `Aufruf · usage: npm run release -- build 2026-12-01
Es zählt, was vor diesem Tag abgeschlossen und freigegeben wurde. · What was closed and agreed to before this day counts.
               npm run --silent release -- plan FILE
Zeigt für Mitglieder aus einer Datei, was gezeigt und was zurückgehalten würde. · What would be shown and withheld.`;

async function build(cutoff: string): Promise<void> {
	const { DATABASE_FILE: file = 'data/standort.db', KEY_FOLDER: keyFolder = 'data/keys' } = process.env;
	const db = openDatabase(file);
	try {
		const order = {
			file,
			keyFolder,
			cutoff,
			today: today(),
			demonstration: isDemonstration(db),
			onProgress: showProgress
		};
		const outcome = await buildRelease(db, order);
		console.log(describeOutcome(outcome));
		process.exitCode = 'refused' in outcome ? 1 : 0;
	} finally {
		db.close();
	}
}

function plan(name: string): void {
	// npm changes to the root of the project; a relative file is meant from where the command was typed.
	const file = resolve(process.env.INIT_CWD ?? '.', name);
	try {
		const content = PlanFile.safeParse(JSON.parse(readFileSync(file, 'utf8')));
		if (!content.success) throw new Error(z.prettifyError(content.error));
		console.log(JSON.stringify(planOf(content.data), null, 1));
	} catch (error) {
		console.error(`${file} cannot be planned:\n${error instanceof Error ? error.message : String(error)}`);
		process.exitCode = 1;
	}
}

const [command, argument, ...rest] = process.argv.slice(2);
const cutoff = z.iso.date().safeParse(argument);
if (command === 'plan' && argument !== undefined && rest.length === 0) plan(argument);
else if (command !== 'build' || !cutoff.success || rest.length > 0) {
	console.error(USAGE);
	process.exitCode = 2;
} else {
	await build(cutoff.data).catch((error: unknown) => {
		if (!(error instanceof StartRefusal)) throw error;
		console.error(error.message);
		process.exitCode = 1;
	});
}
