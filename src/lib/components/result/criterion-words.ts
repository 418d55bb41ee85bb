/** The numbers of a criterion in words, or why there are none. */
import { formatScore } from '#lib/components/format.ts';
import { isUncertain } from '#lib/domain/result/findings.ts';
import type { CriterionView } from '#lib/domain/result/view-dimension.ts';
import * as m from '#lib/paraglide/messages.js';

export function scoreText({ score, notApplicable }: CriterionView): string {
	if (score !== null) return formatScore(score);
	return notApplicable ? m.result_not_applicable() : m.result_none();
}

/** From the lower to the upper bound (M10); empty where nothing is missing. */
export function boundsText({ score, lower, upper }: Pick<CriterionView, 'score' | 'lower' | 'upper'>): string {
	if (lower === null || upper === null || !isUncertain({ score, lower, upper })) return '';
	return m.result_range({ lower: formatScore(lower), upper: formatScore(upper) });
}

/** The target that was set (M9); empty where none was. */
export function targetText({ target, targetYear }: CriterionView): string {
	if (target === undefined) return '';
	return targetYear === undefined ? String(target) : m.result_target_by({ level: target, year: targetYear });
}
