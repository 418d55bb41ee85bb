/** A result as one table, a row for each dimension, criterion and item: for programs that read CSV. */
import type { Cell, Column, ColumnKind, Sheet } from '#lib/domain/spreadsheet.ts';
import { dayOfResult, type ResultAbout } from '#lib/domain/result/view-about.ts';
import type { CriterionView, DimensionView, ItemView } from '#lib/domain/result/view-dimension.ts';
import type { ResultView } from '#lib/domain/result/view.ts';
import * as m from '#lib/paraglide/messages.js';
import { answerText, cautionText } from './answer-words.ts';
import { kindText } from './origin-words.ts';
import { shown } from './result-sheets.ts';

/** What a row may tell; what it does not is empty. */
interface Row {
	level: string;
	id: string;
	name: string;
	score?: number | null;
	lower?: number | null;
	upper?: number | null;
	stage?: number | null;
	answer?: string;
	text?: string | undefined;
	evidence?: string | undefined;
	reason?: string | undefined;
	note?: string | undefined;
	importance?: string | undefined;
	target?: number | undefined;
	targetYear?: number | undefined;
}

const KEYS: [keyof Row, () => string, ColumnKind][] = [
	['level', m.download_level, 'text'],
	['id', m.download_id, 'text'],
	['name', m.download_name, 'text'],
	['score', m.download_score, 'score'],
	['lower', m.download_lower, 'score'],
	['upper', m.download_upper, 'score'],
	['stage', m.download_stage, 'whole'],
	['answer', m.download_answer, 'text'],
	['text', m.download_answer_text, 'text'],
	['evidence', m.download_evidence, 'text'],
	['reason', m.download_reason, 'text'],
	['note', m.download_note, 'text'],
	['importance', m.download_importance, 'text'],
	['target', m.download_target, 'whole'],
	['targetYear', m.download_target_year, 'whole']
];

/** A column beyond those that every result has. */
export interface MoreColumn {
	title: string;
	kind: ColumnKind;
	/** what stands in the row of a dimension, criterion, item or further row; null where nothing does */
	cell: (id: string) => Cell;
}

/** A row beyond those that every result has; `MoreColumn` fills it. */
export type MoreRow = Pick<Row, 'level' | 'id' | 'name'>;

/** The origin stands in every row, so that rows of several results can lie in one table. */
export function resultTable(
	view: ResultView,
	about: ResultAbout,
	more: readonly MoreColumn[] = [],
	moreRows: readonly MoreRow[] = []
): Pick<Sheet, 'columns' | 'rows'> {
	const origin: [string, string][] = [
		[m.download_municipality(), about.name ?? m.result_trial()],
		...(about.round === undefined ? [] : [[m.download_round(), about.round] as [string, string]]),
		[m.download_as_of(), dayOfResult(about)],
		[m.download_state(), about.state === 'open' ? m.result_provisional() : m.result_closed()],
		[m.download_kind(), kindText(about)],
		[m.download_instrument(), `${about.instrument.title} ${about.instrument.version}`],
		[m.result_method_sha(), about.instrument.sha256],
		[m.download_method(), about.method],
		[m.download_licence(), about.instrument.licence]
	];
	const column = (title: string, kind: ColumnKind): Column => ({ title, kind, width: 20 });
	return {
		columns: [
			...KEYS.map(([, title, kind]) => column(title(), kind)),
			...more.map(({ title, kind }) => column(title, kind)),
			...origin.map(([title]) => column(title, 'text'))
		],
		rows: [...rowsOf(view), ...moreRows].map((row: Row): Cell[] => [
			...KEYS.map(([key]) => row[key] ?? null),
			...more.map(({ cell }) => cell(row.id)),
			...origin.map(([, value]) => value)
		])
	};
}

function rowsOf(view: ResultView): Row[] {
	return [
		...(view.overall ? [{ level: m.download_overall(), id: '', name: '', score: shown(view.overall.score) }] : []),
		...view.dimensions.flatMap((dimension) => [
			dimensionRow(dimension),
			...dimension.criteria.flatMap((criterion) => [
				criterionRow(criterion, view),
				...criterion.items.map((item) => itemRow(item, view))
			])
		])
	];
}

function dimensionRow({ id, name, score, lower, upper, stage }: DimensionView): Row {
	return { level: m.download_dimension(), id, name, ...scores({ score, lower, upper }), stage };
}

function criterionRow(criterion: CriterionView, { importance }: ResultView): Row {
	const { id, name, target, targetYear, importance: grade } = criterion;
	return {
		...{ level: m.download_criterion(), id, name, target, targetYear },
		...scores(criterion),
		importance: grade === undefined ? undefined : importance[grade - 1]
	};
}

function itemRow(item: ItemView, { levels, evidence }: ResultView): Row {
	return {
		level: m.download_item(),
		id: item.id,
		name: item.statement,
		score: item.state === 'level' ? (item.level ?? null) : null,
		answer: [answerText(item, levels), cautionText(item)].filter(Boolean).join('; '),
		text: item.text,
		evidence: item.evidence === undefined ? undefined : evidence[item.evidence],
		reason: item.reason,
		note: item.comment
	};
}

function scores({ score, lower, upper }: Pick<CriterionView, 'score' | 'lower' | 'upper'>) {
	return { score: shown(score), lower: shown(lower), upper: shown(upper) };
}
