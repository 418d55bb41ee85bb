import { CALLS_PER_MINUTE } from '#lib/domain/api/operation.ts';
import { limiter, MINUTE } from '../limiter.ts';

/** Calls of the public interface. */
export const calling = limiter(
	{ most: CALLS_PER_MINUTE, window: MINUTE },
	{ most: 20 * CALLS_PER_MINUTE, window: MINUTE }
);
