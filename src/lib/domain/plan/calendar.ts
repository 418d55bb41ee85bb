/** Days as a calendar file that every calendar program takes in (iCalendar, RFC 5545). */
import { addDays } from '#lib/domain/day.ts';

export interface CalendarEntry {
	/** the same in every file, so that a program changes its entry instead of adding another */
	uid: string;
	/** an entry of this whole day */
	day: string;
	title: string;
	description: string;
	/** day of the last change */
	changedOn: string;
}

/** RFC 5545, 3.1: a line is at most so long, in octets without its end. */
const LINE_OCTETS = 75;

/** The file. @param name of the calendar, which many programs show */
export function calendarOf(name: string, entries: readonly CalendarEntry[]): string {
	return [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Standort 2030//Plan//DE',
		'CALSCALE:GREGORIAN',
		`X-WR-CALNAME:${escapeText(name)}`,
		...entries.flatMap(linesOf),
		'END:VCALENDAR'
	]
		.map((line) => `${foldLine(line)}\r\n`)
		.join('');
}

function linesOf({ uid, day, title, description, changedOn }: CalendarEntry): string[] {
	return [
		'BEGIN:VEVENT',
		`UID:${escapeText(uid)}`,
		`DTSTAMP:${compact(changedOn)}T000000Z`,
		`DTSTART;VALUE=DATE:${compact(day)}`,
		`DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
		`SUMMARY:${escapeText(title)}`,
		...(description ? [`DESCRIPTION:${escapeText(description)}`] : []),
		'TRANSP:TRANSPARENT',
		'END:VEVENT'
	];
}

const compact = (day: string) => day.replaceAll('-', '');

/** Controls but line breaks: no value may hold them. */
const CONTROLS = /(?!\n)\p{Cc}/gu;

/** RFC 5545, 3.3.11: a text as a value. */
export function escapeText(text: string): string {
	return text
		.replace(/\r\n?/g, '\n')
		.replace(CONTROLS, ' ')
		.replace(/[\\;,]/g, (sign) => `\\${sign}`)
		.replaceAll('\n', '\\n');
}

/** RFC 5545, 3.1: a long line goes on behind a line break and a blank, never within a character. */
export function foldLine(line: string): string {
	let folded = '';
	let octets = 0;
	for (const sign of line) {
		const size = new TextEncoder().encode(sign).length;
		if (octets + size > LINE_OCTETS) {
			folded += '\r\n ';
			octets = 1;
		}
		folded += sign;
		octets += size;
	}
	return folded;
}
