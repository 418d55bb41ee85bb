/** Numbers and days as the page's language writes them. */
import { shownScore } from '#lib/domain/rounding.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

const TAGS = { de: 'de-DE', en: 'en-GB' } as const;

/** The page's language as numbers and days are written in it. */
export function languageTag(): string {
	return TAGS[getLocale()];
}

/** A day `YYYY-MM-DD` in words: 3. März 2026, 3 March 2026. */
export function formatDay(day: string): string {
	const date = new Date(`${day}T00:00:00Z`);
	return new Intl.DateTimeFormat(TAGS[getLocale()], { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}

/** A whole number with its thousands parted: 12.345, 12,345. */
export function formatCount(count: number): string {
	return new Intl.NumberFormat(TAGS[getLocale()]).format(count);
}

/** A moment in milliseconds as the clock of this device shows it: 14:02. */
export function formatTime(moment: number): string {
	return new Intl.DateTimeFormat(TAGS[getLocale()], { hour: '2-digit', minute: '2-digit' }).format(moment);
}

/** A score 1.0–5.0, or a difference of scores, to one decimal (M6): 2,4 or 2.4. */
export function formatScore(score: number): string {
	const format = new Intl.NumberFormat(TAGS[getLocale()], { minimumFractionDigits: 1, maximumFractionDigits: 1 });
	return format.format(shownScore(score));
}

/** Several things in one sentence: a, b und c. */
export function formatList(parts: string[]): string {
	return new Intl.ListFormat(TAGS[getLocale()], { type: 'conjunction' }).format(parts);
}
