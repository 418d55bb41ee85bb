import { expect, test } from 'vitest';
import { keptSince } from './retention.ts';

test('everything has its time, in days or months', () => {
	expect(keptSince('2026-11-25')).toEqual({
		openCheck: '2026-08-27',
		finishedCheck: '2024-11-25',
		responses: '2025-11-25',
		backup: '2026-10-26',
		account: '2023-11-25',
		audit: '2024-11-25',
		contact: '2026-05-25',
		unfinishedReview: '2026-05-25'
	});
});

test('a leap day does not shorten the time', () => {
	expect(keptSince('2028-02-29').finishedCheck).toBe('2026-02-28');
	expect(keptSince('2028-05-29').openCheck).toBe('2028-02-29');
});
