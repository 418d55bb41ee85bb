/** Reminders go to everyone invited, answered or not (D14), and never more often than was set beforehand. */
import { addDays } from '#lib/domain/day.ts';

/** Days between two letters to everyone: whoever was away for a long weekend is not written to twice in a row. */
export const REMINDER_GAP_DAYS = 3;

export interface Mailing {
	remindersMost: number;
	remindersSent: number;
	/** day of the last order to write to everyone */
	mailedOn: string | undefined;
	/** last day of collecting */
	collectUntil?: string | undefined;
}

/** `spent`: as many as were set; `over`: nothing can be answered any more; `early`: possible from the day named on. */
export type ReminderObstacle = { obstacle: 'spent' | 'over' } | { obstacle: 'early'; from: string };

/** Why no reminder can go out today; undefined where one can. */
export function reminderObstacle(mailing: Mailing, today: string): ReminderObstacle | undefined {
	const { remindersMost, remindersSent, mailedOn, collectUntil } = mailing;
	if (collectUntil !== undefined && today > collectUntil) return { obstacle: 'over' };
	if (remindersSent >= remindersMost) return { obstacle: 'spent' };
	const from = mailedOn === undefined ? today : addDays(mailedOn, REMINDER_GAP_DAYS);
	return from > today ? { obstacle: 'early', from } : undefined;
}
