/** What an answer may hold, for schemas and for forms, which ship without the schemas. */

/** M1: a "does not apply" outside confidential rounds needs a reason of at least this many characters. */
export const REASON_MINIMUM = 3;
/** characters that a reason or a note may have */
export const TEXT_MAXIMUM = 2000;

/** Hurdles that one person may name: more would be a complaint about everything, and nothing to begin with. */
export const HURDLES_MOST = 3;

/** M9: years that a target may name; the first ones lie behind, since a target stays when its year is over. */
export const TARGET_YEARS = { first: 2020, last: 2100 } as const;
