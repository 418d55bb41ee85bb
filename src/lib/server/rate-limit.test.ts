import { expect, test } from 'vitest';
import { RateLimiter } from './rate-limit.ts';

const minute = { most: 3, window: 60_000 };

test('allows as many as the limit says within a window, by subject', () => {
	const limiter = new RateLimiter(minute);
	expect([1, 2, 3, 4].map(() => limiter.allows('a', 1000))).toEqual([true, true, true, false]);
	expect(limiter.allows('b', 1000)).toBe(true);
});

test('a new window starts afresh', () => {
	const limiter = new RateLimiter({ most: 1, window: 60_000 });
	expect(limiter.allows('a', 100_000)).toBe(true);
	expect(limiter.allows('a', 159_999)).toBe(false);
	expect(limiter.allows('a', 160_000)).toBe(true);
});

test('a clock that jumps back does not lock anybody out', () => {
	const limiter = new RateLimiter({ most: 1, window: 60_000 });
	expect(limiter.allows('a', 10_000_000)).toBe(true);
	expect(limiter.allows('a', 1_000)).toBe(true);
});

test('looking whether a limit is used up counts nothing', () => {
	const limiter = new RateLimiter({ most: 2, window: 1000 });
	expect([limiter.isUsedUp('a', 0), limiter.isUsedUp('a', 0), limiter.allows('a', 0)]).toEqual([false, false, true]);
	limiter.allows('a', 1);
	expect([limiter.isUsedUp('a', 2), limiter.isUsedUp('b', 2), limiter.isUsedUp('a', 1000)]).toEqual([
		true,
		false,
		false
	]);
});
