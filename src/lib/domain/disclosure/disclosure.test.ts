import { expect, test } from 'vitest';
import { changedEnough, changedTooLittle, isWithheld, knownTooWell, Measure, tooFew } from './disclosure.ts';

test('D4: nine contributors are too few, ten are enough', () => {
	expect(tooFew([9])).toBe(true);
	expect(tooFew([10])).toBe(false);
});

test('D4: five contributors must be unknown to every holder', () => {
	expect(knownTooWell([12, 5])).toBe(false);
	expect(knownTooWell([12, 4])).toBe(true);
	expect(knownTooWell([12, 10, 4])).toBe(true);
	expect(knownTooWell([12])).toBe(false);
});

test('D7: one to four changed are too little, nobody and five are not', () => {
	expect([[0], [1], [4], [5]].map((changed) => changedTooLittle(changed as [number]))).toEqual([
		false,
		true,
		true,
		false
	]);
});

test('D7: five of those who changed must be unknown to every holder', () => {
	expect(changedTooLittle([9, 4])).toBe(true);
	expect(changedTooLittle([9, 5])).toBe(false);
	expect(changedEnough([9, 4])).toBe(false);
	expect(changedEnough([0])).toBe(false);
});

test('what is withheld can be told from a value', () => {
	expect(isWithheld({ withheld: 'size' })).toBe(true);
	expect(isWithheld({ median: 2.4 })).toBe(false);
});

test.each(['decision', 'administration', 'budget', 'overall', 'D1', 'B6'])('%s is a measure', (measure) => {
	expect(Measure.safeParse(measure).success).toBe(true);
});

test.each(['D1.1', '__proto__', '', 'all'])('"%s" is no measure', (measure) => {
	expect(Measure.safeParse(measure).success).toBe(false);
});
