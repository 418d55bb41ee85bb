import type { MemberRole } from '#lib/domain/municipality/membership.ts';
import * as m from '#lib/paraglide/messages.js';

export const roleNames: Record<MemberRole, () => string> = {
	organiser: m.member_role_organiser,
	observer: m.member_role_observer
};
