/**
 * Limits per address without storing addresses: what is counted is a keyed hash under a key that is new at each
 * start and never leaves memory.
 */
import { hash, randomBytes } from 'node:crypto';

const key = randomBytes(32).toString('base64url');

export interface Limit {
	/** so many within one window */
	most: number;
	/** length of a window in milliseconds */
	window: number;
}

/** Counts by subject in fixed windows; the clock is an argument. */
export class RateLimiter {
	#windowStart = 0;
	#counts = new Map<string, number>();

	constructor(readonly limit: Limit) {}

	/** Counts one more for the subject; false once it is over the limit. */
	allows(subject: string, now: number): boolean {
		return this.#note(subject, now, 1) <= this.limit.most;
	}

	/** Whether the subject has used its limit up; counts nothing. */
	isUsedUp(subject: string, now: number): boolean {
		return this.#note(subject, now, 0) >= this.limit.most;
	}

	#note(subject: string, now: number, more: number): number {
		if (now - this.#windowStart >= this.limit.window || now < this.#windowStart) {
			this.#windowStart = now;
			this.#counts.clear();
		}
		const hashed = hash('sha256', key + subject, 'base64url');
		const count = (this.#counts.get(hashed) ?? 0) + more;
		if (more > 0) this.#counts.set(hashed, count);
		return count;
	}
}
