/** Where the parts of a radar lie, as data: in hundredths of its side, from the left and from the top. */
import { SCALE, type ChartRow } from './chart.ts';
import type { DimensionId } from '#lib/domain/instrument/dimension.ts';
import { isUncertain } from './findings.ts';

export interface RadarPoint {
	x: number;
	y: number;
}

/** Neighbouring axes of one dimension that have a score. */
export interface RadarRun {
	dimension: DimensionId;
	line: RadarPoint[];
	/** all axes of the radar, so that the line comes back to where it began */
	closed: boolean;
}

export interface Radar {
	/** one for each level of the scale, lowest first */
	rings: RadarPoint[][];
	/** outer ends of the axes */
	axes: RadarPoint[];
	labels: (RadarPoint & { id: string; dimension: DimensionId })[];
	runs: RadarRun[];
	marks: (RadarPoint & { id: string; dimension: DimensionId })[];
	/** M10: what is possible, from the lower to the upper bound, where answers are missing */
	bounds: { id: string; from: RadarPoint; to: RadarPoint }[];
	targets: (RadarPoint & { id: string })[];
}

export const CENTRE = 50;
const RADIUS = 43;
const LABEL_RADIUS = 48;
/** The innermost ring is level 1: at the very centre it would look like nothing at all. */
const INNERMOST = SCALE.from - 1;

/** The radar of three criteria or more, the first one on top, clockwise. */
export function radarOf(rows: readonly ChartRow[]): Radar {
	const at = (index: number, radius: number): RadarPoint => {
		const angle = (2 * Math.PI * index) / rows.length;
		return { x: tenths(CENTRE + radius * Math.sin(angle)), y: tenths(CENTRE - radius * Math.cos(angle)) };
	};
	const atValue = (index: number, value: number) => at(index, (RADIUS * (value - INNERMOST)) / (SCALE.to - INNERMOST));
	const around = (value: number) => rows.map((_, index) => atValue(index, value));
	const levels = Array.from({ length: SCALE.to - SCALE.from + 1 }, (_, index) => SCALE.from + index);
	return {
		rings: levels.map(around),
		axes: around(SCALE.to),
		labels: rows.map(({ id, dimension }, index) => ({ id, dimension, ...at(index, LABEL_RADIUS) })),
		runs: runsOf(rows).map((run) => ({
			dimension: rows[run[0] ?? 0]?.dimension ?? 'decision',
			line: run.map((index) => atValue(index, rows[index]?.score ?? SCALE.from)),
			closed: run.length === rows.length
		})),
		marks: rows.flatMap(({ id, dimension, score }, index) =>
			score === null ? [] : [{ id, dimension, ...atValue(index, score) }]
		),
		bounds: rows.flatMap((row, index) => {
			const { id, lower, upper } = row;
			if (!isUncertain(row) || lower === null || upper === null) return [];
			return [{ id, from: atValue(index, lower), to: atValue(index, upper) }];
		}),
		targets: rows.flatMap(({ id, target }, index) => (target === null ? [] : [{ id, ...atValue(index, target) }]))
	};
}

/** More digits only make the page heavier. */
const tenths = (value: number) => Math.round(10 * value) / 10;

/** Neighbouring indices of one dimension whose rows have a score. */
export function runsOf(rows: readonly Pick<ChartRow, 'score' | 'dimension'>[]): number[][] {
	const runs: number[][] = [];
	rows.forEach(({ score, dimension }, index) => {
		if (score === null) return;
		const last = runs.at(-1);
		const follows = last?.at(-1) === index - 1 && rows[index - 1]?.dimension === dimension;
		if (last && follows) last.push(index);
		else runs.push([index]);
	});
	return runs;
}
