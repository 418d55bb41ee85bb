import { limiter, MINUTE } from '../limiter.ts';

/** Passwords, codes and links that are tried, per address: a town hall signs in behind one. */
export const signingIn = limiter({ most: 60, window: 10 * MINUTE }, { most: 3000, window: 10 * MINUTE });

/** The same per account, wherever the tries come from. */
export const guessing = limiter({ most: 15, window: 15 * MINUTE }, { most: 30_000, window: 15 * MINUTE });

/** Letters that anybody may ask for, per address. */
export const asking = limiter({ most: 20, window: 10 * MINUTE }, { most: 1000, window: 10 * MINUTE });

/** The same per recipient: nobody's mailbox is flooded. */
export const receiving = limiter({ most: 5, window: 60 * MINUTE }, { most: 6000, window: 60 * MINUTE });
