/** How often codes of meetings may be guessed: 30 bits, a handful of meetings a day, and each code for one day alone. */
import { limiter, MINUTE } from '../limiter.ts';

/** Wrong codes alone are counted: a hall full of people may join, and mistype, behind one address. */
export const wrongCodes = limiter({ most: 40, window: 10 * MINUTE }, { most: 600, window: 10 * MINUTE });
