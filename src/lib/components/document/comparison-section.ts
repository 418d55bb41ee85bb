/** The own result beside a release (D8); what is withheld is explained once (D4, D5). */
import { groupName } from '#lib/components/comparison/group-words.ts';
import { nameOf, type MeasureNames } from '#lib/components/comparison/measure-names.ts';
import { placeWords } from '#lib/components/comparison/place-words.ts';
import { formatCount, formatDay, formatScore } from '#lib/components/format.ts';
import type { ComparedMeasure, Comparison } from '#lib/domain/disclosure/benchmark.ts';
import { chart, heading, list, note, paragraph, table } from '#lib/domain/document/blocks.ts';
import type { Block } from '#lib/domain/document/document.ts';
import { DIMENSIONS } from '#lib/domain/instrument/dimension.ts';
import type { ResultView } from '#lib/domain/result/view.ts';
import * as m from '#lib/paraglide/messages.js';

/** @param team whether the result may be among those that are compared with */
export function comparisonSection(comparison: Comparison | undefined, view: ResultView, team: boolean): Block[] {
	if (!comparison) return [];
	const names = Object.fromEntries(
		view.dimensions.flatMap((dimension) => [dimension, ...dimension.criteria].map(({ id, name }) => [id, name]))
	);
	return [
		heading(1, m.comparison_title()),
		...(comparison.enough ? told(comparison, names, view, team) : few(comparison))
	];
}

function few({ minimum, variant }: Extract<Comparison, { enough: false }>): Block[] {
	return [
		paragraph(m.comparison_few_title(), 'strong'),
		paragraph(
			[m.comparison_few_needed({ minimum }), ...(variant === 'short' ? [m.comparison_few_short()] : [])].join(' ')
		),
		paragraph(m.comparison_few_protection())
	];
}

function told(
	{ n, release, group, rows }: Extract<Comparison, { enough: true }>,
	names: MeasureNames,
	{ scope }: ResultView,
	team: boolean
): Block[] {
	const source = m.comparison_source({ n: formatCount(n), cutoff: formatDay(release.cutoff) });
	const shown = rows.filter(({ cell }) => cell);
	const ends: ReadonlySet<string> = new Set(['overall', ...DIMENSIONS]);
	return [
		paragraph(`${source} ${m.comparison_release({ number: release.number })}, ${groupName(group)}.`),
		...(release.demonstration ? [note(m.comparison_demonstration())] : []),
		...(scope ? [paragraph(m.comparison_scope())] : []),
		...(shown.length > 0
			? [
					pictureOf(
						rows.filter(({ measure }) => ends.has(measure)),
						names
					)
				]
			: []),
		tableOf(rows, names),
		paragraph([m.comparison_self_selected(), ...(team ? [] : [m.comparison_solo()])].join(' ')),
		heading(2, m.comparison_reading()),
		list([
			m.comparison_reading_scale(),
			m.comparison_reading_median(),
			m.comparison_reading_middle(),
			m.comparison_reading_none()
		])
	];
}

function pictureOf(rows: readonly ComparedMeasure[], names: MeasureNames): Block {
	return chart(
		{
			kind: 'comparison',
			rows: rows.map(({ measure, own, cell }) => ({
				name: nameOf(measure, names),
				own,
				...(cell && { median: cell.median }),
				...(cell?.q1 !== undefined && { q1: cell.q1 }),
				...(cell?.q3 !== undefined && { q3: cell.q3 })
			})),
			legend: {
				mark: m.document_legend_own(),
				median: m.document_legend_median(),
				...(rows.some(({ cell }) => cell?.q1 !== undefined) && { range: m.document_legend_middle() })
			}
		},
		m.document_comparison_overview(),
		m.document_comparison_alt()
	);
}

function tableOf(rows: readonly ComparedMeasure[], names: MeasureNames): Block {
	const none = m.comparison_none();
	return table(
		m.comparison_criteria(),
		[
			[m.comparison_measure(), 4],
			[m.document_legend_own(), 1.2],
			[m.comparison_median(), 1.2],
			[m.document_column_middle(), 1.7],
			[m.comparison_place(), 3]
		],
		rows.map(({ measure, own, cell, place }) => [
			nameOf(measure, names),
			own === null ? none : formatScore(own),
			cell ? formatScore(cell.median) : none,
			cell?.q1 === undefined || cell.q3 === undefined
				? none
				: m.document_range({ from: formatScore(cell.q1), to: formatScore(cell.q3) }),
			place ? placeWords(place) : none
		]),
		[1, 2, 3]
	);
}
