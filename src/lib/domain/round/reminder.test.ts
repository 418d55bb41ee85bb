import { expect, test } from 'vitest';
import { addDays } from '#lib/domain/day.ts';
import { REMINDER_GAP_DAYS, reminderObstacle, type Mailing } from './reminder.ts';

const MAILED = '2026-11-24';
const POSSIBLE = addDays(MAILED, REMINDER_GAP_DAYS);
const mailing = (changes: Partial<Mailing> = {}): Mailing => ({
	remindersMost: 2,
	remindersSent: 0,
	mailedOn: MAILED,
	collectUntil: '2026-12-20',
	...changes
});

test('a reminder can go out some days after the last letter to everyone, and not before', () => {
	expect(reminderObstacle(mailing(), addDays(POSSIBLE, -1))).toEqual({ obstacle: 'early', from: POSSIBLE });
	expect(reminderObstacle(mailing(), POSSIBLE)).toBeUndefined();
});

test('no more reminders go out than were set', () => {
	expect(reminderObstacle(mailing({ remindersSent: 1 }), POSSIBLE)).toBeUndefined();
	expect(reminderObstacle(mailing({ remindersSent: 2 }), POSSIBLE)).toEqual({ obstacle: 'spent' });
	expect(reminderObstacle(mailing({ remindersMost: 0 }), POSSIBLE)).toEqual({ obstacle: 'spent' });
});

test('nobody is reminded after the last day', () => {
	expect(reminderObstacle(mailing(), '2026-12-20')).toBeUndefined();
	expect(reminderObstacle(mailing(), '2026-12-21')).toEqual({ obstacle: 'over' });
});

test('a clock that has gone back does not bring a reminder nearer', () => {
	expect(reminderObstacle(mailing(), '2026-11-01')).toEqual({ obstacle: 'early', from: POSSIBLE });
});
