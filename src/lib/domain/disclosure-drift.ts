/** D7: whether a set that is not published, but reached by sums in two releases, changed by too few municipalities. */
import { valueIn, type Class, type Crowd, type Sum } from './disclosure-crowd.ts';
import { baseValue, gridOf, gridSums, valueAt, type Grid, type GridClass, type Place } from './disclosure-grid.ts';
import { findInside } from './disclosure-inside.ts';
import { CHANGE_MINIMUM } from './disclosure-minimum.ts';

/** More steps than that are not searched: the answer is then "found", since what is not known to be safe is carried over. */
const MOST_STEPS = 200_000;

/**
 * D7: whether a reader reaches a set in both releases that differs by 1 … 4 municipalities, or as few unknown to a holder.
 *
 * @param crowd seen through tables that stand in both releases
 */
export function driftsLittle(crowd: Crowd): boolean {
	return driftsLittleInGrid(gridOf(crowd)) || driftsLittleInside(crowd);
}

/** How many municipalities changed: all of them, then those that each holder does not know. */
type Change = number[];

const isLittle = ([all = 0, ...unknown]: Change) =>
	all > 0 && (all < CHANGE_MINIMUM || unknown.some((count) => count < CHANGE_MINIMUM));
const isEnough = (change: Change) => change.every((count) => count >= CHANGE_MINIMUM);

interface Counted {
	count: number;
	unknown: readonly number[];
}

function changeOf<T extends Counted>(classes: readonly T[], hasChanged: (one: T) => boolean): Change {
	const change: Change = [0, ...(classes[0]?.unknown ?? []).map(() => 0)];
	for (const one of classes) {
		if (!hasChanged(one)) continue;
		change[0] = (change[0] ?? 0) + one.count;
		one.unknown.forEach((count, index) => (change[index + 1] = (change[index + 1] ?? 0) + count));
	}
	return change;
}

const touches = ({ traces }: Class, positions: readonly number[]) =>
	traces.some(({ now, then }) => positions.some((position) => now.includes(position) || then.includes(position)));

/** Whether a municipality stands in other tables than before, so that a sum can count it otherwise. */
const moves = ({ traces }: Class) => traces.some(({ now, then }) => now.join() !== then.join());

function driftsLittleInside(crowd: Crowd): boolean {
	const moving = crowd.classes.filter(moves);
	const change = (classes: readonly Class[], sum: Sum) =>
		changeOf(classes, ({ traces }) => traces.some(({ now, then }) => valueIn(now, sum) !== valueIn(then, sum)));
	return findInside(
		crowd,
		{
			matters: (position) => moving.some((one) => touches(one, [position])),
			// A table minus disjoint tables inside it is a set in any case.
			isFound: (sum) => isLittle(change(moving, sum)),
			isHopeless: (sum, open) =>
				isEnough(
					change(
						moving.filter((one) => !touches(one, open)),
						sum
					)
				)
		},
		'every'
	);
}

const isMark = (value: number) => value === 0 || value === 1;
const isAlike = (one: Place, other: Place) =>
	one.all === other.all &&
	one.bands === other.bands &&
	one.kinds === other.kinds &&
	one.cells.join() === other.cells.join();
const differs = (now: Place, then: Place) => !isAlike(now, then);
const standsIn = ({ traces }: GridClass, cell: number) =>
	traces.some(({ now, then }) => now.cells.includes(cell) || then.cells.includes(cell));

/** A cell of the table of bands and kinds, with which a sum is corrected. */
interface Correction {
	cell: number;
	/** the places in the cell, now and then */
	places: Place[];
	/** the classes of which no later cell decides */
	decided: GridClass[];
	/** whether it makes a difference how the cell is counted */
	matters: boolean;
}

function correctionsOf({ classes, cells }: Grid): Correction[] {
	const moving = classes.filter(({ traces }) => traces.some(({ now, then }) => differs(now, then)));
	const all = Array.from({ length: cells }, (_, cell) => cell);
	const matters = (cell: number) => moving.some((one) => standsIn(one, cell));
	const ordered = [...all.filter((cell) => !matters(cell)), ...all.filter(matters)];
	return ordered.map((cell, index) => ({
		cell,
		places: classes
			.flatMap(({ traces }) => traces.flatMap(({ now, then }) => [now, then]))
			.filter((place) => place.cells.includes(cell)),
		decided: moving.filter((one) => !ordered.slice(index).some((later) => standsIn(one, later))),
		matters: matters(cell)
	}));
}

function driftsLittleInGrid(grid: Grid): boolean {
	const { classes } = grid;
	if (!classes.some(({ traces }) => traces.some(({ now, then }) => differs(now, then)))) return false;
	const corrections = correctionsOf(grid);
	const uncovered = classes.filter((one) => !corrections.some(({ cell }) => standsIn(one, cell)));
	// Where all of a cell stand alike, one correction fits all of them, and only those who move make a difference.
	const mixed = corrections.filter(({ places }) => places.some((place) => !isAlike(place, places[0] ?? place)));
	const deciding = classes.filter(
		(one) => one.traces.some(({ now, then }) => differs(now, then)) || mixed.some(({ cell }) => standsIn(one, cell))
	);
	const counts = new Int8Array(grid.cells);
	const seen = new Set<string>();
	let steps = 0;

	const isSet = (some: readonly GridClass[], valueOf: (place: Place) => number) =>
		some.every(({ traces }) => traces.every(({ now, then }) => isMark(valueOf(now)) && isMark(valueOf(then))));
	const change = (some: readonly GridClass[], valueOf: (place: Place) => number) =>
		changeOf(some, ({ traces }) => traces.some(({ now, then }) => valueOf(now) !== valueOf(then)));

	function correct(valueOf: (place: Place) => number, index: number): boolean {
		const correction = corrections[index];
		if (!correction) return isSet(classes, valueOf) && isLittle(change(classes, valueOf));
		if (++steps > MOST_STEPS) return true;
		if (isEnough(change(correction.decided, valueOf))) return false;
		const { cell, places, matters } = correction;
		counts[cell] = 0;
		const values = places.map(valueOf);
		const least = -Math.min(...values);
		const most = matters ? 1 - Math.max(...values) : least;
		for (let value = least; value <= most; value++) {
			counts[cell] = value;
			if (correct(valueOf, index + 1)) return true;
		}
		counts[cell] = 0;
		return false;
	}

	for (const sum of gridSums(grid, 'every')) {
		const base = (place: Place) => baseValue(place, sum);
		if (!isSet(uncovered, base) || isEnough(change(uncovered, base))) continue;
		const key = deciding.flatMap(({ traces }) => traces.map(({ now, then }) => `${base(now)}${base(then)}`)).join();
		if (seen.has(key)) continue;
		seen.add(key);
		if (correct((place) => valueAt(place, sum, counts), 0)) return true;
	}
	return false;
}
