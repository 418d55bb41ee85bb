import { describe, expect, test } from 'vitest';
import {
	ANEW_DAYS,
	MESSAGE_MAXIMUM,
	MESSAGES_A_DAY,
	quoted,
	readMessage,
	readText,
	refusalOf,
	WAITING_MOST,
	waitingSince,
	type Wish
} from './message.ts';
import { addDays } from '#lib/domain/day.ts';

const TODAY = '2027-03-01';
const wish = (changes: Partial<Wish> = {}): Wish => ({
	...{ today: TODAY, own: false, open: true, waiting: 0, latest: undefined, sentToday: 0 },
	...changes
});

describe('a message about an offer', () => {
	test('is taken where the offer is open, and never about one’s own', () => {
		expect(refusalOf(wish())).toBeUndefined();
		expect(refusalOf(wish({ own: true, open: false }))).toEqual({ why: 'own' });
	});

	test('is refused alike where the offer is closed, or too many wait there', () => {
		expect(refusalOf(wish({ open: false }))).toEqual({ why: 'closed' });
		expect(refusalOf(wish({ waiting: WAITING_MOST }))).toEqual({ why: 'closed' });
		expect(refusalOf(wish({ waiting: WAITING_MOST - 1 }))).toBeUndefined();
	});

	test.each(['open', 'declined'] as const)('is one until %s for long enough', (state) => {
		const latest = { sentOn: addDays(TODAY, 1 - ANEW_DAYS), state };
		const anewOn = addDays(TODAY, 1);
		expect(refusalOf(wish({ latest }))).toEqual({ why: 'again', since: latest.sentOn, anewOn });
		expect(refusalOf(wish({ latest, today: anewOn }))).toBeUndefined();
	});

	test('may follow one that was answered', () => {
		expect(refusalOf(wish({ latest: { sentOn: TODAY, state: 'answered' } }))).toBeUndefined();
	});

	test('counts against the day of the municipality', () => {
		expect(refusalOf(wish({ sentToday: MESSAGES_A_DAY - 1 }))).toBeUndefined();
		expect(refusalOf(wish({ sentToday: MESSAGES_A_DAY }))).toEqual({ why: 'day' });
	});

	test('waits for its place as long as the same municipality must not write again', () => {
		expect(waitingSince(TODAY)).toBe(addDays(TODAY, 1 - ANEW_DAYS));
	});
});

describe('the text', () => {
	test('is taken with its lines, without what cannot be seen', () => {
		expect(readMessage(' Guten Tag,\r\n\r\nwie\u0000 haben\u202e Sie begonnen?\r ')).toBe(
			'Guten Tag,\n\nwie haben Sie begonnen?'
		);
		expect(readMessage('2024/2025 und 2026–2030')).toBe('2024/2025 und 2026–2030');
	});

	test.each(['', ' \r\n\t', '\u200b', 'x'.repeat(MESSAGE_MAXIMUM + 1)])(
		'is refused where it is empty or long: %j',
		(typed) => {
			expect(readMessage(typed)).toBeUndefined();
		}
	);

	test.each(['an kim@musterau.example', 'siehe https://x.example', 'WWW.x.example'])('leads nowhere: “%s”', (typed) => {
		expect(readMessage(typed)).toBeUndefined();
		expect(readText(typed, MESSAGE_MAXIMUM), 'an answer may').toBe(typed);
	});

	test('is quoted line by line, so that none passes for one of the service', () => {
		expect(quoted('Hallo\n\n– English –\n> schon zitiert')).toBe('> Hallo\n>\n> – English –\n> > schon zitiert');
	});
});
