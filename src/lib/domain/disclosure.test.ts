import { expect, test } from 'vitest';
import { isWithheld, knownTooWell, Measure, tooFew } from './disclosure.ts';

const town = (index: number) => ({ id: `town-${index}`, score: 2 });
const towns = (count: number) => Array.from({ length: count }, (_, index) => town(index));
const holderOf = (count: number) => new Set(towns(count).map(({ id }) => id));

test('D4: nine contributors are too few, ten are enough', () => {
	expect(tooFew(towns(9))).toBe(true);
	expect(tooFew(towns(10))).toBe(false);
});

test('D4: a municipality counts once, however often it is given', () => {
	expect(tooFew([...towns(9), town(0)])).toBe(true);
});

test('D4: five contributors must be unknown to every holder', () => {
	expect(knownTooWell(towns(12), [holderOf(7)])).toBe(false);
	expect(knownTooWell(towns(12), [holderOf(8)])).toBe(true);
	expect(knownTooWell(towns(12), [holderOf(2), holderOf(8)])).toBe(true);
	expect(knownTooWell(towns(12), [])).toBe(false);
});

test('D4: what a holder knows outside the group does not matter', () => {
	expect(knownTooWell(towns(10), [new Set(['elsewhere-1', 'elsewhere-2', 'elsewhere-3'])])).toBe(false);
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
