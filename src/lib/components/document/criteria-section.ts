/** The profile of the criteria: two pictures, one table, and how sure it is. */
import { formatScore } from '#lib/components/format.ts';
import { boundsText, scoreText, targetText } from '#lib/components/result/criterion-words.ts';
import { robustnessText } from '#lib/components/result/robustness-words.ts';
import { chart, heading, list, paragraph, table } from '#lib/domain/document/blocks.ts';
import type { Block } from '#lib/domain/document/document.ts';
import type { DimensionId } from '#lib/domain/instrument/dimension.ts';
import { profileChart } from '#lib/domain/result/chart.ts';
import { isUncertain } from '#lib/domain/result/findings.ts';
import type { CriterionView } from '#lib/domain/result/view-dimension.ts';
import type { ResultView } from '#lib/domain/result/view.ts';
import * as m from '#lib/paraglide/messages.js';

/** A radar needs as many axes. */
const LEAST_AXES = 3;

export function criteriaSection(view: ResultView): Block[] {
	const criteria = view.dimensions.flatMap((dimension) => dimension.criteria);
	const summary = profileSummary(view);
	const names = namesOfDimensions(view);
	const { rows } = profileChart('bars', criteria);
	return [
		heading(1, m.document_criteria()),
		paragraph(summary),
		...(criteria.length < LEAST_AXES
			? []
			: [
					chart(
						{ kind: 'radar', rows, dimensions: names },
						m.result_radar(),
						m.document_radar_alt({ n: criteria.length, summary })
					)
				]),
		chart({ kind: 'bars', rows, legend: legendOf(criteria) }, m.document_bars(), m.document_bars_alt({ summary })),
		criteriaTable(view),
		...prioritiesBlocks(view, criteria),
		...sureBlocks(view, names)
	];
}

export function namesOfDimensions({ dimensions }: ResultView): Record<DimensionId, string> {
	return Object.fromEntries(dimensions.map(({ id, name }) => [id, name])) as Record<DimensionId, string>;
}

/** What the profile says in a sentence or two. */
export function profileSummary({ finding: { ends, scored, unscored }, dimensions }: ResultView): string {
	const names = new Map(dimensions.flatMap(({ criteria }) => criteria.map(({ id, name }) => [id, name])));
	const first = () => {
		if (scored === 0) return m.result_profile_none();
		if (!ends) return m.result_profile_alike();
		const { highest, lowest } = ends;
		return m.result_profile_ends({
			highest: names.get(highest.id) ?? '',
			high: formatScore(highest.score),
			lowest: names.get(lowest.id) ?? '',
			low: formatScore(lowest.score)
		});
	};
	return [first(), ...(unscored.length > 0 ? [m.result_profile_unscored({ n: unscored.length })] : [])].join(' ');
}

function legendOf(criteria: readonly CriterionView[]) {
	return {
		score: m.result_legend_score(),
		...(criteria.some(isUncertain) && { bounds: m.result_legend_bounds() }),
		...(criteria.some(({ target }) => target !== undefined) && { target: m.result_legend_target() })
	};
}

/** Without the columns in which nothing stands. */
function criteriaTable({ dimensions, importance }: ResultView): Block {
	const criteria = dimensions.flatMap((dimension) => dimension.criteria);
	const graded = (criterion: CriterionView) =>
		(criterion.importance !== undefined && importance[criterion.importance - 1]) || m.result_importance_none();
	const columns = [
		{ title: m.result_column_score(), width: 1.6, told: true, cell: scoreText },
		{ title: m.result_column_bounds(), width: 1.4, told: criteria.some(boundsText), cell: boundsText },
		{ title: m.result_column_target(), width: 1.6, told: criteria.some(targetText), cell: targetText },
		{
			title: m.result_column_importance(),
			width: 2,
			told: criteria.some((one) => one.importance !== undefined),
			cell: graded
		}
	].filter(({ told }) => told);
	return table(
		m.document_criteria_table(),
		[[m.result_column_criterion(), 5], ...columns.map(({ title, width }): [string, number] => [title, width])],
		dimensions.flatMap(({ name, criteria: own }) => [
			{ group: name },
			...own.map((one) => [`${one.id} ${one.name}`, ...columns.map(({ cell }) => cell(one))])
		])
	);
}

/** M9: where work pays most. */
function prioritiesBlocks({ priorities }: ResultView, criteria: readonly CriterionView[]): Block[] {
	const byId = new Map(criteria.map((criterion) => [criterion.id, criterion]));
	if (priorities.length === 0) return [];
	return [
		heading(2, m.result_priorities()),
		paragraph(m.result_priorities_lead()),
		table(
			m.document_priorities_table(),
			[
				[m.result_column_criterion(), 5],
				[m.result_column_score(), 1],
				[m.result_column_target(), 2],
				[m.result_column_gap(), 1.2]
			],
			priorities.map(({ criterion, score, gap, target, set }) => {
				const own = byId.get(criterion);
				const aim = set && own ? targetText(own) : m.result_target_default({ level: target });
				return [own?.name ?? criterion, formatScore(score), aim, formatScore(gap)];
			}),
			[3]
		)
	];
}

/** M10 and M14. */
function sureBlocks(
	{ counts, robustness, finding, dimensions }: ResultView,
	names: Record<DimensionId, string>
): Block[] {
	const { unknown, open, toBeConfirmed, withoutReason, notApplicable } = counts;
	const gaps = [
		...(unknown > 0 ? [m.result_sure_unknown({ n: unknown })] : []),
		...(open > 0 ? [m.result_sure_open({ n: open })] : []),
		...(toBeConfirmed > 0 ? [m.result_sure_toBeConfirmed({ n: toBeConfirmed })] : []),
		...(withoutReason > 0 ? [m.result_sure_withoutReason({ n: withoutReason })] : [])
	];
	const unscored = dimensions.flatMap(({ criteria }) => criteria).filter(({ id }) => finding.unscored.includes(id));
	return [
		heading(2, m.result_sure()),
		...(gaps.length > 0
			? [paragraph(m.result_sure_lead()), list(gaps), paragraph(m.result_sure_rule())]
			: [paragraph(m.result_sure_complete())]),
		...(notApplicable > 0 ? [paragraph(m.result_sure_notApplicable({ n: notApplicable }))] : []),
		...(unscored.length > 0 ? [paragraph(m.result_sure_unscored()), list(unscored.map(({ name }) => name))] : []),
		...(robustness ? [paragraph(robustnessText(robustness, names))] : [])
	];
}
