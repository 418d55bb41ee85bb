/**
 * D6: the sums of a reader over the table of bands and kinds. Every set that can be reached there by adding and subtracting
 * is one of four: bands minus kinds, kinds minus bands, the whole minus bands and kinds, bands plus kinds minus the whole –
 * each corrected by cells of the table. A sum with larger coefficients splits, threshold by threshold, into such sums with
 * disjoint sets, so the smallest set is found among these.
 */
import { axisOf, type Axis } from './axis.ts';
import { seenThrough, type Crowd } from './crowd.ts';
import type { Group } from './group.ts';

/** A sum before its correction by cells: signs of the whole, of bands and of kinds, and which of them take part (bits). */
export interface GridSum {
	all: -1 | 0 | 1;
	band: -1 | 1;
	kind: -1 | 1;
	bands: number;
	kinds: number;
}

/** Where somebody stands: in the whole (1 or 0), in which bands and kinds (bits), and in which cells (positions). */
export interface Place {
	all: number;
	bands: number;
	kinds: number;
	cells: readonly number[];
}

/** A class of municipalities as the table shows it, in this release and in an earlier one: positions among the places. */
export interface GridClass {
	traces: readonly { now: number; then: number }[];
	count: number;
	unknown: readonly number[];
}

export interface Grid {
	classes: readonly GridClass[];
	/** where anybody stands, each place once */
	places: readonly Place[];
	/** for each cell the positions of the places in it */
	inCell: readonly (readonly number[])[];
	/** groups of each axis, in the order of their bits */
	bands: readonly Group[];
	kinds: readonly Group[];
	hasAll: boolean;
	last: Group | undefined;
}

/** How often a sum counts whoever stands at each place. */
export type Values = Int8Array;

const FORMS = [
	{ all: 0, band: 1, kind: -1 },
	{ all: 0, band: -1, kind: 1 },
	{ all: 1, band: -1, kind: -1 },
	{ all: -1, band: 1, kind: 1 }
] as const;

/** The two axes of a table; that of bands and kinds alone has cells. Länder can stand in the place of either. */
export type Axes = readonly ['band', 'kind'] | readonly ['band', 'state'] | readonly ['state', 'kind'];

/** The table of bands and kinds, or of two other axes, without the third, as these people stand in it. */
export function gridOf(crowd: Crowd, [first, second]: Axes = ['band', 'kind']): Grid {
	const axes: readonly Axis[] = [
		'all',
		first,
		second,
		...(first === 'band' && second === 'kind' ? ['cell' as const] : [])
	];
	const seen = crowd.groups.filter((group) => axes.includes(axisOf(group)));
	const { groups, classes } = seenThrough(crowd, seen);
	const of = (axis: Axis) => groups.filter((group) => axisOf(group) === axis);
	const [bands, kinds, cells] = [of(first), of(second), of('cell')];
	const bitOf = (axis: readonly Group[], group: Group) => (axis.includes(group) ? 1 << axis.indexOf(group) : 0);
	const marks = groups.map((group) => ({
		all: group === 'all' ? 1 : 0,
		bands: bitOf(bands, group),
		kinds: bitOf(kinds, group),
		cell: cells.indexOf(group)
	}));
	const places: Place[] = [];
	const known = new Map<string, number>();
	const placeOf = (positions: readonly number[]): number => {
		const key = positions.join();
		const found = known.get(key);
		if (found !== undefined) return found;
		const place = { all: 0, bands: 0, kinds: 0, cells: [] as number[] };
		for (const position of positions) {
			const mark = marks[position];
			if (!mark) continue;
			place.all |= mark.all;
			place.bands |= mark.bands;
			place.kinds |= mark.kinds;
			if (mark.cell >= 0) place.cells.push(mark.cell);
		}
		known.set(key, places.length);
		return places.push(place) - 1;
	};
	const gridClasses = classes.map(({ traces, count, unknown }) => ({
		traces: traces.map(({ now, then }) => ({ now: placeOf(now), then: placeOf(then) })),
		count,
		unknown
	}));
	const inCell = cells.map((_, cell) => places.flatMap((place, index) => (place.cells.includes(cell) ? [index] : [])));
	return { classes: gridClasses, places, inCell, bands, kinds, hasAll: groups.includes('all'), last: groups.at(-1) };
}

/**
 * Whether one of the sums of the four forms passes a test; with `last`, of those in which the last table takes part (a cell
 * takes part in all). The sum that is tested is always the same object.
 */
export function someSum(
	{ bands, kinds, hasAll, last }: Grid,
	which: 'every' | 'last',
	test: (sum: Readonly<GridSum>) => boolean
): boolean {
	const taking = which === 'last' ? last : undefined;
	const bitIn = (axis: readonly Group[]) =>
		taking !== undefined && axis.includes(taking) ? 1 << axis.indexOf(taking) : 0;
	const [band, kind] = [bitIn(bands), bitIn(kinds)];
	for (const form of FORMS) {
		if (form.all === 0 ? taking === 'all' : !hasAll) continue;
		const sum: GridSum = { ...form, bands: 0, kinds: 0 };
		for (sum.bands = 0; sum.bands < 1 << bands.length; sum.bands++) {
			if ((sum.bands & band) !== band) continue;
			for (sum.kinds = 0; sum.kinds < 1 << kinds.length; sum.kinds++)
				if ((sum.kinds & kind) === kind && test(sum)) return true;
		}
	}
	return false;
}

/** How many bits are set in each number of up to so many axes. */
const ONES = Uint8Array.from({ length: 64 }, (_, bits) => bits.toString(2).replaceAll('0', '').length);

function baseValue({ all, bands, kinds }: Place, sum: GridSum): number {
	return (
		all * sum.all + sum.band * (ONES[bands & sum.bands] as number) + sum.kind * (ONES[kinds & sum.kinds] as number)
	);
}

/** How often a sum counts whoever stands at these places, before the correction by cells. */
export function setValues({ places }: Grid, some: readonly number[], sum: GridSum, values: Values): void {
	for (const index of some) values[index] = baseValue(places[index] as Place, sum);
}

/** The same as long as it is once or not at all; false as soon as it is not, since no set is reached then. */
export function setMarks({ places }: Grid, some: readonly number[], sum: GridSum, values: Values): boolean {
	for (const index of some) {
		const value = baseValue(places[index] as Place, sum);
		if (value !== 0 && value !== 1) return false;
		values[index] = value;
	}
	return true;
}

/** The places of classes, each once. */
export function placesOf(classes: readonly GridClass[]): number[] {
	return [...new Set(classes.flatMap(({ traces }) => traces.flatMap(({ now, then }) => [now, then])))];
}

/** Counts a cell so often in addition. */
export function addCell(places: readonly number[], count: number, values: Values): void {
	if (count === 0) return;
	for (let index = 0; index < places.length; index++) {
		const place = places[index] as number;
		values[place] = (values[place] as number) + count;
	}
}

/** Whether somebody stands in one of these cells, in this release or in the earlier one. */
export function standsIn({ traces }: GridClass, cells: readonly (readonly number[])[]): boolean {
	return traces.some(({ now, then }) => cells.some((places) => places.includes(now) || places.includes(then)));
}
