/**
 * D9 (a): the synthetic twin of a release: made-up municipalities whose distributions are those that the release publishes.
 * Nothing but the published content and its SHA-256 goes in, so anybody can make it again, and it tells nothing more.
 */
import { drawCorrelated } from './correlated-draws.ts';
import { DIMENSIONS } from '#lib/domain/instrument/dimension.ts';
import type { Measure } from '#lib/domain/disclosure/disclosure.ts';
import type { CriteriaByDimension } from '#lib/domain/disclosure/association.ts';
import type { Association } from '#lib/domain/disclosure/coefficients.ts';
import type { ReleaseContent, Table } from '#lib/domain/disclosure/release.ts';
import { Variant } from '#lib/domain/instrument/schema.ts';
import { mulberry32, seedOf } from '#lib/domain/random.ts';
import { shownScore } from '#lib/domain/scoring/rounding.ts';
import { drawPlaces, membersOf, type TwinPlace } from './places.ts';
import { quantileOfCell } from './quantile.ts';

export interface TwinRow extends TwinPlace {
	variant: Variant;
	/** to a tenth; null where the release shows nothing of the measure */
	scores: Record<Measure, number | null>;
}

/** The rows of both variants; none where not even `all` is published. */
export function twinOf(
	{ tables, associations }: Pick<ReleaseContent, 'tables' | 'associations'>,
	sha256: string,
	criteria: CriteriaByDimension
): TwinRow[] {
	const random = mulberry32(seedOf(sha256));
	return Variant.options.flatMap((variant) => {
		const places = drawPlaces(tables[variant], random);
		const leanings = leaningsOf(places.length, criteria, associations?.[variant], random);
		const rows = places.map((place): TwinRow => ({ variant, ...place, scores: {} }));
		for (const [measure, leaning] of leanings) scoreAll(rows, measure, leaning, tables[variant]);
		return rows;
	});
}

/** Of every measure, in the order of the columns, how far each row leans to high scores. */
function leaningsOf(
	rows: number,
	criteria: CriteriaByDimension,
	association: Association | undefined,
	random: () => number
): Map<Measure, number[]> {
	const ids = DIMENSIONS.flatMap((dimension) => criteria[dimension]);
	const drawn = drawCorrelated(correlationsOf(ids, association), rows, random);
	const sumOf = (own: readonly string[]) =>
		drawn.map((row) => ids.reduce((sum, id, index) => sum + (own.includes(id) ? (row[index] ?? 0) : 0), 0));
	return new Map<Measure, number[]>([
		['overall', sumOf(ids)],
		...DIMENSIONS.map((dimension) => [dimension, sumOf(criteria[dimension])] as const),
		...ids.map((id, index) => [id, drawn.map((row) => row[index] ?? 0)] as const)
	]);
}

/** 0 where the release shows none. */
function correlationsOf(ids: readonly string[], association: Association | undefined): number[][] {
	const known = new Map(
		association?.correlations.flatMap(({ first, second, rho }) => [
			[`${first} ${second}`, rho],
			[`${second} ${first}`, rho]
		])
	);
	return ids.map((row) => ids.map((column) => (row === column ? 1 : (known.get(`${row} ${column}`) ?? 0))));
}

/** Each row's score is drawn from the smallest of its groups of which the measure is published. */
function scoreAll(rows: TwinRow[], measure: Measure, leaning: readonly number[], tables: readonly Table[]): void {
	const narrowFirst = tables.filter(({ cells }) => cells[measure]).toSorted((a, b) => narrowness(b) - narrowness(a));
	const places = new Map(rows.map((row) => [`${row.band} ${row.kind}`, row]));
	const tableOf = new Map(
		Array.from(places, ([key, row]) => [
			key,
			narrowFirst.find(({ group }) => membersOf(group)({ ...row, state: null }))
		])
	);
	const strata = Map.groupBy(rows.keys(), (index) => tableOf.get(`${rows[index]?.band} ${rows[index]?.kind}`));
	for (const [table, indices] of strata) {
		const cell = table?.cells[measure];
		const quantile = cell && quantileOfCell(cell);
		indices.sort((a, b) => (leaning[a] ?? 0) - (leaning[b] ?? 0) || a - b);
		indices.forEach((index, rank) => {
			const row = rows[index];
			if (row) row.scores[measure] = quantile ? shownScore(quantile((rank + 0.5) / indices.length)) : null;
		});
	}
}

/** Bands by kinds before kinds before bands before all; Länder are drawn apart from scores. */
function narrowness({ group }: Table): number {
	return 2 * Number(group.includes('kind:')) + Number(group.includes('band:'));
}
