/** A result as the tables of a workbook, in the page's language, with the figures that the page shows (M6). */
import type { Cell, Column, ColumnKind, Sheet } from '#lib/domain/spreadsheet.ts';
import type { ResultAbout } from '#lib/domain/result/view-about.ts';
import type { CriterionView, DimensionView } from '#lib/domain/result/view-dimension.ts';
import type { ResultView } from '#lib/domain/result/view.ts';
import { shownScore } from '#lib/domain/scoring/rounding.ts';
import * as m from '#lib/paraglide/messages.js';
import { answerText, cautionText } from './answer-words.ts';
import { methodFacts, methodRules } from './method-facts.ts';
import { kindText, originNotes } from './origin-words.ts';
import { robustnessText } from './robustness-words.ts';

export const column = (title: string, kind: ColumnKind = 'text', width = kind === 'text' ? 30 : 12): Column => ({
	title,
	kind,
	width
});

/** A score as shown; null stays null. */
export const shown = (score: number | null) => (score === null ? null : shownScore(score));

export type Table = Pick<Sheet, 'columns' | 'rows'>;

/** @param answers in place of one person's answers, by the name of the sheet */
export function resultSheets(view: ResultView, about: ResultAbout, answers?: Record<string, Table>): Sheet[] {
	const tables = {
		[m.download_sheet_result()]: dimensionTable(view),
		[m.download_sheet_criteria()]: criterionTable(view),
		...(answers ?? { [m.download_sheet_answers()]: answerTable(view) }),
		[m.download_sheet_method()]: methodTable(view, about)
	};
	return Object.entries(tables).map(([name, table]) => ({ name, ...table, notes: originNotes(about) }));
}

function dimensionTable({ dimensions, overall, levels }: ResultView): Table {
	const row = ({ name, stage, score, lower, upper, percent, missing }: DimensionView): Cell[] => [
		name,
		...[stage, stage === null ? null : (levels[stage - 1] ?? null)],
		...[shown(score), shown(lower), shown(upper), percent],
		missing.map(({ item }) => item).join(', ') || null
	];
	return {
		columns: [
			column(m.download_dimension(), 'text', 44),
			column(m.download_stage(), 'whole'),
			column(m.download_stage_name(), 'text', 24),
			column(m.download_score(), 'score'),
			column(m.download_lower(), 'score'),
			column(m.download_upper(), 'score'),
			column(m.download_percent(), 'whole'),
			column(m.download_missing(), 'text', 40)
		],
		rows: [
			...dimensions.map(row),
			...(overall
				? [
						[m.download_overall(), null, null, shown(overall.score)],
						[m.download_span(), null, null, shown(overall.span)]
					]
				: [])
		]
	};
}

/** Columns of a criterion before importance, targets and what follows from them. */
const BEFORE_PLANS = 8;

function criterionTable({ dimensions, priorities, importance }: ResultView): Table {
	const row = ({ name: dimension }: DimensionView, criterion: CriterionView): Cell[] => {
		const priority = priorities.find((one) => one.criterion === criterion.id);
		const { id, name, score, lower, upper, applicable, rated, importance: grade } = criterion;
		return [
			...[id, name, dimension, shown(score), shown(lower), shown(upper), applicable, rated],
			grade === undefined ? null : (importance[grade - 1] ?? null),
			...(priority
				? [priority.target, priority.set ? m.download_yes() : m.download_no()]
				: [criterion.target ?? null, null]),
			criterion.targetYear ?? null,
			...(priority ? [shown(priority.gap), shown(priority.priority)] : [null, null])
		];
	};
	const criteria = dimensions.flatMap((dimension) => dimension.criteria);
	// An empty column would say that there is no target, also where nobody is told of any (D15).
	const plans = priorities.length > 0 || criteria.some(({ target }) => target !== undefined);
	const told = plans ? undefined : BEFORE_PLANS;
	return {
		columns: [
			column(m.download_id(), 'text', 9),
			column(m.download_criterion(), 'text', 44),
			column(m.download_dimension(), 'text', 32),
			column(m.download_score(), 'score'),
			column(m.download_lower(), 'score'),
			column(m.download_upper(), 'score'),
			column(m.download_applicable(), 'whole'),
			column(m.download_rated(), 'whole'),
			column(m.download_importance(), 'text', 18),
			column(m.download_target(), 'whole'),
			column(m.download_target_set(), 'text', 12),
			column(m.download_target_year(), 'whole'),
			column(m.download_gap(), 'score'),
			column(m.download_priority(), 'score')
		].slice(0, told),
		rows: dimensions.flatMap((dimension) =>
			dimension.criteria.map((criterion) => row(dimension, criterion).slice(0, told))
		)
	};
}

function answerTable({ dimensions, levels, evidence }: ResultView): Table {
	const criteria = dimensions.flatMap((dimension) => dimension.criteria);
	return {
		columns: [
			column(m.download_id(), 'text', 9),
			column(m.download_criterion()),
			column(m.download_item(), 'text', 44),
			column(m.download_answer_level(), 'whole', 9),
			column(m.download_answer(), 'text', 26),
			column(m.download_answer_text(), 'text', 56),
			column(m.download_evidence(), 'text', 24),
			column(m.download_reason(), 'text', 40),
			column(m.download_note(), 'text', 40)
		],
		rows: criteria.flatMap(({ name, items }) =>
			items.map((item): Cell[] => [
				...[item.id, name, item.statement],
				item.state === 'level' ? (item.level ?? null) : null,
				[answerText(item, levels), cautionText(item)].filter(Boolean).join('; '),
				item.text ?? null,
				item.evidence === undefined ? null : (evidence[item.evidence] ?? null),
				...[item.reason ?? null, item.comment ?? null]
			])
		)
	};
}

function methodTable(view: ResultView, about: ResultAbout): Table {
	const names = Object.fromEntries(view.dimensions.map(({ id, name }) => [id, name])) as Record<
		DimensionView['id'],
		string
	>;
	return {
		columns: [column(m.download_fact(), 'text', 36), column(m.download_value(), 'text', 100)],
		rows: [
			[m.download_municipality(), about.name ?? m.result_trial()],
			...(about.round === undefined ? [] : [[m.download_round(), about.round]]),
			[m.download_state(), about.state === 'open' ? m.result_provisional() : m.result_closed()],
			[m.download_kind(), kindText(about)],
			...methodFacts(about, view.variant),
			[m.download_licence(), about.instrument.licence],
			...(view.robustness ? [[m.download_robustness(), robustnessText(view.robustness, names)]] : []),
			...methodRules().map((rule) => [m.download_rule(), rule])
		]
	};
}
