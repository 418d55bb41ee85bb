/** How long answering takes, from the length of the texts, until it has been measured. */
import {
	criteriaOf,
	itemsOfCriterion,
	pick,
	type Criterion,
	type DimensionId,
	type Instrument,
	type Item,
	type Locale,
	type Text,
	type Variant
} from './instrument.ts';

/**
 * Silent reading of factual texts. English: Brysbaert (2019), Journal of Memory and Language 109, 104047. The same
 * review finds that languages differ as the number of words does which they need for the same content; German needs
 * 87 words in these texts where English needs 100.
 */
export const WORDS_PER_MINUTE: Record<Locale, number> = { de: 207, en: 238 };

/** Assumption: whoever reads upwards stops one level above the fitting one, in the middle after four of five. */
export const SHARE_OF_LEVELS_READ = 0.8;

/** Assumption: time to think and choose, for each item. */
export const SECONDS_TO_DECIDE = 15;

/** Told times are rounded to this many minutes; finer ones would only pretend to be exact. */
export const ROUNDING_MINUTES = 5;

/** Minutes, unrounded, for reading and rating some criteria. What is folded away on the page does not count. */
export function minutesFor(criteria: readonly Criterion[], variant: Variant, locale: Locale): number {
	const items = criteria.flatMap((criterion) => itemsOfCriterion(criterion, variant));
	const words =
		sum(criteria, ({ name, question }) => wordsIn(name, locale) + wordsIn(question, locale)) +
		sum(items, (item) => wordsOfItem(item, locale));
	return words / WORDS_PER_MINUTE[locale] + (items.length * SECONDS_TO_DECIDE) / 60;
}

/** Minutes that a variant of an instrument, or of one dimension, is said to take: a multiple of five, at least five. */
export function estimateMinutes(instrument: Instrument, variant: Variant, locale: Locale, scope?: DimensionId): number {
	return toldMinutes(criteriaOf(instrument, scope), variant, locale);
}

/** Minutes that rating some criteria is said to take: a multiple of five, at least five. */
export function toldMinutes(criteria: readonly Criterion[], variant: Variant, locale: Locale): number {
	const minutes = minutesFor(criteria, variant, locale);
	return Math.max(1, Math.round(minutes / ROUNDING_MINUTES)) * ROUNDING_MINUTES;
}

/** Minutes, unrounded, that merely reading some items takes: nobody answers them honestly in less. */
export function readingMinutes(items: Item[], locale: Locale): number {
	return sum(items, (item) => wordsOfItem(item, locale)) / WORDS_PER_MINUTE[locale];
}

function wordsOfItem(item: Item, locale: Locale): number {
	const levels = sum(item.levels, (level) => wordsIn(level, locale));
	const help = item.help ? wordsIn(item.help, locale) : 0;
	return wordsIn(item.statement, locale) + help + levels * SHARE_OF_LEVELS_READ;
}

/** Texts of an instrument never change, so the words of each are counted once. */
const counted: Record<Locale, WeakMap<Text, number>> = { de: new WeakMap(), en: new WeakMap() };

function wordsIn(text: Text, locale: Locale): number {
	const known = counted[locale].get(text);
	if (known !== undefined) return known;
	const words = pick(text, locale)
		.split(/\s+/)
		.filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
	counted[locale].set(text, words);
	return words;
}

function sum<T>(values: readonly T[], value: (entry: T) => number): number {
	return values.reduce((total, entry) => total + value(entry), 0);
}
