/** D7: whether a set that is not published, but reached by sums in two releases, changed by too few municipalities. */
import { changedEnough as isEnough, changedTooLittle as isLittle, type Tally } from './disclosure.ts';
import { columnsOf, unite } from './bits.ts';
import { hasMoved, type Class, type Crowd } from './crowd.ts';
import { addTo, nobodyOf } from './drift-count.ts';
import { driftsLittleInGrid } from './drift-grid.ts';
import { gridOf } from './grid.ts';
import { findInside, type InsideSearch } from './inside.ts';

/**
 * D7: whether a reader reaches a set in both releases that differs by 1 … 4 municipalities, or as few unknown to a holder.
 *
 * @param crowd seen through tables that stand in both releases
 */
export function driftsLittle(crowd: Crowd): boolean {
	return driftsLittleInGrid(gridOf(crowd)) || driftsLittleInside(crowd);
}

function driftsLittleInside(crowd: Crowd): boolean {
	const moving = crowd.classes.filter(hasMoved);
	return moving.length > 0 && findInside(crowd, searchOf(moving, crowd.groups.length), 'every');
}

/** Two bits for each trace of those who move: where it stands now, and where it stood then. */
const FIRST_OF_EACH_TWO = 0x55555555;

function searchOf(moving: readonly Class[], tables: number): InsideSearch {
	const traces = moving.flatMap((one, index) => one.traces.map((trace) => ({ ...trace, one, index })));
	const rows = columnsOf(
		traces.flatMap(({ now, then }) => [now, then]),
		tables
	);
	const touchedBy = moving.map((one) => one.traces.flatMap(({ now, then }) => [...now, ...then]));
	const touched = columnsOf(
		traces.flatMap(({ index }) => [touchedBy[index] ?? [], []]),
		tables
	);
	const open = new Uint32Array(Math.ceil((2 * traces.length) / 32));
	const nobody = nobodyOf(moving);
	const [changed, decided] = [[...nobody], [...nobody]] as [[number, ...number[]], [number, ...number[]]];

	return {
		rows,
		matters: (position) => touched[position]?.some((word) => word !== 0) ?? false,
		// A table minus disjoint tables inside it is a set in any case.
		judge: (rest, still) => {
			unite(touched, still, open);
			changed.fill(0);
			decided.fill(0);
			let last = -1;
			for (let word = 0; word < rest.length; word++) {
				const bits = rest[word] as number;
				for (let other = (bits ^ (bits >>> 1)) & FIRST_OF_EACH_TWO; other !== 0; other &= other - 1) {
					const bit = 31 - Math.clz32(other & -other);
					const { one, index } = traces[(word * 32 + bit) >> 1] as (typeof traces)[number];
					if (index === last) continue;
					last = index;
					addTo(changed, one);
					if (((open[word] as number) & (1 << bit)) !== 0) continue;
					addTo(decided, one);
					if (isEnough(decided)) return 'hopeless';
				}
			}
			return isLittle(changed as Tally) ? 'found' : 'open';
		}
	};
}
