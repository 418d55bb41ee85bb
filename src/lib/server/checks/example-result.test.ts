import { expect, test } from 'vitest';
import { currentInstrument } from '#lib/instruments/index.ts';
import { exampleResult } from './example-result.ts';

const { instrument } = currentInstrument();

test('the example shows three different stages, a gap and a first step', () => {
	const { dimensions, headline, steps, uncertain } = exampleResult(instrument, 'de');
	expect(dimensions.map(({ stage }) => stage)).toEqual([2, 3, 1]);
	expect(headline.kind).toBe('apart');
	expect(uncertain.map(({ dimension }) => dimension)).toEqual(['decision']);
	expect(steps[0]?.action).toMatch(/\w/);
});

test('the example speaks both languages with the same numbers', () => {
	const [de, en] = [exampleResult(instrument, 'de'), exampleResult(instrument, 'en')];
	expect(en.dimensions.map(({ score }) => score)).toEqual(de.dimensions.map(({ score }) => score));
	expect(en.steps[0]?.action).not.toBe(de.steps[0]?.action);
});
