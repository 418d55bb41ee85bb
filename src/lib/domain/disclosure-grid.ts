/**
 * D6: the sums of a reader over the table of bands and kinds. Every set that can be reached there by adding and subtracting
 * is one of four: bands minus kinds, kinds minus bands, the whole minus bands and kinds, bands plus kinds minus the whole –
 * each corrected by cells of the table. A sum with larger coefficients splits, threshold by threshold, into such sums with
 * disjoint sets, so the smallest set is found among these.
 */
import { axisOf, type Axis } from './disclosure-axis.ts';
import { seenThrough, type Crowd } from './disclosure-crowd.ts';
import type { Group } from './disclosure-group.ts';

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

/** A class of municipalities as the table shows it, in this release and in an earlier one. */
export interface GridClass {
	traces: readonly { now: Place; then: Place }[];
	count: number;
	unknown: readonly number[];
}

export interface Grid {
	classes: readonly GridClass[];
	/** groups of each axis, in the order of their bits */
	bands: readonly Group[];
	kinds: readonly Group[];
	hasAll: boolean;
	/** how many cells of the table stand */
	cells: number;
	last: Group | undefined;
}

const FORMS = [
	{ all: 0, band: 1, kind: -1 },
	{ all: 0, band: -1, kind: 1 },
	{ all: 1, band: -1, kind: -1 },
	{ all: -1, band: 1, kind: 1 }
] as const;

/** The table of bands and kinds, without the Länder, as these people stand in it. */
export function gridOf(crowd: Crowd): Grid {
	const withoutStates = crowd.groups.filter((group) => axisOf(group) !== 'state');
	const { groups, classes } = seenThrough(crowd, withoutStates);
	const of = (axis: Axis) => groups.filter((group) => axisOf(group) === axis);
	const [bands, kinds, cells] = [of('band'), of('kind'), of('cell')];
	const bits = (some: readonly Group[], axis: readonly Group[]) =>
		some.reduce((sum, group) => (axis.includes(group) ? sum | (1 << axis.indexOf(group)) : sum), 0);
	const placeOf = (positions: readonly number[]): Place => {
		const inside = positions.map((position) => groups[position] as Group);
		return {
			all: inside.includes('all') ? 1 : 0,
			bands: bits(inside, bands),
			kinds: bits(inside, kinds),
			cells: inside.map((group) => cells.indexOf(group)).filter((position) => position >= 0)
		};
	};
	return {
		classes: classes.map(({ traces, count, unknown }) => ({
			traces: traces.map(({ now, then }) => ({ now: placeOf(now), then: placeOf(then) })),
			count,
			unknown
		})),
		bands,
		kinds,
		hasAll: groups.includes('all'),
		cells: cells.length,
		last: groups.at(-1)
	};
}

/** Every sum of the four forms; with `last` those in which the last table takes part (a cell takes part in all). */
export function* gridSums({ bands, kinds, hasAll, last }: Grid, which: 'every' | 'last'): Generator<GridSum> {
	const axis = which === 'last' && last !== undefined ? axisOf(last) : undefined;
	const band = axis === 'band' ? 1 << bands.indexOf(last as Group) : 0;
	const kind = axis === 'kind' ? 1 << kinds.indexOf(last as Group) : 0;
	for (const form of FORMS) {
		if (form.all === 0 ? axis === 'all' : !hasAll) continue;
		for (let chosenBands = 0; chosenBands < 1 << bands.length; chosenBands++) {
			if ((chosenBands & band) !== band) continue;
			for (let chosenKinds = 0; chosenKinds < 1 << kinds.length; chosenKinds++) {
				if ((chosenKinds & kind) === kind) yield { ...form, bands: chosenBands, kinds: chosenKinds };
			}
		}
	}
}

function ones(bits: number): number {
	let count = 0;
	for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
	return count;
}

/** How often a sum counts somebody who stands there, before the correction by cells. */
export function baseValue({ all, bands, kinds }: Place, sum: GridSum): number {
	return all * sum.all + sum.band * ones(bands & sum.bands) + sum.kind * ones(kinds & sum.kinds);
}

/** The same with each cell counted so often in addition. */
export function valueAt(place: Place, sum: GridSum, corrections: Int8Array): number {
	let value = baseValue(place, sum);
	for (const cell of place.cells) value += corrections[cell] ?? 0;
	return value;
}
