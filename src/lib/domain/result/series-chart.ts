/** The scores of the dimensions over the rounds as a chart of lines, as data: screen and documents draw the same. */
import { onScale } from './chart.ts';
import type { DimensionId } from '#lib/domain/instrument/dimension.ts';
import type { SeriesView } from './series-view.ts';

/** Both 0 to 1, from the left and from the bottom. */
export interface Place {
	x: number;
	y: number;
}

export interface SeriesLine {
	dimension: DimensionId;
	name: string;
	/** one for each round that has a score */
	marks: (Place & { round: number; score: number })[];
	/** from mark to mark between neighbouring rounds; `broken` where the series breaks */
	segments: { from: Place; to: Place; broken: boolean }[];
}

export interface SeriesChart {
	/** where each round stands */
	rounds: { x: number; number: number }[];
	/** where something else is asked from then on */
	breaks: { x: number }[];
	lines: SeriesLine[];
}

/** Room left and right of the outermost rounds, and by how much lines of different dimensions stand beside each other. */
const EDGE = 0.08;
const BESIDE = 0.012;

export function seriesChart({ columns, dimensions }: SeriesView): SeriesChart {
	const places = columns.map((_, index) =>
		columns.length === 1 ? 0.5 : EDGE + (index / (columns.length - 1)) * (1 - 2 * EDGE)
	);
	const isBroken = (index: number) => (columns[index]?.step?.breaks.length ?? 0) > 0;
	return {
		rounds: places.map((x, index) => ({ x, number: index + 1 })),
		breaks: places.flatMap((x, index) => (isBroken(index) ? [{ x: (x + (places[index - 1] ?? x)) / 2 }] : [])),
		lines: dimensions.map(({ id, name, points }, line) => {
			const marks = points.flatMap(({ score }, round) =>
				score === null ? [] : [{ x: (places[round] ?? 0) + (line - 1) * BESIDE, y: onScale(score), round, score }]
			);
			const segments = marks.flatMap((to, index) => {
				const from = marks[index - 1];
				return from && from.round === to.round - 1 ? [{ from, to, broken: isBroken(to.round) }] : [];
			});
			return { dimension: id, name, marks, segments };
		})
	};
}
