/**
 * Days are the only times that are stored: text `YYYY-MM-DD`, as a clock in Germany shows them. They compare as text.
 * The rules take them as arguments; nothing is ordered by a clock.
 */

const GERMAN_CLOCK = new Intl.DateTimeFormat('en-CA', {
	timeZone: 'Europe/Berlin',
	year: 'numeric',
	month: '2-digit',
	day: '2-digit'
});

/** The day in Germany at a moment, summer time included (F8). */
export function dayOf(moment: Date): string {
	return GERMAN_CLOCK.format(moment);
}

/** The day a number of days after another (before it, where negative). */
export function addDays(day: string, days: number): string {
	const date = new Date(`${day}T00:00:00Z`);
	date.setUTCDate(date.getUTCDate() + days);
	return date.toISOString().slice(0, 10);
}

/** The same day a number of months later (earlier, where negative); the month's last day where it has no such day. */
export function addMonths(day: string, months: number): string {
	const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
	date.setUTCMonth(date.getUTCMonth() + months + 1, 0);
	const last = date.getUTCDate();
	date.setUTCDate(Math.min(last, Number(day.slice(8))));
	return date.toISOString().slice(0, 10);
}

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** How many days from one day to another; negative where that has passed. */
export function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS);
}
