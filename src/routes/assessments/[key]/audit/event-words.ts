/** What each entry of the log says; an event without words does not compile. */
import type { AuditEvent } from '#lib/domain/audit-event.ts';
import * as m from '#lib/paraglide/messages.js';

export const eventWords: Record<AuditEvent, () => string> = {
	municipality_registered: m.audit_municipality_registered,
	municipality_verified: m.audit_municipality_verified,
	member_invited: m.audit_member_invited,
	member_invitation_withdrawn: m.audit_member_invitation_withdrawn,
	member_joined: m.audit_member_joined,
	member_removed: m.audit_member_removed,
	member_left: m.audit_member_left,
	meeting_led: m.audit_meeting_led,
	round_closed: m.audit_round_closed
};
