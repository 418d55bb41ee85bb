/** M14 in one or two sentences. */
import { formatCount } from '#lib/components/format.ts';
import { firmnessOf } from '#lib/domain/result/findings-robustness.ts';
import type { DimensionId } from '#lib/domain/instrument/instrument.ts';
import type { Robustness } from '#lib/domain/scoring/robustness.ts';
import { WEIGHT_DRAWS } from '#lib/domain/scoring/weight-draws.ts';
import * as m from '#lib/paraglide/messages.js';

/** @param names of the dimensions */
export function robustnessText(robustness: Robustness, names: Readonly<Record<DimensionId, string>>): string {
	const firmness = firmnessOf(robustness);
	if (firmness === 'equal') return m.result_robust_equal();
	const verdict = { firm: m.result_robust_firm, mostly: m.result_robust_mostly, loose: m.result_robust_loose };
	const sentence = m.result_robust({
		share: formatCount(Math.round(robustness.share * WEIGHT_DRAWS)),
		draws: formatCount(WEIGHT_DRAWS),
		highest: names[robustness.strongest],
		lowest: names[robustness.weakest]
	});
	return `${sentence} ${verdict[firmness]()}`;
}
