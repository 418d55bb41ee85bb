import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarOf, escapeText, foldLine } from './calendar.ts';

const octets = (text: string) => new TextEncoder().encode(text).length;

describe('a calendar file', () => {
	test('has an entry of a whole day for each day', () => {
		const entry = {
			uid: 'a@b',
			day: '2027-12-31',
			title: 'Eins; zwei, drei',
			description: 'x\ny',
			changedOn: '2027-03-01'
		};
		expect(calendarOf('Plan', [entry])).toBe(
			[
				...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Standort 2030//Plan//DE', 'CALSCALE:GREGORIAN'],
				...['X-WR-CALNAME:Plan', 'BEGIN:VEVENT', 'UID:a@b', 'DTSTAMP:20270301T000000Z'],
				...['DTSTART;VALUE=DATE:20271231', 'DTEND;VALUE=DATE:20280101', 'SUMMARY:Eins\\; zwei\\, drei'],
				...['DESCRIPTION:x\\ny', 'TRANSP:TRANSPARENT', 'END:VEVENT', 'END:VCALENDAR', '']
			].join('\r\n')
		);
	});

	test('a text cannot end its line and begin another property', () => {
		expect(escapeText('x\r\nATTACH:y\rz\u0000\\')).toBe('x\\nATTACH:y\\nz \\\\');
	});

	test('no line is longer than 75 octets, and unfolding gives it back', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
				const line = escapeText(text);
				const folded = foldLine(line);
				expect(folded.replaceAll('\r\n ', '')).toBe(line);
				expect(Math.max(...folded.split('\r\n').map(octets))).toBeLessThanOrEqual(75);
			})
		);
		expect(foldLine('ä'.repeat(60)).split('\r\n').map(octets)).toEqual([74, 47]);
	});
});
