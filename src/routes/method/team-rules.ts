/** M11–M13 in words: the rules for rounds of several people, with the constants that they use. */
import { formatCount, formatList } from '#lib/components/format.ts';
import { AGENDA_RANGE } from '#lib/domain/meeting/agenda.ts';
import {
	agreementOf,
	agreementWord,
	MODERATE_AGREEMENT,
	RANDOM_VARIANCE,
	STRONG_AGREEMENT,
	STRONG_MINIMUM,
	STRONG_RANGE,
	WORD_MINIMUM,
	type AgreementWord
} from '#lib/domain/scoring/agreement.ts';
import { MEAN_MINIMUM } from '#lib/domain/disclosure/team.ts';
import {
	INTERVAL_COVERAGE,
	INTERVAL_MINIMUM,
	INTERVAL_RECOMMENDED,
	INTERVAL_SHARES,
	RESAMPLES
} from '#lib/domain/scoring/interval.ts';
import { GAP_GROUPS } from '#lib/domain/scoring/perspective.ts';
import type { Level } from '#lib/domain/answering/rating.ts';
import { TOLERANCE } from '#lib/domain/scoring/rounding.ts';
import * as m from '#lib/paraglide/messages.js';
import { shareByChance } from './chance.ts';
import { formatShare } from './figures.ts';
import type { Rule } from './rule.ts';

/** Made-up levels to show the agreement of. */
const SAID: readonly Level[] = [2, 3, 3, 4, 3];
const PAIR = 2;

const looksStrong = (levels: readonly Level[]) => (agreementOf(levels) ?? 0) >= STRONG_AGREEMENT - TOLERANCE;
const CHANCE = { two: shareByChance(PAIR, looksStrong), five: shareByChance(WORD_MINIMUM, looksStrong) };

export function intervalRule(): Rule {
	const [from, to] = INTERVAL_SHARES;
	return {
		id: 'M11',
		title: m.method_m11(),
		body: [
			m.method_m11_text({
				minimum: formatCount(INTERVAL_MINIMUM),
				resamples: formatCount(RESAMPLES),
				share: formatShare(to - from)
			}),
			m.method_m11_convention({
				from: formatShare(INTERVAL_COVERAGE[0]),
				to: formatShare(INTERVAL_COVERAGE[1]),
				recommended: formatCount(INTERVAL_RECOMMENDED)
			})
		],
		rounds: true
	};
}

export function agreementRule(): Rule {
	const strong = formatCount(STRONG_AGREEMENT);
	const moderate = formatCount(MODERATE_AGREEMENT);
	return {
		id: 'M12',
		title: m.method_m12(),
		body: [
			m.method_m12_text({
				variance: formatCount(RANDOM_VARIANCE),
				strong,
				moderate,
				people: SAID.length,
				levels: formatList(SAID.map(String)),
				example: formatCount(agreementOf(SAID) ?? 0),
				word: wordFor(agreementWord(SAID))
			}),
			m.method_m12_chance({
				word: WORD_MINIMUM,
				many: STRONG_MINIMUM,
				range: STRONG_RANGE,
				two: PAIR,
				chanceTwo: formatShare(CHANCE.two),
				strong,
				five: WORD_MINIMUM,
				chanceFive: formatShare(CHANCE.five)
			}),
			m.method_m12_agenda({ moderate, apart: AGENDA_RANGE })
		],
		rounds: true
	};
}

function wordFor(word: AgreementWord | undefined): string {
	const words = { strong: m.method_m12_strong, moderate: m.method_m12_moderate, weak: m.method_m12_weak };
	return word ? words[word]() : '';
}

export function perspectiveRule(): Rule {
	return {
		id: 'M13',
		title: m.method_m13(),
		body: [m.method_m13_text({ minimum: MEAN_MINIMUM, groups: GAP_GROUPS })],
		rounds: true
	};
}
