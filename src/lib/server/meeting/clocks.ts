/** The time for discussing an item; in memory alone, as it is gone in a few minutes. */
import type { Clock } from '#lib/domain/meeting/screen.ts';

/** Times are milliseconds of a clock that never goes back. */
interface Timing {
	/** when it is over, while it runs */
	end: number | undefined;
	/** what is left while it stands still */
	left: number;
}

const timings = new Map<string, Timing>();

/** @param now milliseconds of a clock that never goes back */
export function readClock(roundId: string, now: number): Clock | undefined {
	const timing = timings.get(roundId);
	if (!timing) return undefined;
	const left = Math.max(0, timing.end === undefined ? timing.left : timing.end - now);
	return { left, running: timing.end !== undefined && left > 0 };
}

/** Gives so many milliseconds from now on. */
export function startClock(roundId: string, milliseconds: number, now: number): void {
	timings.set(roundId, { end: now + milliseconds, left: milliseconds });
}

export function pauseClock(roundId: string, now: number): void {
	const clock = readClock(roundId, now);
	if (clock) timings.set(roundId, { end: undefined, left: clock.left });
}

/** Goes on after a pause. */
export function resumeClock(roundId: string, now: number): void {
	const clock = readClock(roundId, now);
	if (clock && !clock.running) startClock(roundId, clock.left, now);
}

export function stopClock(roundId: string): void {
	timings.delete(roundId);
}
