import type { DimensionLayout, Layout, Range } from './layout.ts';
import { roundedLevel } from './rounding.ts';
import { isScore } from './score.ts';
import { HIGHEST_STAGE, isNear, itemsShort, LOWEST_STAGE } from './stage.ts';

/**
 * M8: the smallest set of items that, raised to the next stage, lift the dimension to it; indices, in the order of
 * raising. First whatever lifts a criterion that is too low, lowest item first; then items that come nearest.
 */
export function missingItems(
	results: ArrayLike<number>,
	criteria: ArrayLike<number>,
	layout: Layout,
	dimension: DimensionLayout,
	stage: number
): number[] {
	if (stage >= HIGHEST_STAGE) return [];
	const target = stage + 1;
	const raised: number[] = [];
	for (let index = dimension.criteria.from; index < dimension.criteria.to; index++) {
		const criterion = layout.criteria[index];
		const score = criteria[index] as number;
		if (criterion && isScore(score) && !isNear(score, target))
			raised.push(...liftCriterion(results, criterion.items, target));
	}
	const counted = raised.filter((item) => roundedLevel(results[item] as number) < target).length;
	const short = itemsShort(results, dimension.items, target) - counted;
	return short > 0 ? [...raised, ...nearestItems(results, dimension.items, target, raised).slice(0, short)] : raised;
}

/** Raises the lowest items, one after the other, until the criterion is near enough (M7 ii). */
function liftCriterion(results: ArrayLike<number>, items: Range, target: number): number[] {
	const ascending = ratedItems(results, items).sort((a, b) => (results[a] as number) - (results[b] as number));
	let sum = ascending.reduce((total, item) => total + (results[item] as number), 0);
	let count = 0;
	while (count < ascending.length && !isNear(sum / ascending.length, target))
		sum += target - (results[ascending[count++] as number] as number);
	return ascending.slice(0, count);
}

/** Items below the target, the nearest first, those of a level in instrument order. */
function nearestItems(results: ArrayLike<number>, items: Range, target: number, raised: readonly number[]): number[] {
	const open = ratedItems(results, items).filter((item) => !raised.includes(item));
	const nearest: number[] = [];
	for (let level = target - 1; level >= LOWEST_STAGE; level--)
		nearest.push(...open.filter((item) => roundedLevel(results[item] as number) === level));
	return nearest;
}

function ratedItems(results: ArrayLike<number>, { from, to }: Range): number[] {
	const rated: number[] = [];
	for (let item = from; item < to; item++) if (isScore(results[item] as number)) rated.push(item);
	return rated;
}
