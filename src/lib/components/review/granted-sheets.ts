/** What a grant includes of a closed result as the sheets of a workbook, beside those that every result has (D15). */
import { comparisonSheet } from '#lib/components/result/comparison-sheet.ts';
import { answerText } from '#lib/components/result/answer-words.ts';
import { column, resultSheets, type Table } from '#lib/components/result/result-sheets.ts';
import type { Comparison } from '#lib/domain/disclosure/benchmark.ts';
import type { ResultAbout } from '#lib/domain/result/view-about.ts';
import type { ResultView } from '#lib/domain/result/view.ts';
import type { GrantedItem } from '#lib/domain/review/granted.ts';
import type { Cell, Sheet } from '#lib/domain/spreadsheet.ts';
import * as m from '#lib/paraglide/messages.js';

export interface GrantedResult {
	view: ResultView;
	about: ResultAbout;
	comparison: Comparison | undefined;
	/** without reasons where the grant includes none */
	items: readonly GrantedItem[];
}

export function grantedSheets({ view, about, comparison, items }: GrantedResult): Sheet[] {
	return resultSheets(view, about, {
		[m.download_sheet_items()]: itemTable(view, items),
		...comparisonSheet(comparison, view)
	});
}

function itemTable({ dimensions, levels }: ResultView, items: readonly GrantedItem[]): Table {
	const reasons = new Map(items.map(({ item, reason }) => [item, reason]));
	const criteria = dimensions.flatMap((dimension) => dimension.criteria);
	return {
		columns: [
			column(m.download_id(), 'text', 9),
			column(m.download_criterion()),
			column(m.download_item(), 'text', 44),
			column(m.download_answer_level(), 'whole', 9),
			column(m.download_answer(), 'text', 26),
			column(m.download_settlement_reason(), 'text', 40)
		],
		rows: criteria.flatMap(({ name, items: own }) =>
			own.map((item): Cell[] => [
				...[item.id, name, item.statement, item.level ?? null],
				...[answerText(item, levels), reasons.get(item.id) || null]
			])
		)
	};
}
