import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { AGENDA_RANGE } from '#lib/domain/meeting/agenda.ts';
import {
	MODERATE_AGREEMENT,
	RANDOM_VARIANCE,
	STRONG_AGREEMENT,
	STRONG_MINIMUM,
	WORD_MINIMUM
} from '#lib/domain/scoring/agreement.ts';
import { BEST, WORST } from '#lib/domain/scoring/bounds.ts';
import { COVERAGE } from '#lib/domain/scoring/coverage.ts';
import {
	ASSOCIATION_MINIMUM,
	CHANGE_MINIMUM,
	FINE_MINIMUM,
	GROUP_MINIMUM,
	HISTOGRAM_MINIMUM,
	QUARTILE_MINIMUM,
	UNKNOWN_MINIMUM
} from '#lib/domain/disclosure/minimum.ts';
import { COARSE_STEPS, COUNT_STEP, FINE_STEPS, HOMOGENEOUS_DISTANCE } from '#lib/domain/disclosure/cell.ts';
import { BAR_MINIMUM, COARSE_SHARE_STEP, FINE_SHARE_STEP } from '#lib/domain/disclosure/histogram.ts';
import { MEAN_MINIMUM } from '#lib/domain/disclosure/team.ts';
import { NEUTRAL_IMPORTANCE } from '#lib/domain/answering/importance.ts';
import { LOCALES, type Locale } from '#lib/domain/instrument/instrument.ts';
import {
	INTERVAL_COVERAGE,
	INTERVAL_MINIMUM,
	INTERVAL_RECOMMENDED,
	INTERVAL_SHARES,
	RESAMPLES
} from '#lib/domain/scoring/interval.ts';
import { CRITERION_WEIGHT } from '#lib/domain/scoring/layout.ts';
import { BANDS } from '#lib/domain/municipality/municipality.ts';
import { GAP_GROUPS } from '#lib/domain/scoring/perspective.ts';
import { REASON_MINIMUM } from '#lib/domain/answering/answer-limits.ts';
import { WEIGHT_DRAWS } from '#lib/domain/scoring/weight-draws.ts';
import { STAGE_DISTANCE, STAGE_SHARE } from '#lib/domain/scoring/stage.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { getLocale, overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { comparisonRules } from './comparison-rules.ts';
import { scoringRules } from './rules.ts';

const ownLocale = getLocale;
afterEach(() => overwriteGetLocale(ownLocale));

function rulesIn(locale: Locale): Map<string, string> {
	overwriteGetLocale(() => locale);
	const rules = [...scoringRules(currentInstrument().instrument).flatMap((group) => group.rules), ...comparisonRules()];
	return new Map(rules.map(({ id, body }) => [id, body.flat().join(' ')]));
}

/** Which figures each rule must tell: numbers, or shares as percent. */
const FIGURES: [rule: string, numbers: number[], shares?: number[]][] = [
	['M1', [1, 5, REASON_MINIMUM]],
	['M3', [COVERAGE.parts, COVERAGE.of]],
	['M4', [COVERAGE.parts, COVERAGE.of, CRITERION_WEIGHT]],
	['M6', [2.45, 2.5], [0, 0.5, 1]],
	['M7', [STAGE_DISTANCE], [STAGE_SHARE.parts / STAGE_SHARE.of]],
	['M9', [1, 4, NEUTRAL_IMPORTANCE]],
	['M10', [WORST, BEST]],
	[
		'M11',
		[INTERVAL_MINIMUM, INTERVAL_RECOMMENDED, RESAMPLES],
		[INTERVAL_SHARES[1] - INTERVAL_SHARES[0], ...INTERVAL_COVERAGE]
	],
	[
		'M12',
		[RANDOM_VARIANCE, STRONG_AGREEMENT, MODERATE_AGREEMENT, STRONG_MINIMUM, WORD_MINIMUM, AGENDA_RANGE],
		[0.52, 0.06]
	],
	['M13', [MEAN_MINIMUM, GAP_GROUPS]],
	['M14', [WEIGHT_DRAWS]],
	['M17', [54, 18]],
	['D3', [BANDS.length]],
	['D6', [GROUP_MINIMUM]],
	['D7', [CHANGE_MINIMUM]],
	['D9', [ASSOCIATION_MINIMUM, GROUP_MINIMUM, CHANGE_MINIMUM]],
	['D4', [GROUP_MINIMUM, UNKNOWN_MINIMUM, QUARTILE_MINIMUM, HISTOGRAM_MINIMUM]],
	[
		'D5',
		[
			COUNT_STEP,
			1 / COARSE_STEPS,
			1 / FINE_STEPS,
			FINE_MINIMUM,
			BAR_MINIMUM,
			COARSE_SHARE_STEP,
			FINE_SHARE_STEP,
			HOMOGENEOUS_DISTANCE
		]
	]
];

describe.each(LOCALES)('the rules in words (%s)', (locale) => {
	test('are M1 to M17 in order, then those of the comparison', () => {
		const scoring = Array.from({ length: 17 }, (_, index) => `M${index + 1}`);
		expect([...rulesIn(locale).keys()]).toEqual([...scoring, 'D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D9']);
	});

	test.each(FIGURES)('%s tells the figures that the program uses', (rule, numbers, shares = []) => {
		const text = rulesIn(locale).get(rule) ?? '';
		const tag = { de: 'de-DE', en: 'en-GB' }[locale];
		const written = [
			...numbers.map((number) => new Intl.NumberFormat(tag).format(number)),
			...shares.map((share) => new Intl.NumberFormat(tag, { style: 'percent' }).format(share))
		];
		const told = text.match(/\d[\d.,]*\d\s?%?|\d\s?%?/g)?.map((figure) => figure.trim()) ?? [];
		const bare = told.map((figure) => figure.replace(/[.,]0$/, ''));
		expect(written.filter((figure) => ![...told, ...bare].includes(figure))).toEqual([]);
	});

	test('carry no figure of their own: what changes in the code changes here', () => {
		const texts = Object.entries(JSON.parse(readFileSync(`src/lib/messages/${locale}/method.json`, 'utf8')));
		const literal = texts.filter(
			([key, text]) =>
				!key.startsWith('method_source_') && /\d/.test(String(text).replace(/\{\w+\}|\b[MD]\d+\b|SHA-256/g, ''))
		);
		expect(literal).toEqual([]);
	});
});
