/** M8 against trying every set of items, for dimensions so small that this can be done. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { criterionItems, criterionScore } from './criterion-score.ts';
import { dimensionScore } from './dimension-score.ts';
import type { Layout } from './layout.ts';
import { missingItems } from './missing.ts';
import { roundedLevel } from './rounding.ts';
import { isScore, NO_SCORE, NOT_APPLICABLE } from './score.ts';
import { HIGHEST_STAGE, stageOf } from './stage.ts';

/** A dimension of criteria with so many items. */
function layoutOf(sizes: readonly number[]) {
	let end = 0;
	const criteria = sizes.map((size, index) => ({ id: String(index), items: { from: end, to: (end += size) } }));
	const dimension = {
		id: 'budget',
		items: { from: 0, to: end },
		criteria: { from: 0, to: criteria.length }
	} as const;
	const layout: Layout = {
		items: Array.from({ length: end }, (_, index) => String(index)),
		criteria,
		dimensions: [dimension],
		weights: criteria.map(() => 1)
	};
	return { layout, dimension };
}

type Small = ReturnType<typeof layoutOf>;

function stand({ layout, dimension }: Small, results: readonly number[]) {
	const scores = layout.criteria.map(({ items }) => criterionScore(criterionItems(results, items)));
	const isScored = isScore(dimensionScore(scores, layout.weights, dimension.criteria));
	return { scores, stage: isScored ? stageOf(results, scores, dimension) : 0 };
}

/** How many items one has to raise to this level at least, to reach the stage of that number; all sets are tried. */
function smallestSet(small: Small, results: readonly number[], target: number): number {
	const candidates = results.flatMap((result, item) => (result !== NOT_APPLICABLE && result < target ? [item] : []));
	let smallest = Infinity;
	for (let set = 0; set < 2 ** candidates.length; set++) {
		const raised = new Set(candidates.filter((_, bit) => set & (1 << bit)));
		if (raised.size >= smallest) continue;
		const after = results.map((result, item) => (raised.has(item) ? target : result));
		if (stand(small, after).stage >= target) smallest = raised.size;
	}
	return smallest;
}

/** A level, the mean of a team, a team's mean next to a limit, and what has no result. */
const anyResult = fc.oneof(
	{ weight: 5, arbitrary: fc.integer({ min: 1, max: 5 }) },
	{ weight: 3, arbitrary: fc.integer({ min: 3, max: 15 }).map((sum) => sum / 3) },
	{ weight: 2, arbitrary: fc.constantFrom(1.5, 2.5, 3.5, 4.5, 1.4, 2.4, 3.4, 4.4) },
	{ weight: 1, arbitrary: fc.constantFrom(NO_SCORE, NOT_APPLICABLE) }
);

const anyDimension = fc
	.array(fc.array(anyResult, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 })
	.map((criteria) => ({ small: layoutOf(criteria.map((items) => items.length)), results: criteria.flat() }))
	.filter(({ small, results }) => {
		const { stage } = stand(small, results);
		return stage > 0 && stage < HIGHEST_STAGE;
	});

test('M8: the set reaches the next stage, and no smaller one does', () => {
	fc.assert(
		fc.property(anyDimension, ({ small, results }) => {
			const { scores, stage } = stand(small, results);
			const missing = missingItems(results, scores, small.layout, small.dimension, stage);
			const after = results.map((result, item) => (missing.includes(item) ? stage + 1 : result));
			expect(stand(small, after).stage).toBeGreaterThan(stage);
			expect(missing).toHaveLength(smallestSet(small, results, stage + 1));
		}),
		{ numRuns: 300 }
	);
});

test('M8: each item is named once, has a result, and a next step before the level it is raised to', () => {
	fc.assert(
		fc.property(anyDimension, ({ small, results }) => {
			const { scores, stage } = stand(small, results);
			const missing = missingItems(results, scores, small.layout, small.dimension, stage);
			expect(new Set(missing).size).toBe(missing.length);
			for (const item of missing) {
				expect(isScore(results[item] as number)).toBe(true);
				expect(roundedLevel(results[item] as number)).toBeLessThanOrEqual(stage);
			}
		})
	);
});
