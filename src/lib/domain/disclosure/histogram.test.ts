import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BAR_MINIMUM, countLevels, histogramOf, joinLevels } from './histogram.ts';

const scoresWith = (counts: number[]) => counts.flatMap((count, index) => Array<number>(count).fill(index + 1));

test('levels are counted by rounded level', () => {
	expect(countLevels([1, 1.5, 2.2, 3.7, 5])).toEqual([1, 2, 0, 1, 1]);
});

test('D5: bars of five or more stay as they are', () => {
	expect(joinLevels([5, 6, 7, 8, 9]).map(({ count }) => count)).toEqual([5, 6, 7, 8, 9]);
});

test('D5: an empty bar is joined, to its smaller neighbour', () => {
	expect(joinLevels([10, 8, 0, 12, 6])).toEqual([
		{ from: 1, to: 1, count: 10 },
		{ from: 2, to: 3, count: 8 },
		{ from: 4, to: 4, count: 12 },
		{ from: 5, to: 5, count: 6 }
	]);
});

test('D5: of two equally small bars the lower one goes first, and to the lower of two equal neighbours', () => {
	expect(joinLevels([9, 4, 9, 4, 9])).toEqual([
		{ from: 1, to: 2, count: 13 },
		{ from: 3, to: 4, count: 13 },
		{ from: 5, to: 5, count: 9 }
	]);
});

test('D5: joined bars that are still small are joined on', () => {
	expect(joinLevels([1, 1, 1, 20, 10])).toEqual([
		{ from: 1, to: 4, count: 23 },
		{ from: 5, to: 5, count: 10 }
	]);
});

test('D5: shares are told to ten percentage points below fifty municipalities, to five from there', () => {
	expect(histogramOf(scoresWith([10, 10, 10, 10, 9])).map(({ share }) => share)).toEqual([20, 20, 20, 20, 20]);
	expect(histogramOf(scoresWith([7, 8, 15, 10, 10])).map(({ share }) => share)).toEqual([15, 15, 30, 20, 20]);
});

test('D5: a share in the middle of two steps is rounded up', () => {
	expect(histogramOf(scoresWith([10, 15, 15])).map(({ share }) => share)).toEqual([30, 40, 40]);
});

test('D5: whatever the counts, bars cover the scale without gap and each has five municipalities, or there is one', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(30), { minLength: 5, maxLength: 5 }), (counts) => {
			const runs = joinLevels(counts);
			expect(runs.flatMap(({ from, to }) => [from, to])).toEqual(
				runs.flatMap((run, index) => [index === 0 ? 1 : (runs[index - 1]?.to ?? 0) + 1, run.to])
			);
			expect(runs.at(-1)?.to).toBe(5);
			expect(runs.length === 1 || runs.every(({ count }) => count >= BAR_MINIMUM)).toBe(true);
			const total = (list: number[]) => list.reduce((sum, count) => sum + count, 0);
			expect(total(runs.map(({ count }) => count))).toBe(total(counts));
		})
	);
});
