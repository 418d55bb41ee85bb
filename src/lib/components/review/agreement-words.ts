/** How far two raters agree, in a sentence. */
import { formatCoefficient } from '#lib/components/format.ts';
import {
	KAPPA_MINIMUM,
	type KappaWord,
	type NoAgreement,
	type RaterAgreement
} from '#lib/domain/review/weighted-kappa.ts';
import * as m from '#lib/paraglide/messages.js';

const words: Record<KappaWord, () => string> = {
	none: m.review_kappa_none,
	fair: m.review_kappa_fair,
	moderate: m.review_kappa_moderate,
	substantial: m.review_kappa_substantial,
	high: m.review_kappa_high
};

export function agreementSentence(found: NoAgreement | (RaterAgreement & { words: KappaWord[] })): string {
	if ('missing' in found)
		return found.missing === 'few' ? m.review_kappa_few({ minimum: KAPPA_MINIMUM }) : m.review_kappa_no_variance();
	const [lower, upper] = found.interval;
	const range = found.words.map((word) => words[word]()).join(m.review_kappa_to());
	return m.review_kappa({
		range,
		kappa: formatCoefficient(found.kappa),
		lower: formatCoefficient(lower),
		upper: formatCoefficient(upper),
		items: found.items
	});
}
