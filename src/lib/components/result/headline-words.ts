/** The sentence at the top of a result in words. */
import { formatList, formatScore } from '#lib/components/format.ts';
import type { Headline } from '#lib/domain/result/findings.ts';
import type { DimensionId } from '#lib/domain/instrument/instrument.ts';
import * as m from '#lib/paraglide/messages.js';

/** "beim wirkungsorientierten Haushalt"; several are listed. */
export function where(dimensions: readonly DimensionId[]): string {
	const words = {
		decision: m.result_in_decision,
		administration: m.result_in_administration,
		budget: m.result_in_budget
	};
	return formatList(dimensions.map((id) => words[id]()));
}

/** @param levels names of the levels and stages; index 0 is 1 @param own whether it is the reader's municipality */
export function headlineText(headline: Headline, levels: readonly string[], own = true): string {
	const who = own ? m.result_who_own() : m.result_who_other();
	const nameOf = (stage: number) => levels[stage - 1] ?? '';
	switch (headline.kind) {
		case 'nothing':
			return m.result_headline_nothing();
		case 'notApplicable':
			return m.result_headline_notApplicable();
		case 'unscored':
			return m.result_headline_unscored();
		case 'top':
			return m.result_headline_top({ who, where: where(headline.dimensions), name: nameOf(5) });
		case 'one': {
			const { dimensions, stage, score } = headline.place;
			const words = { who, where: where(dimensions), stage, name: nameOf(stage), score: formatScore(score) };
			return dimensions.length === 1 ? m.result_headline_one(words) : m.result_headline_equal(words);
		}
		case 'sameStage': {
			const { furthest, least } = headline;
			return m.result_headline_sameStage({
				who,
				stage: furthest.stage,
				name: nameOf(furthest.stage),
				furthest: where(furthest.dimensions),
				high: formatScore(furthest.score),
				least: where(least.dimensions),
				low: formatScore(least.score)
			});
		}
		case 'apart': {
			const { furthest, least, beginning } = headline;
			const words = {
				who,
				furthest: where(furthest.dimensions),
				high: furthest.stage,
				highName: nameOf(furthest.stage),
				least: where(least.dimensions),
				low: least.stage,
				lowName: nameOf(least.stage)
			};
			return beginning ? m.result_headline_beginning(words) : m.result_headline_apart(words);
		}
	}
}
