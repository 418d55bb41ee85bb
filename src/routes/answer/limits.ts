/** How often one address may open invitations; a whole town hall may stand behind one. */
import { limiter, MINUTE } from '../limiter.ts';

/** Personal links: 256 bits cannot be guessed, the limit keeps noise away. */
export const linkOpening = limiter({ most: 1200, window: 10 * MINUTE }, { most: 60_000, window: 10 * MINUTE });

/** Redeemed links and codes; each may begin a response. */
export const redeeming = limiter({ most: 600, window: 10 * MINUTE }, { most: 20_000, window: 10 * MINUTE });

/** Typed codes: 80 bits; a room full of people may type theirs at once, and mistype. */
export const codeTyping = limiter({ most: 120, window: 10 * MINUTE }, { most: 3000, window: 10 * MINUTE });
