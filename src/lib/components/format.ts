/** Numbers and days as the page's language writes them. */
import type { Locale } from '#lib/domain/instrument/instrument.ts';
import { shownScore } from '#lib/domain/scoring/rounding.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

const TAGS = { de: 'de-DE', en: 'en-GB' } as const;

type Tag = (typeof TAGS)[keyof typeof TAGS];

/** Makes a format once for each language: making one takes a thousand times as long as using it. */
function once<Format>(make: (tag: Tag) => Format): (locale?: Locale) => Format {
	const made = new Map<Tag, Format>();
	return (locale = getLocale()) => {
		const tag = TAGS[locale];
		const format = made.get(tag) ?? make(tag);
		made.set(tag, format);
		return format;
	};
}

const days = once((tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }));
const counts = once((tag) => new Intl.NumberFormat(tag));
const kilobytes = once((tag) => new Intl.NumberFormat(tag, { style: 'unit', unit: 'kilobyte' }));
const megabytes = once((tag) => new Intl.NumberFormat(tag, { style: 'unit', unit: 'megabyte' }));
const times = once((tag) => new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit' }));
const moments = once(
	(tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Berlin' })
);
const scores = once((tag) => new Intl.NumberFormat(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 }));
const coefficients = once((tag) => new Intl.NumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2 }));
const lists = once((tag) => new Intl.ListFormat(tag, { type: 'conjunction' }));

/** The page's language as numbers and days are written in it. */
export function languageTag(): string {
	return TAGS[getLocale()];
}

/** A day `YYYY-MM-DD` in words: 3. März 2026, 3 March 2026. @param locale where it is not the page's */
export function formatDay(day: string, locale?: Locale): string {
	return days(locale).format(new Date(`${day}T00:00:00Z`));
}

/** A whole number with its thousands parted: 12.345, 12,345. */
export function formatCount(count: number): string {
	return counts().format(count);
}

/** The size of a file, at least 1: 204 kB. @param bytes */
export function formatKilobytes(bytes: number): string {
	return kilobytes().format(Math.max(1, Math.round(bytes / 1000)));
}

/** The size of much, in binary megabytes: 20 MB. @param bytes */
export function formatMegabytes(bytes: number): string {
	return megabytes().format(Math.ceil(bytes / 1024 ** 2));
}

/** A moment in milliseconds as the clock of this device shows it: 14:02. */
export function formatTime(moment: number): string {
	return times().format(moment);
}

/** A moment as clocks in Germany show it, with its day: 27.11.2026, 14:02. */
export function formatMoment(moment: Date): string {
	return moments().format(moment);
}

/** A score 1.0–5.0, or a difference of scores, to one decimal (M6): 2,4 or 2.4. */
export function formatScore(score: number): string {
	return scores().format(shownScore(score));
}

/** A coefficient, or a mean of differences, to two decimals: 0,35 or 0.35. */
export function formatCoefficient(value: number): string {
	return coefficients().format(value);
}

/** Several things in one sentence: a, b und c. */
export function formatList(parts: string[]): string {
	return lists().format(parts);
}
