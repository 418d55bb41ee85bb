/** How far apart a team was (M11–M13): only what D12 lets be shown, and said once where it does not. */
import { formatScore } from '#lib/components/format.ts';
import { agreementNames } from '#lib/components/result/agreement-words.ts';
import { chart, heading, paragraph, table } from '#lib/domain/document/blocks.ts';
import type { Block } from '#lib/domain/document/document.ts';
import {
	AGREEMENT_KINDS,
	widestSpread,
	type AgreementChart,
	type GapRow,
	type SpreadRow
} from '#lib/domain/result/team-charts.ts';
import * as m from '#lib/paraglide/messages.js';

export interface TeamCharts {
	agreement: AgreementChart;
	spreads: SpreadRow[];
	/** groups by their names, the widest gap first */
	gaps: { dimensions: GapRow[]; criteria: GapRow[] };
}

/** More rows would be a list, not a picture. */
const MOST_GAPS = 10;

export function teamSection({ agreement, spreads, gaps }: TeamCharts): Block[] {
	return [
		heading(1, m.document_perspectives()),
		heading(2, m.team_agreement()),
		...agreementBlocks(agreement),
		heading(2, m.team_spread()),
		...spreadBlocks(spreads),
		heading(2, m.team_gaps()),
		...gapBlocks(gaps)
	];
}

function agreementBlocks({ total, dimensions, criteria }: AgreementChart): Block[] {
	const { strong, moderate, weak, none } = total;
	const all = strong + moderate + weak + none;
	if (all === none) return [paragraph(m.team_agreement_none())];
	const summary = m.team_agreement_summary({ strong, all, moderate, weak });
	const names = Object.fromEntries(AGREEMENT_KINDS.map((kind) => [kind, agreementNames[kind]()])) as Record<
		(typeof AGREEMENT_KINDS)[number],
		string
	>;
	return [
		paragraph(none > 0 ? `${summary} ${m.team_agreement_unknown({ none })}` : summary),
		chart(
			{ kind: 'agreement', rows: dimensions, names },
			m.team_agreement(),
			`${m.document_agreement_alt({ summary })} ${m.document_table_below()}`
		),
		table(
			m.team_agreement_criteria(),
			[[m.result_column_criterion(), 5], ...AGREEMENT_KINDS.map((kind): [string, number] => [names[kind], 1.2])],
			[...dimensions, ...criteria].map(({ id, name, counts }) => [
				id.length > 3 ? name : `${id} ${name}`,
				...AGREEMENT_KINDS.map((kind) => `${counts[kind]}`)
			]),
			[1, 2, 3, 4]
		)
	];
}

function spreadBlocks(rows: readonly SpreadRow[]): Block[] {
	const widest = widestSpread(rows);
	if (!widest) return [paragraph(m.team_spread_none())];
	const range = ({ lower, upper }: Pick<SpreadRow, 'lower' | 'upper'>) =>
		m.result_range({ lower: formatScore(lower), upper: formatScore(upper) });
	const summary = m.team_spread_widest({ name: widest.name, range: range(widest) });
	return [
		paragraph(summary),
		chart(
			{
				kind: 'spread',
				rows: [...rows],
				legend: { range: m.document_legend_range(), mark: m.document_legend_result() }
			},
			m.team_spread(),
			`${m.document_spread_alt({ summary })} ${m.document_table_below()}`
		),
		table(
			m.document_values({ name: m.team_spread_range() }),
			[
				[m.team_spread_dimension(), 4],
				[m.team_spread_range(), 2],
				[m.team_spread_result(), 1]
			],
			rows.map((row) => [row.name, range(row), row.result === null ? m.result_none() : formatScore(row.result)]),
			[1, 2]
		),
		paragraph(m.team_spread_lead(), 'small')
	];
}

function gapBlocks({ dimensions, criteria }: TeamCharts['gaps']): Block[] {
	const widest = criteria[0] ?? dimensions[0];
	if (!widest) return [paragraph(m.team_gaps_none())];
	const mean = (group: string, value: number) => m.team_gaps_mean({ group, mean: formatScore(value) });
	const summary = m.team_gaps_widest({
		name: widest.name,
		gap: formatScore(widest.gap),
		high: mean(widest.highest.group, widest.highest.mean),
		low: mean(widest.lowest.group, widest.lowest.mean)
	});
	const rows = [...dimensions, ...criteria];
	const drawn = criteria.length > 0 ? criteria.slice(0, MOST_GAPS) : dimensions;
	return [
		paragraph(summary),
		chart(
			{
				kind: 'gaps',
				rows: drawn,
				legend: {
					end: m.document_legend_ends(),
					...(drawn.some(({ means }) => means.length > 2) && { mark: m.document_legend_between() })
				}
			},
			m.document_gaps_most({ n: drawn.length }),
			`${m.document_gaps_alt({ summary })} ${m.document_table_below()}`
		),
		table(
			m.document_values({ name: m.team_gaps_means() }),
			[
				[m.team_gaps_part(), 4],
				[m.team_gaps_means(), 4],
				[m.team_gaps_gap(), 1]
			],
			rows.map(({ name, means, gap }) => [
				name,
				means.map(([group, value]) => mean(group, value)).join(' · '),
				formatScore(gap)
			]),
			[2]
		),
		paragraph(m.team_gaps_lead(), 'small')
	];
}
