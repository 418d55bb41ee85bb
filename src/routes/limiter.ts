/** How often one address, and everybody together, may do something. */
import { RateLimiter, type Limit } from '#lib/server/rate-limit.ts';

export const MINUTE = 60_000;

export function limiter(perAddress: Limit, forAll: Limit) {
	const each = new RateLimiter(perAddress);
	const all = new RateLimiter(forAll);
	return {
		/** Counts one more; false when this address, or everybody together, is over the limit. */
		allows: (address: string) => {
			const now = Date.now();
			return each.allows(address, now) && all.allows('', now);
		},
		/** Whether this address, or everybody together, has used the limit up; counts nothing. */
		isUsedUp: (address: string) => {
			const now = Date.now();
			return each.isUsedUp(address, now) || all.isUsedUp('', now);
		}
	};
}
