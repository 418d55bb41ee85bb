/** What each entry of the log says; an event without words does not compile. */
import type { AuditEvent } from '#lib/domain/audit-event.ts';
import * as m from '#lib/paraglide/messages.js';

export const eventWords: Record<AuditEvent, () => string> = {
	municipality_registered: m.audit_municipality_registered,
	municipality_verified: m.audit_municipality_verified,
	municipality_merged: m.audit_municipality_merged,
	member_invited: m.audit_member_invited,
	member_invitation_withdrawn: m.audit_member_invitation_withdrawn,
	member_joined: m.audit_member_joined,
	member_removed: m.audit_member_removed,
	member_left: m.audit_member_left,
	round_made: m.audit_round_made,
	round_shown: m.audit_round_shown,
	round_shown_no_more: m.audit_round_shown_no_more,
	collecting_started: m.audit_collecting_started,
	collecting_extended: m.audit_collecting_extended,
	collecting_ended: m.audit_collecting_ended,
	people_invited: m.audit_people_invited,
	invitation_corrected: m.audit_invitation_corrected,
	invitation_removed: m.audit_invitation_removed,
	invitations_exported: m.audit_invitations_exported,
	reminder_ordered: m.audit_reminder_ordered,
	meeting_led: m.audit_meeting_led,
	round_closed: m.audit_round_closed,
	targets_set: m.audit_targets_set,
	round_deleted: m.audit_round_deleted,
	responses_expired: m.audit_responses_expired,
	data_exported: m.audit_data_exported,
	action_added: m.audit_action_added,
	action_changed: m.audit_action_changed,
	action_deleted: m.audit_action_deleted,
	comparison_agreed: m.audit_comparison_agreed,
	comparison_withdrawn: m.audit_comparison_withdrawn,
	contact_offered: m.audit_contact_offered,
	contact_withdrawn: m.audit_contact_withdrawn
};
