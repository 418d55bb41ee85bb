/** A value with one language in place of two. */
import { LOCALES, type Instrument, type Locale } from './instrument.ts';

/** The shape of `T` with every text in one language: `{ de, en }` becomes what each of them holds. */
export type Localised<T> = T extends { de: infer V; en: unknown }
	? V
	: T extends (infer E)[]
		? Localised<E>[]
		: T extends object
			? { [K in keyof T]: Localised<T[K]> }
			: T;

/** Picks one language throughout lists and objects, so that a page carries only the one it shows. */
export function localise<T>(value: T, locale: Locale): Localised<T> {
	return inLocale(value, locale) as Localised<T>;
}

function inLocale(value: unknown, locale: Locale): unknown {
	if (Array.isArray(value)) return value.map((entry) => inLocale(entry, locale));
	if (typeof value !== 'object' || value === null) return value;
	if (isBilingual(value)) return value[locale];
	return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, inLocale(entry, locale)]));
}

function isBilingual(value: object): value is Record<Locale, unknown> {
	return LOCALES.every((locale) => locale in value);
}

/** The glossary in the alphabetical order of a language. */
export function glossaryOf(instrument: Instrument, locale: Locale): { term: string; meaning: string }[] {
	const { compare } = new Intl.Collator(locale);
	return localise(instrument.glossary, locale).sort((a, b) => compare(a.term, b.term));
}
