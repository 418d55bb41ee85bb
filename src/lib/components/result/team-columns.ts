/** What only a round has, as columns and sheets of a result that is taken away: never more than its page shows (D12). */
import { agreementText, groupText, settlementText } from '#lib/components/meeting/meeting-words.ts';
import type { Cell } from '#lib/domain/spreadsheet.ts';
import { isTooFew } from '#lib/domain/round/team-item.ts';
import type { GapView, SpreadView, TeamResultItem } from '#lib/domain/result/team-result.ts';
import { LEVELS } from '#lib/domain/answering/rating.ts';
import type { ResultView } from '#lib/domain/result/view.ts';
import * as m from '#lib/paraglide/messages.js';
import { column, shown, type Table } from './result-sheets.ts';
import type { MoreColumn } from './result-table.ts';

export interface ToldTeam {
	view: ResultView;
	items: readonly TeamResultItem[];
	spreads: readonly SpreadView[];
	gaps: { dimensions: GapView[]; criteria: GapView[] };
	/** names of the roles by id */
	roles: Readonly<Record<string, string>>;
}

/** For the one table of the CSV file. */
export function teamColumns(team: ToldTeam): MoreColumn[] {
	const spreads = new Map(team.spreads.map((one) => [one.dimension as string, one]));
	const gaps = new Map(allGaps(team).map((one) => [one.id, one]));
	const ofItem = itemCells(team);
	return [
		{ title: m.download_spread_lower(), kind: 'score', cell: (id) => spreads.get(id)?.lower ?? null },
		{ title: m.download_spread_upper(), kind: 'score', cell: (id) => spreads.get(id)?.upper ?? null },
		{ title: m.download_perspective_gap(), kind: 'score', cell: (id) => shown(gaps.get(id)?.gap ?? null) },
		...itemColumns().map(({ title, kind }, index): MoreColumn => ({
			...{ title, kind },
			cell: (id) => ofItem.get(id)?.[index] ?? null
		}))
	];
}

/** For the workbook, by the name of each sheet. */
export function teamSheets(team: ToldTeam): Record<string, Table> {
	const ofItem = itemCells(team);
	const criteria = team.view.dimensions.flatMap((dimension) => dimension.criteria);
	return {
		[m.download_sheet_items()]: {
			columns: [
				column(m.download_id(), 'text', 9),
				column(m.download_criterion()),
				column(m.download_item(), 'text', 44),
				...itemColumns()
			],
			rows: criteria.flatMap(({ name, items }) =>
				items.map(({ id, statement }): Cell[] => [id, name, statement, ...(ofItem.get(id) ?? [])])
			)
		},
		[m.download_sheet_apart()]: {
			columns: [
				column(m.download_id(), 'text', 15),
				column(m.team_gaps_part(), 'text', 44),
				column(m.download_group()),
				column(m.download_mean(), 'score'),
				column(m.download_perspective_gap(), 'score')
			],
			rows: allGaps(team).flatMap(({ id, name, means, gap }) =>
				means.map(([group, mean]): Cell[] => [id, name, groupText(group, team.roles), shown(mean), shown(gap)])
			)
		},
		[m.download_sheet_spread()]: {
			columns: [
				column(m.download_dimension(), 'text', 44),
				column(m.download_spread_lower(), 'score'),
				column(m.download_spread_upper(), 'score')
			],
			rows: team.spreads.map(({ name, lower, upper }) => [name, lower, upper])
		}
	};
}

const allGaps = ({ gaps }: ToldTeam) => [...gaps.dimensions, ...gaps.criteria];

function itemColumns() {
	return [
		column(m.download_mean(), 'score'),
		column(m.download_agreement(), 'text', 14),
		...LEVELS.map((level) => column(m.download_level_count({ level }), 'whole', 9)),
		column(m.result_answer_unknown(), 'whole', 14),
		column(m.result_answer_notApplicable(), 'whole', 14),
		column(m.result_answer_open(), 'whole', 14),
		column(m.download_settlement(), 'text', 26),
		column(m.download_settlement_reason(), 'text', 40)
	];
}

/** By item, in the order of `itemColumns`. */
function itemCells({ items, view: { levels } }: ToldTeam): Map<string, Cell[]> {
	return new Map(
		items.map(({ item, seen, settlement, reason }) => [
			item,
			[
				isTooFew(seen.mean) ? null : shown(seen.mean),
				seen.agreement ? agreementText(seen.agreement) : null,
				...LEVELS.map((level) => (isTooFew(seen.distribution) ? null : (seen.distribution[level - 1] ?? null))),
				...(seen.counts ? [seen.counts.unknown, seen.counts.notApplicable, seen.counts.missing] : [null, null, null]),
				settlement === null ? null : settlementText(settlement, levels),
				reason || null
			]
		])
	);
}
