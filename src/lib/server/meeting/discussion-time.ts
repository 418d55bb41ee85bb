/** The time for discussing, as whoever leads gives it. */
import { pauseClock, resumeClock, startClock, stopClock } from './clocks.ts';
import type { Db } from '#lib/server/db/open.ts';
import { admits, control, type ControlRefused } from './screens.ts';

/** Minutes that can be given. */
export const DISCUSSION_MINUTES = [2, 5, 10] as const;
const MINUTE = 60_000;

export type ClockOrder = { start: (typeof DISCUSSION_MINUTES)[number] } | 'pause' | 'resume' | 'stop';

/** @param now milliseconds of a clock that never goes back */
export async function runClock(
	db: Db,
	roundId: string,
	{ userId, today, now }: { userId: string; today: string; now: number },
	order: ClockOrder
): Promise<ControlRefused | undefined> {
	const refusal = await control(db, roundId, userId, ({ screens }) =>
		admits(screens, today) ? {} : { refused: 'noScreens' }
	);
	if (refusal) return refusal;
	if (order === 'pause') pauseClock(roundId, now);
	else if (order === 'resume') resumeClock(roundId, now);
	else if (order === 'stop') stopClock(roundId);
	else startClock(roundId, order.start * MINUTE, now);
	return undefined;
}
