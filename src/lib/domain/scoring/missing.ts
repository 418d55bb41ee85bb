import { criterionItems } from './criterion-score.ts';
import type { CriterionLayout, DimensionLayout, Layout, Range } from './layout.ts';
import { roundedLevel } from './rounding.ts';
import { isScore } from './score.ts';
import { HIGHEST_STAGE, isNear, itemsShort, LOWEST_STAGE } from './stage.ts';

/**
 * M8: the smallest set of items that, raised to the next stage, lift the dimension to it; indices, in the order of
 * raising. First those that lift a criterion which is too low, then those that come nearest.
 */
export function missingItems(
	results: readonly number[],
	criteria: readonly number[],
	layout: Layout,
	dimension: DimensionLayout,
	stage: number
): number[] {
	const raised: number[] = [];
	if (stage >= HIGHEST_STAGE) return raised;
	const target = stage + 1;
	for (let index = dimension.criteria.from; index < dimension.criteria.to; index++) {
		const { items } = layout.criteria[index] as CriterionLayout;
		const score = criteria[index] as number;
		if (isScore(score) && !isNear(score, target)) liftCriterion(results, items, target, raised);
	}
	raiseNearest(results, dimension.items, target, itemsShort(results, dimension.items, target) - raised.length, raised);
	return raised;
}

/** M7 (ii): raises the lowest item, again and again, until the criterion is near enough. */
function liftCriterion(results: readonly number[], items: Range, target: number, raised: number[]): void {
	const { rated, sum: before } = criterionItems(results, items);
	let sum = before;
	while (!isNear(sum / rated, target)) {
		const item = lowestItem(results, items, raised);
		sum += target - (results[item] as number);
		raised.push(item);
	}
}

/** The first of the lowest items that are not raised yet. */
function lowestItem(results: readonly number[], { from, to }: Range, raised: readonly number[]): number {
	let lowest = to;
	for (let item = from; item < to; item++) {
		const result = results[item] as number;
		if (isScore(result) && !raised.includes(item) && (lowest === to || result < (results[lowest] as number)))
			lowest = item;
	}
	return lowest;
}

/** M7 (i): raises so many more items below the target, the nearest level first, then in instrument order. */
function raiseNearest(
	results: readonly number[],
	{ from, to }: Range,
	target: number,
	short: number,
	raised: number[]
): void {
	let open = short;
	for (let level = target - 1; level >= LOWEST_STAGE; level--)
		for (let item = from; item < to && open > 0; item++)
			if (roundedLevel(results[item] as number) === level && !raised.includes(item)) {
				raised.push(item);
				open--;
			}
}
