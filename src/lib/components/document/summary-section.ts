/** The first page of a report: what a mayor reads. */
import { formatCount, formatDay, formatList, formatScore } from '#lib/components/format.ts';
import { boundsText } from '#lib/components/result/criterion-words.ts';
import { headlineText, where } from '#lib/components/result/headline-words.ts';
import { placeWords } from '#lib/components/comparison/place-words.ts';
import type { Comparison } from '#lib/domain/disclosure/benchmark.ts';
import { note, paragraph, table } from '#lib/domain/document/blocks.ts';
import type { Block } from '#lib/domain/document/document.ts';
import type { NamedScore } from '#lib/domain/result/findings-criteria.ts';
import type { ResultAbout } from '#lib/domain/result/view-about.ts';
import type { DimensionView } from '#lib/domain/result/view-dimension.ts';
import type { ResultView } from '#lib/domain/result/view.ts';
import * as m from '#lib/paraglide/messages.js';
import { stepsSection } from './steps-section.ts';

/** @param own whether whoever reads belongs to the municipality */
export function summarySection(
	view: ResultView,
	about: ResultAbout,
	comparison: Comparison | undefined,
	own: boolean
): Block[] {
	return [
		...(about.demonstration ? [note(m.result_demonstration())] : []),
		paragraph(headlineText(view.headline, view.levels, own), 'lead'),
		...(isEmpty(view)
			? []
			: [stageTable(view), ...overall(view), ...stepsSection(view, about.team === undefined), ...findings(view)]),
		...compared(comparison)
	];
}

/** Whether there is nothing to tell. */
export function isEmpty({ headline }: ResultView): boolean {
	return headline.kind === 'nothing' || headline.kind === 'notApplicable';
}

/** Where each dimension stands, and how far it is to the next stage; with bounds (M10) only where answers are missing. */
export function stageTable({ dimensions, levels, uncertain }: ResultView): Block {
	const bounded = uncertain.length > 0;
	return table(
		m.document_summary_stages(),
		[
			[m.download_dimension(), 4],
			[m.document_column_stage(), 2.6],
			[m.result_column_score(), 1.6],
			...(bounded ? [[m.result_column_bounds(), 1.4] as [string, number]] : []),
			[m.document_column_next(), 2.6]
		],
		dimensions.map((dimension) => [
			dimension.name,
			stageText(dimension, levels),
			dimension.score === null ? m.result_none() : formatScore(dimension.score),
			...(bounded ? [boundsText(dimension)] : []),
			nextText(dimension)
		])
	);
}

export function stageText({ stage, lower }: DimensionView, levels: readonly string[]): string {
	if (stage !== null) return m.document_stage({ stage, name: levels[stage - 1] ?? '' });
	return lower === null ? m.result_stage_not_applicable() : m.result_stage_none();
}

function nextText({ stage, missing }: DimensionView): string {
	if (missing.length > 0) return m.document_next({ n: missing.length });
	return stage === null ? '' : m.document_next_highest();
}

/** M5, and what answers are missing for. */
export function overall({ overall, uncertain, counts }: ResultView): Block[] {
	const without = counts.asked - counts.level - counts.notApplicable;
	const sentences = [
		...(overall
			? [`${m.result_overall({ score: formatScore(overall.score), span: formatScore(overall.span) })}.`]
			: []),
		...(uncertain.length > 0
			? [m.result_uncertain({ n: without }), `${formatList(uncertain.map((one) => uncertainText(one)))}.`]
			: [])
	];
	return sentences.length > 0 ? [paragraph(sentences.join(' '))] : [];
}

function uncertainText({ dimension, scored, lower, upper }: ResultView['uncertain'][number]): string {
	const words = { where: where([dimension]), lower: formatScore(lower), upper: formatScore(upper) };
	return scored ? m.result_uncertain_scored(words) : m.result_uncertain_unscored(words);
}

/** Strengths and gaps in a sentence each. */
export function findings({ finding, dimensions }: ResultView): Block[] {
	const names = new Map(dimensions.flatMap(({ criteria }) => criteria.map(({ id, name }) => [id, name])));
	const named = (list: readonly NamedScore[]) =>
		formatList(list.map(({ id, score }) => m.document_named({ name: names.get(id) ?? id, score: formatScore(score) })));
	return [
		...(finding.strengths.length > 0 ? [paragraph(m.document_strengths({ list: named(finding.strengths) }))] : []),
		...(finding.gaps.length > 0 ? [paragraph(m.document_gaps({ list: named(finding.gaps) }))] : [])
	];
}

function compared(comparison: Comparison | undefined): Block[] {
	if (!comparison?.enough) return [];
	const place = comparison.rows[0]?.place;
	if (!place || comparison.rows[0]?.measure !== 'overall') return [];
	const { n, release } = comparison;
	return [
		paragraph(m.document_compared({ n: formatCount(n), cutoff: formatDay(release.cutoff), place: placeWords(place) }))
	];
}
