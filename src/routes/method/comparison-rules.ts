/** What the comparison shows (D1–D9) in words, with the constants that disclosure control uses. */
import { formatCoefficient, formatCount, formatScore } from '#lib/components/format.ts';
import { COEFFICIENT_STEPS } from '#lib/domain/disclosure/coefficients.ts';
import {
	ASSOCIATION_MINIMUM,
	CHANGE_MINIMUM,
	FINE_MINIMUM,
	GROUP_MINIMUM,
	HISTOGRAM_MINIMUM,
	QUARTILE_MINIMUM,
	UNKNOWN_MINIMUM
} from '#lib/domain/disclosure/minimum.ts';
import {
	COARSE_STEPS,
	COUNT_STEP,
	FINE_STEPS,
	HOMOGENEOUS_DISTANCE,
	HOMOGENEOUS_SHARE
} from '#lib/domain/disclosure/cell.ts';
import { BAR_MINIMUM, COARSE_SHARE_STEP, FINE_SHARE_STEP } from '#lib/domain/disclosure/histogram.ts';
import { MICRODATA_STEPS } from '#lib/domain/microdata/microdata.ts';
import { BANDS } from '#lib/domain/municipality/municipality.ts';
import * as m from '#lib/paraglide/messages.js';
import { formatShare } from './figures.ts';
import type { Rule } from './rule.ts';

/** The rules in the page's language. */
export function comparisonRules(): Rule[] {
	return [
		{ id: 'D1', title: m.method_d1(), body: [m.method_d1_text()] },
		{ id: 'D2', title: m.method_d2(), body: [m.method_d2_text()] },
		{ id: 'D3', title: m.method_d3(), body: [m.method_d3_text({ bands: BANDS.length })] },
		{
			id: 'D4',
			title: m.method_d4(),
			body: [
				m.method_d4_text({
					minimum: GROUP_MINIMUM,
					unknown: UNKNOWN_MINIMUM,
					quartiles: QUARTILE_MINIMUM,
					histogram: HISTOGRAM_MINIMUM
				})
			]
		},
		{ id: 'D5', title: m.method_d5(), body: [m.method_d5_text(roundingFigures()), m.method_d5_alike(alikeFigures())] },
		{ id: 'D6', title: m.method_d6(), body: [m.method_d6_text({ minimum: GROUP_MINIMUM })] },
		{ id: 'D7', title: m.method_d7(), body: [m.method_d7_text({ change: CHANGE_MINIMUM })] },
		{ id: 'D8', title: m.method_d8(), body: [m.method_d8_text()] },
		{
			id: 'D9',
			title: m.method_d9(),
			body: [
				m.method_d9_text({
					associated: ASSOCIATION_MINIMUM,
					minimum: GROUP_MINIMUM,
					change: CHANGE_MINIMUM,
					coefficient: formatCoefficient(1 / COEFFICIENT_STEPS),
					half: formatScore(1 / MICRODATA_STEPS)
				})
			]
		}
	];
}

function roundingFigures() {
	return {
		count: COUNT_STEP,
		coarse: formatCount(1 / COARSE_STEPS),
		finer: formatCount(1 / FINE_STEPS),
		fine: FINE_MINIMUM,
		bar: BAR_MINIMUM,
		coarseShare: COARSE_SHARE_STEP,
		fineShare: FINE_SHARE_STEP
	};
}

function alikeFigures() {
	return {
		distance: formatCount(HOMOGENEOUS_DISTANCE),
		crowd: formatShare(HOMOGENEOUS_SHARE.parts / HOMOGENEOUS_SHARE.of)
	};
}
