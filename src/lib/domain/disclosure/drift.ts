/** D7: whether a set that is not published, but reached by sums in two releases, changed by too few municipalities. */
import { changedEnough as isEnough, changedTooLittle as isLittle, type Tally } from './disclosure.ts';
import { valueIn, type Class, type Crowd, type Sum } from './crowd.ts';
import {
	addCell,
	gridOf,
	placesOf,
	setMarks,
	setValues,
	someSum,
	standsIn,
	type Grid,
	type GridClass
} from './grid.ts';
import { findInside } from './inside.ts';

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

interface Counted {
	count: number;
	unknown: readonly number[];
}

function changeOf<T extends Counted>(classes: readonly T[], hasChanged: (one: T) => boolean): Tally {
	const change: number[] = [0, ...(classes[0]?.unknown ?? []).map(() => 0)];
	for (const one of classes) {
		if (!hasChanged(one)) continue;
		change[0] = (change[0] ?? 0) + one.count;
		one.unknown.forEach((count, index) => (change[index + 1] = (change[index + 1] ?? 0) + count));
	}
	return change as unknown as Tally;
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

/** A cell of the table of bands and kinds, with which a sum is corrected. */
interface Correction {
	/** positions of the places in the cell */
	places: readonly number[];
	/** the classes of which no later cell decides */
	decided: GridClass[];
	/** whether it makes a difference how the cell is counted */
	matters: boolean;
}

const hasMoved = ({ traces }: GridClass) => traces.some(({ now, then }) => now !== then);
function correctionsOf({ classes, inCell }: Grid): Correction[] {
	const moving = classes.filter(hasMoved);
	const cells = inCell.filter((places) => places.length > 0);
	const matters = (places: readonly number[]) => moving.some((one) => standsIn(one, [places]));
	const ordered = [...cells.filter((places) => !matters(places)), ...cells.filter(matters)];
	return ordered.map((places, index) => {
		const later = ordered.slice(index);
		return { places, decided: moving.filter((one) => !standsIn(one, later)), matters: matters(places) };
	});
}

function driftsLittleInGrid(grid: Grid): boolean {
	const moving = grid.classes.filter(hasMoved);
	if (moving.length === 0) return false;
	const corrections = correctionsOf(grid);
	const uncovered = grid.classes.filter((one) => !standsIn(one, grid.inCell));
	// Where all of a cell stand alike, one correction fits all of them, and only those who move make a difference.
	const mixed = grid.inCell.filter((places) => places.length > 1);
	const deciding = grid.classes.filter((one) => hasMoved(one) || standsIn(one, mixed));
	const everyPlace = placesOf(grid.classes);
	const decidingPlaces = placesOf(deciding);
	const uncoveredPlaces = placesOf(uncovered);
	const uncoveredMoving = uncovered.filter(hasMoved);
	const values = new Int8Array(grid.places.length);
	const seen = new Set<string>();
	let steps = 0;

	const isSet = (places: readonly number[]) => places.every((place) => values[place] === 0 || values[place] === 1);
	const change = (some: readonly GridClass[]) =>
		changeOf(some, ({ traces }) => traces.some(({ now, then }) => values[now] !== values[then]));

	function correct(index: number): boolean {
		const correction = corrections[index];
		if (!correction) return isSet(everyPlace) && isLittle(change(moving));
		if (++steps > MOST_STEPS) return true;
		if (isEnough(change(correction.decided))) return false;
		const { places, matters } = correction;
		let [lowest, highest] = [Infinity, -Infinity];
		for (const place of places) {
			lowest = Math.min(lowest, values[place] as number);
			highest = Math.max(highest, values[place] as number);
		}
		const most = matters ? 1 - highest : -lowest;
		for (let count = -lowest; count <= most; count++) {
			addCell(places, count, values);
			const found = correct(index + 1);
			addCell(places, -count, values);
			if (found) return true;
		}
		return false;
	}

	return someSum(grid, 'every', (sum) => {
		if (!setMarks(grid, uncoveredPlaces, sum, values) || isEnough(change(uncoveredMoving))) return false;
		setValues(grid, everyPlace, sum, values);
		const key = String.fromCharCode(...decidingPlaces.map((place) => 100 + (values[place] as number)));
		if (seen.has(key)) return false;
		seen.add(key);
		return correct(0);
	});
}
