/** Slides on how far the own people, and others, see it alike. */
import { nameOf } from '#lib/components/comparison/measure-names.ts';
import { placeWords } from '#lib/components/comparison/place-words.ts';
import { formatCount, formatDay, formatScore } from '#lib/components/format.ts';
import type { Comparison } from '#lib/domain/disclosure/benchmark.ts';
import type { Slide } from '#lib/domain/document/deck.ts';
import { DIMENSIONS } from '#lib/domain/instrument/dimension.ts';
import { widestSpread } from '#lib/domain/result/team-charts.ts';
import type { ResultView } from '#lib/domain/result/view.ts';
import * as m from '#lib/paraglide/messages.js';
import type { TeamCharts } from './team-section.ts';

/** M11–M13: only what D12 lets be shown. */
export function teamSlide({ agreement: { total }, spreads, gaps }: TeamCharts): Slide {
	const { strong, moderate, weak, none } = total;
	const all = strong + moderate + weak + none;
	const spread = widestSpread(spreads);
	const gap = gaps.criteria[0] ?? gaps.dimensions[0];
	const mean = (group: string, value: number) => m.team_gaps_mean({ group, mean: formatScore(value) });
	return {
		title: m.document_perspectives(),
		points: [
			all === none ? m.team_agreement_none() : m.team_agreement_summary({ strong, all, moderate, weak }),
			spread
				? m.team_spread_widest({
						name: spread.name,
						range: m.result_range({ lower: formatScore(spread.lower), upper: formatScore(spread.upper) })
					})
				: m.team_spread_none(),
			gap
				? m.team_gaps_widest({
						name: gap.name,
						gap: formatScore(gap.gap),
						high: mean(gap.highest.group, gap.highest.mean),
						low: mean(gap.lowest.group, gap.lowest.mean)
					})
				: m.team_gaps_none()
		],
		notes: [m.team_spread_lead(), m.team_gaps_lead()]
	};
}

/** D8: the overall result and the dimensions. */
export function comparedSlide({ rows, n, release }: Extract<Comparison, { enough: true }>, view: ResultView): Slide {
	const names = Object.fromEntries(view.dimensions.map(({ id, name }) => [id, name]));
	const ends: ReadonlySet<string> = new Set(['overall', ...DIMENSIONS]);
	return {
		title: m.comparison_title(),
		points: [],
		table: {
			rows: [
				[m.comparison_measure(), m.comparison_own(), m.comparison_median(), m.comparison_place()],
				...rows
					.filter(({ measure }) => ends.has(measure))
					.map(({ measure, own, cell, place }) => [
						nameOf(measure, names),
						own === null ? m.comparison_none() : formatScore(own),
						cell ? formatScore(cell.median) : m.comparison_none(),
						place ? placeWords(place) : m.comparison_none()
					])
			],
			widths: [4, 1.4, 1.4, 3]
		},
		notes: [
			m.comparison_source({ n: formatCount(n), cutoff: formatDay(release.cutoff) }),
			m.comparison_self_selected(),
			m.comparison_reading_median()
		]
	};
}
