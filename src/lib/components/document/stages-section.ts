/** M7 and M8: the stage of each dimension, and exactly the statements that are missing for the next. */
import { formatScore } from '#lib/components/format.ts';
import { heading, list, paragraph } from '#lib/domain/document/blocks.ts';
import type { Block } from '#lib/domain/document/document.ts';
import type { DimensionView } from '#lib/domain/result/view-dimension.ts';
import type { ResultView } from '#lib/domain/result/view.ts';
import * as m from '#lib/paraglide/messages.js';

export function stagesSection({ dimensions, levels, variant, scope }: ResultView): Block[] {
	return [
		heading(1, m.document_stages()),
		paragraph(m.result_next_lead()),
		...(variant === 'short' ? [paragraph(m.result_variant_short_text())] : []),
		...(scope ? [paragraph(m.result_scope_text())] : []),
		...dimensions.flatMap((dimension) => [heading(2, dimension.name), ...stageBlocks(dimension, levels)])
	];
}

function stageBlocks({ stage, score, lower, missing, criteria }: DimensionView, levels: readonly string[]): Block[] {
	if (stage === null || score === null) {
		if (lower === null) return [paragraph(m.result_stage_not_applicable_text())];
		const unscored = criteria.filter((one) => one.score === null && !one.notApplicable);
		return [paragraph(m.result_stage_none_text()), list(unscored.map(({ name }) => name))];
	}
	const name = levels[stage - 1] ?? '';
	return [
		paragraph(m.document_stage_sentence({ stage, name, score: formatScore(score) }), 'strong'),
		paragraph(missing.length > 0 ? `${m.result_missing({ n: missing.length })}.` : m.result_missing_none()),
		...(missing.length > 0
			? [
					list(
						missing.map(({ item, statement, from, steps }) => ({
							text: `${item} ${statement}`,
							more: [
								`${m.result_next_from({ from, to: stage + 1 })}.`,
								...steps.map((text, index) =>
									steps.length > 1 ? m.result_next_step({ from: from + index, to: from + index + 1, text }) : text
								)
							]
						})),
						true
					)
				]
			: [])
	];
}
