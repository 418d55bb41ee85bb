/**
 * A check or a round with its answers, or an account, by its id; who was invited to a round (`invitations`), or what was
 * answered in it too (`responses`), by the round's id; one invitation by its id, and by its key what one person has
 * withdrawn (`answers`); a municipality by `participation`; what it has agreed to or offered and taken back, by
 * `decision`; a message about a contact, a report, or a published result, by its id; a grant that was revoked by its id, a consultant who
 * has left by `consultantMembership`, and what was passed on or ended among them by `handover`; evidence by its id, and a release of it by its own; or a read-only link, by what the database held of it.
 */
export const DELETED = [
	'check',
	'round',
	'link',
	'account',
	'invitations',
	'responses',
	'invitation',
	'answers',
	'municipality',
	'agreement',
	'contact',
	'message',
	'report',
	'grant',
	'consultant',
	'handover',
	'publication',
	'evidence',
	'evidenceRelease'
] as const;
export type Deleted = (typeof DELETED)[number];

/** What was deleted again, counted. */
export type Replayed = Record<Deleted, number>;
