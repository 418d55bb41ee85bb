/** The own result beside a release as a table of a workbook: the cells that its page shows (D8). */
import { groupName } from '#lib/components/comparison/group-words.ts';
import { nameOf } from '#lib/components/comparison/measure-names.ts';
import { placeWords } from '#lib/components/comparison/place-words.ts';
import type { Comparison } from '#lib/domain/disclosure/benchmark.ts';
import type { ResultView } from '#lib/domain/result/view.ts';
import type { Cell } from '#lib/domain/spreadsheet.ts';
import * as m from '#lib/paraglide/messages.js';
import { column, shown, type Table } from './result-sheets.ts';

/** By the name of the sheet; none where there are not enough municipalities to compare with. */
export function comparisonSheet(comparison: Comparison | undefined, view: ResultView): Record<string, Table> {
	if (!comparison?.enough) return {};
	const { release, group, rows, n } = comparison;
	const names = Object.fromEntries(
		view.dimensions.flatMap((dimension) => [dimension, ...dimension.criteria].map(({ id, name }) => [id, name]))
	);
	const places = rows.map(({ measure, own, cell, place }): Cell[] => [
		...[measure, nameOf(measure, names), shown(own)],
		...[shown(cell?.median ?? null), shown(cell?.q1 ?? null), shown(cell?.q3 ?? null)],
		...[place ? placeWords(place) : null, groupName(group), n, release.number, release.cutoff]
	]);
	return {
		[m.workbook_comparison()]: {
			columns: [
				column(m.download_id(), 'text', 15),
				column(m.comparison_measure(), 'text', 44),
				column(m.comparison_own(), 'score'),
				column(m.comparison_median(), 'score'),
				column(m.workbook_quartile_lower(), 'score'),
				column(m.workbook_quartile_upper(), 'score'),
				column(m.comparison_place(), 'text', 36),
				column(m.workbook_group(), 'text', 30),
				column(m.workbook_municipalities(), 'whole'),
				column(m.workbook_release(), 'whole'),
				column(m.workbook_cutoff(), 'text', 14)
			],
			rows: places
		}
	};
}
