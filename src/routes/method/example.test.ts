import { beforeAll, describe, expect, test } from 'vitest';
import { shownScore } from '#lib/domain/scoring/rounding.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { exampleOf, type Example } from './example.ts';

// Worked out by hand from M3–M10: 8/3, 5/3, 6/2, 8/3, 10/3 and 5/2; 18 items, of which one is unknown and one does not apply.
describe('the example on the page about the method', () => {
	let example: Example;
	beforeAll(() => {
		example = exampleOf(currentInstrument().instrument, 'de');
	});

	test('M3, M4: has the scores that one gets by hand', () => {
		expect(example.criteria.map(({ score }) => shownScore(score ?? 0))).toEqual([2.7, 1.7, 3, 2.7, 3.3, 2.5]);
		expect(example.score).toBeCloseTo((8 / 3 + 5 / 3 + 3 + 8 / 3 + 10 / 3 + 5 / 2) / 6, 12);
		expect(example.percent).toBe(41);
	});

	test('M7: reaches stage 2 with 15 of 16, misses stage 3 with 10 of 16 where 13 are needed', () => {
		expect(example.stage).toEqual({ stage: 2, rated: 16, reached: 15, needed: 13 });
		expect(example.next).toEqual({ stage: 3, rated: 16, reached: 10, needed: 13 });
		expect([example.lowest.id, example.rounded]).toEqual(['B2', 3]);
	});

	test('M8: lifts the criterion that is too low by its lowest item, then raises what is nearest', () => {
		expect(example.missing.map(({ id }) => id)).toEqual(['B1.3', 'B2.1', 'B2.3']);
	});

	test('M9: puts the criterion with a target first', () => {
		expect(example.first).toMatchObject({ criterion: 'B2', target: 3, importance: 4 });
		expect(example.first.priority).toBeCloseTo((3 - 5 / 3) * 4, 12);
	});

	test('M10: has a gap in one criterion, with bounds', () => {
		expect(example.withGap).toMatchObject({ id: 'B3', lower: 7 / 3, upper: 11 / 3 });
		expect([example.lower, example.upper].map(shownScore)).toEqual([2.5, 2.8]);
	});
});
