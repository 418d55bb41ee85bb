/** The phases of a round and the limits of what is typed and asked, for schemas and for pages, which ship without the schemas. */

/** A round only goes forward; what counts cannot be taken back (D11). */
export const PHASES = ['draft', 'collecting', 'consensus', 'closed'] as const;
export type Phase = (typeof PHASES)[number];

/** D16: collecting ends after so many months at most. */
export const COLLECTING_MONTHS = 6;
/** D12: with fewer submitted responses no team value exists, and only the meeting decides. */
export const RESPONSES_MINIMUM = 5;
/** D13: comments are shown from so many submitted responses on. */
export const COMMENTS_MINIMUM = 8;

/** More mails would press people whose answering is voluntary. */
export const REMINDERS_MAXIMUM = 3;

export const TITLE_MAXIMUM = 120;
/** A function such as "Leitung Stabsstelle Nachhaltigkeit". */
export const LEADER_MAXIMUM = 80;

/** Under which somebody takes part in an open workshop. */
export const NAME_MAXIMUM = 80;

/** D13: so many may take turns in leading the meeting. */
export const LEADERS_MAXIMUM = 3;

/** A round of so many people is a district's whole administration. */
export const INVITED_MAXIMUM = 3000;

/** Characters for who was in the meeting; a council with its committees fits. */
export const ATTENDANCE_MAXIMUM = 4000;
