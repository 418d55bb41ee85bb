import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWithheld } from './disclosure.ts';
import { Cell, isHomogeneous, judgeCell, roundCount, roundForRelease, stepsOf } from './cell.ts';

/** scores spread evenly from 1 to 5 */
const even = (count: number) => Array.from({ length: count }, (_, index) => 1 + (4 * index) / (count - 1));
const judge = (scores: number[]) => judgeCell(scores, [scores.length]);

test.each([
	[2.3, 49, 2.4],
	[2.29, 49, 2.2],
	[2.5, 10, 2.6],
	[2.25, 50, 2.3],
	[2.24, 50, 2.2],
	[2.35 - 1e-12, 50, 2.4],
	[5, 10, 5]
])('D5: %d of %i contributors is told as %d', (value, contributors, told) => {
	expect(roundForRelease(value, contributors)).toBe(told);
});

test.each([
	[10, 10],
	[14, 10],
	[15, 15],
	[0, 0]
])('D5: %i municipalities are told as %i', (count, told) => {
	expect(roundCount(count)).toBe(told);
});

test('the grid of a cell is seen from its numbers', () => {
	expect(stepsOf({ median: 2.4 })).toBe(5);
	expect(stepsOf({ median: 2.4, q1: 2, q3: 3.3 })).toBe(10);
});

test('D4: nothing below ten, the median from ten, quartiles from twenty, the histogram from thirty', () => {
	expect(judge(even(9))).toEqual({ withheld: 'size' });
	expect(Object.keys(judge(even(10)))).toEqual(['median']);
	expect(Object.keys(judge(even(19)))).toEqual(['median']);
	expect(Object.keys(judge(even(20)))).toEqual(['median', 'q1', 'q3']);
	expect(Object.keys(judge(even(29)))).toEqual(['median', 'q1', 'q3']);
	expect(Object.keys(judge(even(30)))).toEqual(['median', 'q1', 'q3', 'histogram']);
});

test('D4: what one holder knows too well is withheld', () => {
	expect(judgeCell(even(20), [20, 4])).toEqual({ withheld: 'holder' });
	expect(judgeCell(even(21), [21, 5])).toMatchObject({ median: 3 });
});

test.each([
	['a quartile distance below 0.2', [1.5, 3, 3.05, 3.05, 3.1, 3.1, 3.1, 3.15, 3.15, 4.5], true],
	['a quartile distance of 0.2', [2.3, 2.3, 2.3, 2.3, 2.4, 2.4, 2.5, 2.5, 2.5, 2.6], false],
	['nine of ten on one level', [2.6, 2.6, 2.6, 2.7, 3, 3, 3.4, 3.4, 3.4, 4], true],
	['eight of ten on one level', [2.6, 2.6, 2.6, 2.7, 3, 3.4, 3.4, 3.4, 4, 4], false],
	['a median of 1.2', [1, 1, 1, 1.2, 1.2, 1.2, 2, 2, 3, 3], true],
	['a median of 1.3', [1, 1, 1, 1.2, 1.3, 1.3, 2, 2, 3, 3], false],
	['a median of 4.8', [2, 2, 3, 3, 4.8, 4.8, 5, 5, 5, 5], true],
	['a median of 4.7', [2, 2, 3, 3, 4.7, 4.7, 5, 5, 5, 5], false]
])('D5: %s', (_, scores, homogeneous) => {
	expect(isHomogeneous(scores)).toBe(homogeneous);
	expect(isWithheld(judge(scores))).toBe(homogeneous);
});

const scores = fc.array(fc.double({ min: 1, max: 5, noNaN: true }), { minLength: 1, maxLength: 80 });

test('D5: a shown cell lies in the scale, on its grid and in order, and passes its own schema', () => {
	fc.assert(
		fc.property(scores, (list) => {
			const cell = judge(list);
			fc.pre(!isWithheld(cell));
			expect(Cell.parse(cell)).toEqual(cell);
			const { median, q1 = median, q3 = median } = cell;
			expect(q1 <= median && median <= q3).toBe(true);
			expect(list.length >= 50 || stepsOf(cell) === 5).toBe(true);
		})
	);
});

test('the order of the contributors does not matter', () => {
	fc.assert(
		fc.property(scores, (list) => {
			expect(judge([...list].reverse())).toEqual(judge(list));
		})
	);
});
