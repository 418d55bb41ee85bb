/** How far apart a team was, as charts: what is on them is decided here, screen and documents draw the same (M11–M13). */
import type { AgreementWord } from '#lib/domain/scoring/agreement.ts';
import type { DimensionId } from '#lib/domain/instrument/dimension.ts';
import type { ResultView } from './view.ts';
import type { GapView, SpreadView, TeamResultItem } from './team-result.ts';

/** M11: the spread before the meeting as a range, with what came out in the end as a mark. */
export interface SpreadRow extends SpreadView {
	/** M4; null where the dimension has no score */
	result: number | null;
}

export function spreadChart(spreads: readonly SpreadView[], { dimensions }: ResultView): SpreadRow[] {
	return spreads.map((spread) => ({
		...spread,
		result: dimensions.find(({ id }) => id === spread.dimension)?.score ?? null
	}));
}

/** The dimension with the widest spread, or nothing without any. */
export function widestSpread(rows: readonly SpreadView[]): SpreadView | undefined {
	return rows.toSorted((a, b) => b.upper - b.lower - (a.upper - a.lower))[0];
}

/** M12's words as they are counted; `none` where too few gave a level, or D12 withholds it. */
export const AGREEMENT_KINDS = ['strong', 'moderate', 'weak', 'none'] as const;
export type AgreementKind = AgreementWord | 'none';
export type AgreementCounts = Record<AgreementKind, number>;

export interface AgreementRow {
	id: string;
	name: string;
	dimension: DimensionId;
	counts: AgreementCounts;
}

export interface AgreementChart {
	total: AgreementCounts;
	dimensions: AgreementRow[];
	criteria: AgreementRow[];
}

/** M12: at how many items people agreed how much, before the meeting. */
export function agreementChart(
	items: readonly Pick<TeamResultItem, 'item' | 'seen'>[],
	view: ResultView
): AgreementChart {
	const words = new Map(items.map(({ item, seen }) => [item, seen.agreement ?? ('none' as const)]));
	const count = (ids: readonly { id: string }[]): AgreementCounts => {
		const counts: AgreementCounts = { strong: 0, moderate: 0, weak: 0, none: 0 };
		for (const { id } of ids) counts[words.get(id) ?? 'none']++;
		return counts;
	};
	const criteria = view.dimensions.flatMap((dimension) => dimension.criteria);
	return {
		total: count(criteria.flatMap((criterion) => criterion.items)),
		dimensions: view.dimensions.map(({ id, name, criteria: own }) => ({
			...{ id, name, dimension: id },
			counts: count(own.flatMap((criterion) => criterion.items))
		})),
		criteria: criteria.map(({ id, name, dimension, items: own }) => ({ id, name, dimension, counts: count(own) }))
	};
}

/** M13: the means of the groups on one scale, the highest first. */
export interface GapRow extends GapView {
	lowest: GapEnd;
	highest: GapEnd;
}

interface GapEnd {
	group: string;
	mean: number;
}

export function gapChart(gaps: readonly GapView[]): GapRow[] {
	return gaps.flatMap((gap) => {
		const means = gap.means.toSorted(([, a], [, b]) => b - a);
		const [first, last] = [means[0], means.at(-1)];
		if (!first || !last) return [];
		return [{ ...gap, means, highest: { group: first[0], mean: first[1] }, lowest: { group: last[0], mean: last[1] } }];
	});
}
