/** D12: how far a round has come, told without telling who has answered. */

/** D12: below so many invited, and below so many answers, a role's count is not told. */
export const PARTICIPATION_MINIMUM = 5;

export interface RoleCount {
	role: string;
	invited: number;
	submitted: number;
}

export interface RoleParticipation {
	role: string;
	invited: number;
	/** undefined: fewer than five invited or submitted ("weniger als 5") */
	submitted: number | undefined;
}

export interface Participation {
	roles: RoleParticipation[];
	/** all submitted; rounded down to a multiple of five while a role's count is withheld */
	submitted: number;
	/** whether `submitted` is exact */
	exact: boolean;
}

/** @param roles of everybody invited, in the order of the instrument */
export function participationOf(roles: readonly RoleCount[]): Participation {
	const told = roles.map(({ role, invited, submitted }) => ({
		role,
		invited,
		submitted: Math.min(invited, submitted) < PARTICIPATION_MINIMUM ? undefined : submitted
	}));
	const total = roles.reduce((sum, { submitted }) => sum + submitted, 0);
	const exact = told.every(({ submitted }) => submitted !== undefined);
	return {
		roles: told,
		submitted: exact ? total : total - (total % PARTICIPATION_MINIMUM),
		exact
	};
}
