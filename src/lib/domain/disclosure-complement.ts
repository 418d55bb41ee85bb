/** D6: whether published groups give away a set of too few municipalities. */
import { axisOf } from './disclosure-axis.ts';
import { valueIn, type Class, type Crowd, type Sum } from './disclosure-crowd.ts';
import { baseValue, gridOf, gridSums, valueAt, type Grid, type GridClass, type Place } from './disclosure-grid.ts';
import { findInside } from './disclosure-inside.ts';
import { GROUP_MINIMUM } from './disclosure-minimum.ts';

/**
 * D6: whether a reader who adds and subtracts reaches a set of 1 … K − 1 municipalities by the last of these tables. The
 * tables before it are taken to be safe among themselves.
 */
export function reachesFew(crowd: Crowd): boolean {
	const last = crowd.groups.at(-1);
	if (last === undefined) return false;
	return (axisOf(last) !== 'state' && reachesFewInGrid(gridOf(crowd))) || reachesFewInside(crowd);
}

const isFew = (weight: number | undefined) => weight !== undefined && weight > 0 && weight < GROUP_MINIMUM;

/** The municipalities that are counted once while all others are not counted at all; undefined where it is no set. */
function weightOf<T extends { traces: readonly { now: unknown }[]; count: number }>(
	classes: readonly T[],
	valueOf: (now: T['traces'][number]['now']) => number
): number | undefined {
	let weight = 0;
	for (const { traces, count } of classes) {
		let counted = false;
		for (const { now } of traces) {
			const value = valueOf(now);
			if (value !== 0 && value !== 1) return undefined;
			counted ||= value === 1;
		}
		if (counted) weight += count;
	}
	return weight;
}

function reachesFewInGrid(grid: Grid): boolean {
	const isCovered = ({ traces }: GridClass) => traces.some(({ now }) => now.cells.length > 0);
	const covered = grid.classes.filter(isCovered);
	const uncovered = grid.classes.filter((one) => !isCovered(one));
	const places = Array.from({ length: grid.cells }, (_, cell) => placesIn(covered, cell));
	const corrections = new Int8Array(grid.cells);
	for (const sum of gridSums(grid, 'last')) {
		// What no cell corrects decides most sums: they are no set, or one that is large enough already.
		const weight = weightOf(uncovered, (now) => baseValue(now, sum));
		if (weight === undefined || weight >= GROUP_MINIMUM) continue;
		corrections.fill(0);
		places.forEach((cell, index) => {
			corrections[index] = -Math.min(...cell.map((now) => valueAt(now, sum, corrections)));
		});
		const corrected = weightOf(covered, (now) => valueAt(now, sum, corrections));
		if (corrected !== undefined && isFew(weight + corrected)) return true;
	}
	return false;
}

function placesIn(classes: readonly GridClass[], cell: number): Place[] {
	return classes.flatMap(({ traces }) => traces.flatMap(({ now }) => (now.cells.includes(cell) ? [now] : [])));
}

/** A published group minus published groups that lie wholly inside it, disjoint from each other. */
function reachesFewInside(crowd: Crowd): boolean {
	const counts = ({ traces }: Class, sum: Sum) => traces.some(({ now }) => valueIn(now, sum) === 1);
	const isOpen = ({ traces }: Class, open: readonly number[]) =>
		traces.some(({ now }) => now.some((position) => open.includes(position)));
	/** What stays of the group whatever else is subtracted. */
	const stays = (sum: Sum, open: readonly number[]) =>
		crowd.classes.reduce((rest, one) => rest + (counts(one, sum) && !isOpen(one, open) ? one.count : 0), 0);
	return findInside(
		crowd,
		{
			matters: () => true,
			isFound: (sum) => isFew(weightOf(crowd.classes, (now) => valueIn(now, sum))),
			isHopeless: (sum, open) => stays(sum, open) >= GROUP_MINIMUM
		},
		'last'
	);
}
