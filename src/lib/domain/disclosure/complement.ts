/** D6: whether published groups give away a set of too few municipalities. */
import { axisOf } from './axis.ts';
import { columnsOf, unite, type Bits } from './bits.ts';
import type { Crowd } from './crowd.ts';
import { addCell, gridOf, placesOf, setMarks, setValues, someSum, standsIn, type Grid } from './grid.ts';
import { findInside } from './inside.ts';
import { GROUP_MINIMUM } from './minimum.ts';

/**
 * D6: whether a reader who adds and subtracts reaches a set of 1 … K − 1 municipalities by the last of these tables. The
 * tables before it are taken to be safe among themselves.
 */
export function reachesFew(crowd: Crowd): boolean {
	const last = crowd.groups.at(-1);
	if (last === undefined) return false;
	return (
		(axisOf(last) !== 'state' && reachesFewInGrid(gridOf(crowd))) ||
		(axisOf(last) !== 'cell' && reachesFewAcrossStates(crowd)) ||
		reachesFewInside(crowd)
	);
}

/** With more Länder there are too many sums of them against bands or kinds to be looked at. */
const MOST_STATES = 4;

/** Any Länder against any bands, and against any kinds: where tables are carried over, none needs to lie inside another. */
function reachesFewAcrossStates(crowd: Crowd): boolean {
	const states = crowd.groups.filter((group) => axisOf(group) === 'state');
	if (states.length === 0 || states.length > MOST_STATES) return false;
	return (
		[
			['band', 'state'],
			['state', 'kind']
		] as const
	).some((axes) => {
		const grid = gridOf(crowd, axes);
		// A table of the third axis takes no part.
		return grid.last === crowd.groups.at(-1) && reachesFewInGrid(grid);
	});
}

const isFew = (weight: number | undefined) => weight !== undefined && weight > 0 && weight < GROUP_MINIMUM;

/** The municipalities that are counted once while all others are not counted at all; undefined where it is no set. */
function weightOf<One>(
	classes: readonly { traces: readonly { now: One }[]; count: number }[],
	valueOf: (now: One) => number
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
	const { places, classes, inCell } = grid;
	const positions = places.map((_, position) => position);
	const free = positions.filter((position) => places[position]?.cells.length === 0);
	// Where all of a cell stand alike, and in no other cell, its correction counts them not at all: nobody else sees it.
	const isPlain = (cell: readonly number[]) => cell.length === 1 && places[cell[0] ?? -1]?.cells.length === 1;
	const mixed = inCell.filter((cell) => cell.length > 0 && !isPlain(cell));
	const corrected = classes.filter((one) => standsIn(one, mixed));
	const settled = classes.filter(
		(one) => !standsIn(one, mixed) && placesOf([one]).some((place) => free.includes(place))
	);
	const mixedPlaces = [...new Set(mixed.flat())];
	const values = new Int8Array(places.length);
	const valueOf = (place: number) => values[place] as number;
	return someSum(grid, 'last', (sum) => {
		// What no cell corrects decides most sums: they are no set, or one that is large enough already.
		if (!setMarks(grid, free, sum, values)) return false;
		const weight = weightOf(settled, valueOf) ?? GROUP_MINIMUM;
		if (weight >= GROUP_MINIMUM || (weight === 0 && mixed.length === 0)) return false;
		setValues(grid, mixedPlaces, sum, values);
		for (const cell of mixed) addCell(cell, -Math.min(...cell.map(valueOf)), values);
		const more = weightOf(corrected, valueOf);
		return more !== undefined && isFew(weight + more);
	});
}

/** A published group minus published groups that lie wholly inside it, disjoint from each other. */
function reachesFewInside({ groups, classes }: Crowd): boolean {
	const traces = classes.flatMap((one, index) => one.traces.map(({ now }) => ({ now, index, count: one.count })));
	const rows = columnsOf(
		traces.map(({ now }) => now),
		groups.length
	);
	const tablesOf = classes.map((one) => one.traces.flatMap(({ now }) => now));
	const touched = columnsOf(
		traces.map(({ index }) => tablesOf[index] ?? []),
		groups.length
	);
	const stillOpen = new Uint32Array(Math.ceil(traces.length / 32));
	const nothing = new Uint32Array(stillOpen.length);
	/** How many municipalities stand in these rows and not in those; ten are enough to know. */
	const count = (some: Bits, without: Bits) => {
		let [sum, last] = [0, -1];
		for (let word = 0; word < some.length; word++)
			for (let rest = (some[word] as number) & ~(without[word] as number); rest !== 0; rest &= rest - 1) {
				const trace = traces[word * 32 + 31 - Math.clz32(rest & -rest)] as (typeof traces)[number];
				if (trace.index !== last) sum += trace.count;
				last = trace.index;
				if (sum >= GROUP_MINIMUM) return sum;
			}
		return sum;
	};
	return findInside(
		{ groups, classes },
		{
			rows,
			matters: () => true,
			judge: (rest, open) => {
				unite(touched, open, stillOpen);
				// What stays whatever else is subtracted.
				if (count(rest, stillOpen) >= GROUP_MINIMUM) return 'hopeless';
				return isFew(count(rest, nothing)) ? 'found' : 'open';
			}
		},
		'last'
	);
}
