import { expect, test } from 'vitest';
import { addDays, addMonths, dayOf, daysBetween } from './day.ts';

test.each([
	['a winter day begins an hour before UTC’s', '2026-12-31T22:59:59Z', '2026-12-31'],
	['a winter day begins an hour before UTC’s', '2026-12-31T23:00:00Z', '2027-01-01'],
	['a summer day begins two hours before UTC’s', '2026-07-01T21:59:59Z', '2026-07-01'],
	['a summer day begins two hours before UTC’s', '2026-07-01T22:00:00Z', '2026-07-02'],
	['the night that is an hour short', '2026-03-29T00:59:59Z', '2026-03-29'],
	['the night that is an hour short', '2026-03-29T21:59:59Z', '2026-03-29'],
	['the night that is an hour short', '2026-03-29T22:00:00Z', '2026-03-30'],
	['the night that is an hour long', '2026-10-24T22:00:00Z', '2026-10-25'],
	['the night that is an hour long', '2026-10-25T22:59:59Z', '2026-10-25'],
	['the leap day', '2028-02-28T23:00:00Z', '2028-02-29'],
	['the leap day', '2028-02-29T23:00:00Z', '2028-03-01']
])('the German day: %s (%s)', (_, moment, day) => {
	expect(dayOf(new Date(moment))).toBe(day);
});

test.each([
	['2026-11-25', 0, '2026-11-25'],
	['2026-11-25', 90, '2027-02-23'],
	['2026-11-25', -90, '2026-08-27'],
	['2028-02-28', 1, '2028-02-29'],
	['2028-03-01', -1, '2028-02-29'],
	['2026-03-28', 2, '2026-03-30'],
	['2026-10-24', 2, '2026-10-26']
])('%s and %i days is %s', (day, days, expected) => {
	expect(addDays(day, days)).toBe(expected);
	expect(daysBetween(day, expected)).toBe(days);
});

test.each([
	['2026-11-25', -24, '2024-11-25'],
	['2026-11-25', 24, '2028-11-25'],
	['2028-02-29', -24, '2026-02-28'],
	['2026-02-28', 24, '2028-02-28'],
	['2026-12-31', -1, '2026-11-30'],
	['2026-01-31', 1, '2026-02-28'],
	['2026-11-25', 2, '2027-01-25'],
	['2026-01-15', -1, '2025-12-15']
])('%s and %i months is %s', (day, months, expected) => {
	expect(addMonths(day, months)).toBe(expected);
});
