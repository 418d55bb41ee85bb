import { expect, test } from 'vitest';
import { pauseClock, readClock, resumeClock, startClock, stopClock } from './clocks.ts';

test('time runs down, stands still while it is paused, and ends at nothing', () => {
	expect(readClock('m', 0)).toBeUndefined();
	startClock('m', 300_000, 1000);
	expect(readClock('m', 61_000)).toEqual({ left: 240_000, running: true });
	pauseClock('m', 61_000);
	expect(readClock('m', 99_000)).toEqual({ left: 240_000, running: false });
	resumeClock('m', 100_000);
	expect(readClock('m', 160_000)).toEqual({ left: 180_000, running: true });
	expect(readClock('m', 999_000)).toEqual({ left: 0, running: false });
	stopClock('m');
	expect(readClock('m', 999_000)).toBeUndefined();
});

test('going on does not give a running time anew', () => {
	startClock('n', 1000, 0);
	resumeClock('n', 400);
	expect(readClock('n', 500)).toEqual({ left: 500, running: true });
});
