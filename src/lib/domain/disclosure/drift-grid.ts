/** D7: sums over the table of bands and kinds, in two releases: each sum, corrected cell by cell in every way. */
import { changedEnough, changedTooLittle, type Tally } from './disclosure.ts';
import { addTo, changeOf, nobodyOf } from './drift-count.ts';
import { addCell, placesOf, setMarks, setValues, someSum, standsIn, type Grid, type GridClass } from './grid.ts';

/** More steps than that are not searched: the answer is then "found", since what is not known to be safe is carried over. */
const MOST_STEPS = 200_000;

/** A cell of the table, with which a sum is corrected. */
interface Correction {
	/** positions of the places in the cell */
	places: readonly number[];
	/** the classes that move, of which this cell decides as the last */
	decides: readonly GridClass[];
	/** whether it makes a difference how the cell is counted */
	matters: boolean;
}

const hasMoved = ({ traces }: GridClass) => traces.some(({ now, then }) => now !== then);
const isEnough = (change: readonly number[]) => changedEnough(change as unknown as Tally);
const isLittle = (change: readonly number[]) => changedTooLittle(change as unknown as Tally);

/** The cells in the order in which they are corrected, and the classes that move of which none decides. */
function correctionsOf({ classes, inCell }: Grid): { corrections: Correction[]; undecided: GridClass[] } {
	const moving = classes.filter(hasMoved);
	const cells = inCell.filter((places) => places.length > 0);
	const matters = (places: readonly number[]) => moving.some((one) => standsIn(one, [places]));
	const ordered = [...cells.filter((places) => !matters(places)), ...cells.filter(matters)];
	const lastOf = (one: GridClass) => ordered.findLastIndex((places) => standsIn(one, [places]));
	const decided = Map.groupBy(moving, lastOf);
	return {
		corrections: ordered.map((places, index) => ({
			places,
			decides: decided.get(index) ?? [],
			matters: matters(places)
		})),
		undecided: decided.get(-1) ?? []
	};
}

/** D7: whether such a sum reaches a set that differs by 1 … 4 municipalities, or as few unknown to a holder. */
export function driftsLittleInGrid(grid: Grid): boolean {
	const moving = grid.classes.filter(hasMoved);
	if (moving.length === 0) return false;
	const { corrections, undecided } = correctionsOf(grid);
	const uncovered = grid.classes.filter((one) => !standsIn(one, grid.inCell));
	// Where all of a cell stand alike, one correction fits all of them, and only those who move make a difference.
	const mixed = grid.inCell.filter((places) => places.length > 1);
	const deciding = grid.classes.filter((one) => hasMoved(one) || standsIn(one, mixed));
	const everyPlace = placesOf(grid.classes);
	const decidingPlaces = placesOf(deciding);
	const uncoveredPlaces = placesOf(uncovered);
	const values = new Int8Array(grid.places.length);
	const seen = new Set<string>();
	const nobody = nobodyOf(moving);
	let steps = 0;

	const isSet = (places: readonly number[]) => places.every((place) => values[place] === 0 || values[place] === 1);
	const hasChanged = ({ traces }: GridClass) => {
		for (let at = 0; at < traces.length; at++) {
			const { now, then } = traces[at] as { now: number; then: number };
			if (values[now] !== values[then]) return true;
		}
		return false;
	};

	/** What has changed together with those of whom a cell has decided: later cells leave them as they are. */
	function changedWith(change: readonly number[], decided: readonly GridClass[]): readonly number[] {
		let sum: number[] | undefined;
		for (let at = 0; at < decided.length; at++) {
			const one = decided[at] as GridClass;
			if (hasChanged(one)) addTo((sum ??= change.slice()), one);
		}
		return sum ?? change;
	}

	/**
	 * @param change of the classes that the cells before this one have decided about
	 * @param before the same, one cell earlier, which was not enough
	 */
	function correct(index: number, change: readonly number[], before?: readonly number[]): boolean {
		const correction = corrections[index];
		if (!correction) return isLittle(change) && isSet(everyPlace);
		if (++steps > MOST_STEPS) return true;
		if (change !== before && isEnough(change)) return false;
		const { places, decides, matters } = correction;
		let [lowest, highest] = [Infinity, -Infinity];
		for (let at = 0; at < places.length; at++) {
			const value = values[places[at] as number] as number;
			if (value < lowest) lowest = value;
			if (value > highest) highest = value;
		}
		const most = matters ? 1 - highest : -lowest;
		for (let count = -lowest; count <= most; count++) {
			addCell(places, count, values);
			const found = correct(index + 1, changedWith(change, decides), change);
			addCell(places, -count, values);
			if (found) return true;
		}
		return false;
	}

	return someSum(grid, 'every', (sum) => {
		if (!setMarks(grid, uncoveredPlaces, sum, values)) return false;
		if (isEnough(changeOf(undecided, hasChanged))) return false;
		setValues(grid, everyPlace, sum, values);
		const key = String.fromCharCode(...decidingPlaces.map((place) => 100 + (values[place] as number)));
		if (seen.has(key)) return false;
		seen.add(key);
		return correct(0, changedWith(nobody, undecided));
	});
}
