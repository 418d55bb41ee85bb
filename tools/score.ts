/** `npm run --silent score -- FILE`: scores an array of cases (`tests/golden/scoring.json`) and prints them as JSON. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { currentInstrument } from '#lib/instruments/index.ts';
import { scoreCase } from './score-case.ts';
import { parseCases } from './score-file.ts';

function run(): number {
	const [name] = process.argv.slice(2);
	if (name === undefined) {
		console.error('Usage: npm run --silent score -- FILE');
		return 1;
	}
	// npm changes to the root of the project; a relative file is meant from where the command was typed.
	const file = resolve(process.env.INIT_CWD ?? '.', name);
	try {
		const { instrument } = currentInstrument();
		const scored = parseCases(readFileSync(file, 'utf8')).map((entry) => scoreCase(instrument, entry));
		console.log(JSON.stringify(scored, null, 1));
		return 0;
	} catch (error) {
		console.error(`${file} cannot be scored:\n${error instanceof Error ? error.message : String(error)}`);
		return 1;
	}
}

process.exitCode = run();
