/** What somebody is to a municipality. Observers read closed results; organisers ("Koordination") do everything else. */

export const MEMBER_ROLES = ['organiser', 'observer'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** Days for which an invitation to become a member holds. */
export const MEMBER_INVITATION_DAYS = 14;

/** Whether a municipality would be left without anybody who can act for it. */
export function leavesNobody(members: readonly { userId: string; role: MemberRole }[], leaving: string): boolean {
	return !members.some(({ userId, role }) => role === 'organiser' && userId !== leaving);
}
