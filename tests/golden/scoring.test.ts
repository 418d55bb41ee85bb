import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scoreAssessment, type AssessmentInput } from '#lib/domain/scoring.ts';
import { currentInstrument } from '#lib/instruments/index.ts';

interface GoldenCase extends AssessmentInput {
	id: string;
	expected: { overall: number | null };
}

const cases = JSON.parse(readFileSync('tests/golden/scoring.json', 'utf8')) as GoldenCase[];

test.each(cases)('$id: overall', (golden) => {
	const { overall } = scoreAssessment(currentInstrument().instrument, golden);
	if (golden.expected.overall === null) expect(overall).toBeNull();
	else expect(overall).toBeCloseTo(golden.expected.overall, 9);
});
