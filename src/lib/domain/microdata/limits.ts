/** How long what is typed about microdata (D9 b) may be, and for how long a file may be used. */
export const INSTITUTION_LENGTH = { min: 3, max: 200 };
export const PURPOSE_LENGTH = { min: 30, max: 2000 };
export const DECISION_REASON_LENGTH = { min: 10, max: 1000 };
/** As long as a project mostly takes; whoever needs longer asks again, for the newest release. */
export const LONGEST_PERIOD_MONTHS = 24;
