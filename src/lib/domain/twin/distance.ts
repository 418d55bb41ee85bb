/** D9 (a): how far a synthetic twin is from what is published, which is all that it was made from. */
import { axisOf, type Axis } from '#lib/domain/disclosure/axis.ts';
import type { Measure } from '#lib/domain/disclosure/disclosure.ts';
import type { Cell } from '#lib/domain/disclosure/cell.ts';
import type { ReleaseContent } from '#lib/domain/disclosure/release.ts';
import { Variant } from '#lib/domain/instrument/schema.ts';
import { quantile } from '#lib/domain/scoring/quantile.ts';
import { correlationOfRanks, ranksOf } from '#lib/domain/disclosure/rank-correlation.ts';
import { roundedLevel } from '#lib/domain/scoring/rounding.ts';
import type { TwinRow } from './synthetic-twin.ts';
import { membersOf } from './places.ts';

/** Medians and quartiles in levels, shares in percentage points, numbers in municipalities, correlations as they are. */
export const DISTANCE_PARTS = ['count', 'median', 'quartiles', 'shares', 'correlations'] as const;
export type DistancePart = (typeof DISTANCE_PARTS)[number];

export interface Distance {
	part: DistancePart;
	/** the kind of groups; undefined for correlations, which are told for all municipalities only */
	axis?: Axis;
	/** numbers compared */
	compared: number;
	/** absolute differences */
	mean: number;
	largest: number;
}

type Difference = Pick<Distance, 'part' | 'axis'> & { by: number };

/** Every published number against the same number of the twin, unrounded there, joined by kind of group. */
export function distancesOf(
	{ tables, associations }: Pick<ReleaseContent, 'tables' | 'associations'>,
	twin: readonly TwinRow[]
): Distance[] {
	const differences = Variant.options.flatMap((variant) => {
		const rows = twin.filter((row) => row.variant === variant);
		const cells = tables[variant].flatMap(({ group, n, cells }): Difference[] => {
			const inside = rows.filter(membersOf(group));
			const axis = axisOf(group);
			const compared = Object.entries(cells).flatMap(([measure, cell]) =>
				compareCell(cell, scoresOf(inside, measure)).map((one) => ({ ...one, axis }))
			);
			return [{ part: 'count', axis, by: inside.length - n }, ...compared];
		});
		const pairs = associations?.[variant]?.correlations ?? [];
		const ranks = new Map(
			[...new Set(pairs.flatMap(({ first, second }) => [first, second]))].map((id) => [id, ranksOf(scoresOf(rows, id))])
		);
		const correlations = pairs.map(({ first, second, rho }): Difference => {
			const own = correlationOfRanks(ranks.get(first) ?? [], ranks.get(second) ?? []) ?? 0;
			return { part: 'correlations', by: own - rho };
		});
		return [...cells, ...correlations];
	});
	const joined = Map.groupBy(differences, ({ part, axis }) => `${DISTANCE_PARTS.indexOf(part)} ${axis ?? ''}`);
	return [...joined.values()].map((some) => {
		const sizes = some.map(({ by }) => Math.abs(by));
		const [{ part, axis } = { part: 'count' as const }] = some;
		const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
		return { part, ...(axis && { axis }), compared: some.length, mean, largest: Math.max(...sizes) };
	});
}

function scoresOf(rows: readonly TwinRow[], measure: Measure): number[] {
	return rows.flatMap(({ scores }) => scores[measure] ?? []);
}

function compareCell({ median, q1, q3, histogram = [] }: Cell, scores: readonly number[]): Difference[] {
	if (scores.length === 0) return [];
	const ascending = Array.from(Float64Array.from(scores).sort());
	const levels = ascending.map(roundedLevel);
	const shareOf = (from: number, to: number) =>
		(100 * levels.filter((level) => level >= from && level <= to).length) / levels.length;
	return [
		{ part: 'median', by: quantile(ascending, 0.5) - median },
		...(q1 === undefined ? [] : [{ part: 'quartiles' as const, by: quantile(ascending, 0.25) - q1 }]),
		...(q3 === undefined ? [] : [{ part: 'quartiles' as const, by: quantile(ascending, 0.75) - q3 }]),
		...histogram.map(({ from, to, share }) => ({ part: 'shares' as const, by: shareOf(from, to) - share }))
	];
}
