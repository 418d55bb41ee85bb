import type { Level } from '#lib/domain/answering/rating.ts';
import { TOLERANCE } from './rounding.ts';

/** M12: variance of people who tick any of the five levels at random (James, Demaree & Wolf 1984). */
export const RANDOM_VARIANCE = 2;
export const STRONG_AGREEMENT = 0.7;
export const MODERATE_AGREEMENT = 0.5;
/** M12: fewer levels agree by chance too often to put a word to it (two of them reach 0.7 in 52 % of cases). */
export const WORD_MINIMUM = 5;
/** M12: below so many levels "strong" needs levels that are neighbours at most. */
export const STRONG_MINIMUM = 8;
export const STRONG_RANGE = 1;

export const AGREEMENT_WORDS = ['strong', 'moderate', 'weak'] as const;
export type AgreementWord = (typeof AGREEMENT_WORDS)[number];

/** M12: r_wg of the levels given to an item, 0 (as if by chance, or worse) to 1 (all alike); null below two levels. */
export function agreementOf(levels: readonly Level[]): number | null {
	if (levels.length < 2) return null;
	return Math.max(0, 1 - sampleVariance(levels) / RANDOM_VARIANCE);
}

/** M12: the word for the agreement, undefined where too few gave a level. */
export function agreementWord(levels: readonly Level[]): AgreementWord | undefined {
	const agreement = agreementOf(levels);
	if (agreement === null || levels.length < WORD_MINIMUM) return undefined;
	const mayBeStrong = levels.length >= STRONG_MINIMUM || rangeOf(levels) <= STRONG_RANGE;
	if (mayBeStrong && agreement >= STRONG_AGREEMENT - TOLERANCE) return 'strong';
	return agreement >= MODERATE_AGREEMENT - TOLERANCE ? 'moderate' : 'weak';
}

/** Highest minus lowest level, 0 without any. */
export function rangeOf(levels: readonly Level[]): number {
	return levels.length > 0 ? Math.max(...levels) - Math.min(...levels) : 0;
}

/**
 * Divided by n − 1. Calculated around the mean, in the order given: the order of the agenda hangs on the last digit
 * where items agree equally, and independent implementations calculate it like this, too.
 */
function sampleVariance(values: readonly number[]): number {
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
