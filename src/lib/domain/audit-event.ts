/** What a municipality's log tells. Events name what was done, never answers, addresses or tokens. */
export const AUDIT_EVENTS = [
	'municipality_registered',
	'municipality_verified',
	'municipality_merged',
	'member_invited',
	'member_invitation_withdrawn',
	'member_joined',
	'member_removed',
	'member_left',
	'round_made',
	'round_shown',
	'round_shown_no_more',
	'collecting_started',
	'collecting_extended',
	'collecting_ended',
	'people_invited',
	'invitation_corrected',
	'invitation_removed',
	'invitations_exported',
	'reminder_ordered',
	'meeting_led',
	'round_closed',
	'targets_set',
	'round_deleted',
	'responses_expired',
	'action_added',
	'action_changed',
	'action_deleted',
	'comparison_agreed',
	'comparison_withdrawn'
] as const;

export type AuditEvent = (typeof AUDIT_EVENTS)[number];
