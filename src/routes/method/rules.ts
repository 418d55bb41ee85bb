/** M1–M17 in words. Every figure comes from the constant that the rule itself uses. */
import { formatCount, formatScore } from '#lib/components/format.ts';
import { BEST, WORST } from '#lib/domain/scoring/bounds.ts';
import { COVERAGE } from '#lib/domain/scoring/coverage.ts';
import { NEUTRAL_IMPORTANCE } from '#lib/domain/answering/importance.ts';
import { DIMENSIONS, itemsOf, type Instrument } from '#lib/domain/instrument/instrument.ts';
import { CRITERION_WEIGHT } from '#lib/domain/scoring/layout.ts';
import { nextLevel } from '#lib/domain/scoring/priorities.ts';
import { REASON_MINIMUM } from '#lib/domain/answering/answer-limits.ts';
import { Importance } from '#lib/domain/answering/rating-schema.ts';
import { LEVELS } from '#lib/domain/answering/rating.ts';
import { percentOf } from '#lib/domain/scoring/rounding.ts';
import { WEIGHT_DRAWS } from '#lib/domain/scoring/weight-draws.ts';
import { HIGHEST_STAGE, LOWEST_STAGE, STAGE_DISTANCE, STAGE_SHARE } from '#lib/domain/scoring/stage.ts';
import * as m from '#lib/paraglide/messages.js';
import { formatFraction, formatShare, neededOf } from './figures.ts';
import type { RuleGroup } from './rule.ts';
import { agreementRule, intervalRule, perspectiveRule } from './team-rules.ts';

const LOWEST = Math.min(...LEVELS);
const HIGHEST = Math.max(...LEVELS);
const MIDDLE = (LOWEST + HIGHEST) / 2;
/** Scores to show what a rule does to them. */
const EXACT = 2.45;
const AIMING = 2.6;

/** The rules in order, with the figures of an instrument, in the page's language. */
export function scoringRules(instrument: Instrument): RuleGroup[] {
	return [
		{ id: 'answers', title: m.method_group_answers(), rules: [ratingRule(), itemRule()] },
		{ id: 'scores', title: m.method_group_scores(), rules: scoreRules(instrument) },
		{ id: 'stage', title: m.method_group_stage(), rules: [stageRule(), missingRule(), priorityRule()] },
		{
			id: 'sure',
			title: m.method_group_sure(),
			rules: [boundsRule(), intervalRule(), agreementRule(), perspectiveRule(), robustnessRule()]
		},
		{ id: 'time', title: m.method_group_time(), rules: timeRules(instrument) }
	];
}

function ratingRule() {
	return {
		id: 'M1',
		title: m.method_m1(),
		body: [
			m.method_m1_values({ lowest: LOWEST, highest: HIGHEST }),
			m.method_m1_reason({ reason: formatCount(REASON_MINIMUM) })
		]
	};
}

function itemRule() {
	return { id: 'M2', title: m.method_m2(), body: [m.method_m2_solo(), m.method_m2_team(), m.method_m2_applies()] };
}

function scoreRules({ dimensions }: Instrument) {
	const criteria = dimensions[0]?.criteria ?? [];
	const covered = (of: number) => ({ share: formatFraction(COVERAGE), of, needed: neededOf(of) });
	return [
		{
			id: 'M3',
			title: m.method_m3(),
			body: [m.method_m3_mean(), m.method_m3_coverage(covered(criteria[0]?.items.length ?? 0))]
		},
		{
			id: 'M4',
			title: m.method_m4(),
			body: [
				m.method_m4_mean({ weight: formatCount(CRITERION_WEIGHT) }),
				m.method_m4_coverage(covered(criteria.length))
			]
		},
		{ id: 'M5', title: m.method_m5(), body: [m.method_m5_text({ dimensions: dimensions.length })] },
		{
			id: 'M6',
			title: m.method_m6(),
			body: [m.method_m6_shown(roundingFigures()), m.method_m6_percent(percentFigures())]
		}
	];
}

function roundingFigures() {
	return { exact: formatCount(EXACT), shown: formatScore(EXACT) };
}

function percentFigures() {
	const percent = (score: number) => formatShare(percentOf(score) / 100);
	return {
		lowest: LOWEST,
		lowestPercent: percent(LOWEST),
		middle: MIDDLE,
		middlePercent: percent(MIDDLE),
		highest: HIGHEST,
		highestPercent: percent(HIGHEST)
	};
}

function stageRule() {
	return {
		id: 'M7',
		title: m.method_m7(),
		body: [
			m.method_m7_text({ lowest: LOWEST_STAGE, highest: HIGHEST_STAGE }),
			[
				m.method_m7_share({ share: formatShare(STAGE_SHARE.parts / STAGE_SHARE.of) }),
				m.method_m7_distance({ distance: formatScore(STAGE_DISTANCE) })
			],
			m.method_m7_lowest({ lowest: LOWEST_STAGE })
		]
	};
}

function missingRule() {
	return { id: 'M8', title: m.method_m8(), body: [m.method_m8_text()] };
}

function priorityRule() {
	const grades = [...Importance.values];
	return {
		id: 'M9',
		title: m.method_m9(),
		body: [
			m.method_m9_target({ score: formatScore(AIMING), target: nextLevel(AIMING) }),
			m.method_m9_priority({
				least: Math.min(...grades),
				most: Math.max(...grades),
				neutral: formatScore(NEUTRAL_IMPORTANCE)
			})
		]
	};
}

function boundsRule() {
	return { id: 'M10', title: m.method_m10(), body: [m.method_m10_text({ worst: WORST, best: BEST })] };
}

function robustnessRule() {
	return {
		id: 'M14',
		title: m.method_m14(),
		body: [m.method_m14_text({ draws: formatCount(WEIGHT_DRAWS), dimensions: DIMENSIONS.length }), m.method_m14_seed()]
	};
}

function timeRules(instrument: Instrument) {
	const items = (variant: 'full' | 'short') => formatCount(itemsOf(instrument, variant).length);
	return [
		{ id: 'M15', title: m.method_m15(), body: [m.method_m15_text()] },
		{ id: 'M16', title: m.method_m16(), body: [m.method_m16_text()], rounds: true as const },
		{
			id: 'M17',
			title: m.method_m17(),
			body: [m.method_m17_text({ full: items('full'), short: items('short') }), m.method_m17_scope()]
		}
	];
}
