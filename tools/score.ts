/** `npm run --silent score -- FILE`: scores an array of cases and prints the results as JSON. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { currentInstrument } from '#lib/instruments/index.ts';
import { ScoreCase, scoreCase } from './score-case.ts';

/** The cases in a file. @throws {Error} saying what is wrong with it */
function readCases(file: string): ScoreCase[] {
	const cases = z.array(ScoreCase).safeParse(JSON.parse(readFileSync(file, 'utf8')));
	if (cases.success) return cases.data;
	throw new Error(z.prettifyError(cases.error));
}

const [file] = process.argv.slice(2);
if (!file) {
	console.error('Please name a file of cases: npm run --silent score -- FILE');
	process.exit(1);
}
try {
	const { instrument } = currentInstrument();
	console.log(
		JSON.stringify(
			readCases(file).map((entry) => scoreCase(instrument, entry)),
			null,
			1
		)
	);
} catch (error) {
	console.error(`${file} could not be scored: ${error instanceof Error ? error.message : String(error)}`);
	process.exitCode = 1;
}
