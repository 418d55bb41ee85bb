/** Who can judge a criterion; also the role groups of a round. */
export const ROLES = ['leadership', 'treasury', 'department', 'coordination', 'council', 'staff'] as const;
export type Role = (typeof ROLES)[number];
