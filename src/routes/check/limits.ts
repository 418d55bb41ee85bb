/** How often one address may do what could be abused; generous for a town hall behind one address. */
import { limiter, MINUTE } from '../limiter.ts';

/** Typed codes: 80 bits cannot be guessed, the limit keeps noise away. */
export const codeGuessing = limiter({ most: 20, window: 10 * MINUTE }, { most: 600, window: 10 * MINUTE });

/** New checks. */
export const checkMaking = limiter({ most: 60, window: 10 * MINUTE }, { most: 6000, window: 10 * MINUTE });

/** Saves: a whole town hall behind one address, two hundred people with one change every four seconds. */
export const saving = limiter({ most: 60_000, window: 10 * MINUTE }, { most: 600_000, window: 10 * MINUTE });

/** Results taken away as files. */
export const downloading = limiter({ most: 120, window: 10 * MINUTE }, { most: 12_000, window: 10 * MINUTE });

/** Read-only links that are made. */
export const linkMaking = limiter({ most: 60, window: 10 * MINUTE }, { most: 6000, window: 10 * MINUTE });

/** Addresses of read-only links that are opened: 128 bits cannot be guessed; a whole council may read at once. */
export const linkReading = limiter({ most: 600, window: 10 * MINUTE }, { most: 60_000, window: 10 * MINUTE });

/** Files of evidence that one account sends. */
export const uploading = limiter({ most: 120, window: 10 * MINUTE }, { most: 1200, window: 10 * MINUTE });
