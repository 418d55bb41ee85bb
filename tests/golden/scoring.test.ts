import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { currentInstrument } from '#lib/instruments/index.ts';
import { ScoreCase, scoreCase } from '../../tools/score-case.ts';

const cases = JSON.parse(readFileSync('tests/golden/scoring.json', 'utf8')) as { id: string; expected: object }[];

/** Numbers that are equal to 1e-9 become equal. */
function rounded(value: unknown): unknown {
	return JSON.parse(JSON.stringify(value), (_, entry: unknown) =>
		typeof entry === 'number' ? Math.round(entry * 1e9) / 1e9 : entry
	);
}

test.each(cases)('$id gives what an independent implementation of the method gives', ({ expected, ...golden }) => {
	const { id, ...scored } = scoreCase(currentInstrument().instrument, ScoreCase.parse(golden));
	expect(id).toBe(golden.id);
	expect(rounded(scored)).toEqual(rounded(expected));
});
