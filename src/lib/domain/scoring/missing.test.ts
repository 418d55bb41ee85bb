import { expect, test } from 'vitest';
import { criterionItems, criterionScore } from './criterion-score.ts';
import type { Layout } from './layout.ts';
import { missingItems } from './missing.ts';
import { NO_SCORE as NO, NOT_APPLICABLE as NA } from './score.ts';
import { stageOf } from './stage.ts';

/** The items to raise in a dimension whose criteria have these item results, with the stage it stands at. */
function missing(...criteria: number[][]) {
	const results = criteria.flat();
	let end = 0;
	const ranges = criteria.map((items) => ({ from: end, to: (end += items.length) }));
	const dimension = { id: 'budget', items: { from: 0, to: end }, criteria: { from: 0, to: criteria.length } } as const;
	const layout: Layout = {
		items: results.map(String),
		criteria: ranges.map((items, index) => ({ id: String(index), items })),
		dimensions: [dimension],
		weights: criteria.map(() => 1)
	};
	const scores = ranges.map((range) => criterionScore(criterionItems(results, range)));
	const stage = stageOf(results, scores, dimension);
	return { stage, items: missingItems(results, scores, layout, dimension, stage) };
}

const FULL = [5, 5, 5];

test.each<[string, number[][], number, number[]]>([
	['nothing at stage 5', [FULL, FULL], 5, []],
	[
		'the nearest level first, then instrument order',
		[
			[4, 3, 4],
			[2, 5, 3]
		],
		3,
		[1, 5]
	],
	[
		'the lowest item of a criterion that is too low',
		[
			[2, 2, 1],
			[3, 3, 3],
			[3, 3, 3],
			[3, 3, 3],
			[3, 3, 3]
		],
		2,
		[2]
	],
	['the first of two lowest, until the limit is met exactly', [[1, 2, 1], FULL, FULL, FULL, FULL], 2, [0]],
	['first what lifts a criterion, then what is nearest', [[1, 1, 1], [2, 2, 2], FULL, FULL, FULL], 2, [0, 1, 3]],
	['criteria in instrument order', [FULL, [1, 3, 1], FULL, FULL, FULL, [1, 1, 3], FULL, FULL], 2, [3, 15]],
	[
		'an item of a criterion without a score too',
		[
			[2, 2, 1],
			[1, NO, NO]
		],
		1,
		[2, 3]
	],
	[
		'never an item without a result',
		[
			[2, 2, NA],
			[2, NO, 2]
		],
		2,
		[0, 1, 3, 5]
	],
	[
		'by rounded level, not by result',
		[
			[2.5, 2.4, 3],
			[2.6, 3, 3.4]
		],
		3,
		[1, 0, 2, 3, 4]
	]
])('M8: %s', (_, criteria, stage, items) => {
	expect(missing(...criteria)).toEqual({ stage, items });
});
