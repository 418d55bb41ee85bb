/** D12: how far a round has come, told without telling who has answered. */

/** D12: below so many invited, and below so many answers, a role's count is not told. */
export const PARTICIPATION_MINIMUM = 5;

export interface RoleCount {
	role: string;
	invited: number;
	/** undefined where responses do not keep the role's name (D14) */
	submitted: number | undefined;
}

export interface Participation {
	/** `submitted` is undefined for fewer than five invited or submitted ("weniger als 5") */
	roles: RoleCount[];
	/** at least so many have submitted; a multiple of five while a role's count is withheld */
	submitted: number;
}

/**
 * What is withheld enters the total in steps of five only, and before anything is added to it: else the total would
 * tell by one step of its own whether the last of a small group has answered.
 * @param roles of everybody invited, in the order of the instrument
 * @param merged how many responses do not keep the name of a role
 */
export function participationOf(roles: readonly RoleCount[], merged: number): Participation {
	const told = roles.map((one) => ({ ...one, submitted: isTold(one) ? one.submitted : undefined }));
	const shown = sum(told);
	const withheld = sum(roles) - shown + merged;
	const total = shown + inFives(withheld);
	const complete = told.every(({ submitted }) => submitted !== undefined);
	return { roles: told, submitted: complete ? total : inFives(total) };
}

function isTold({ invited, submitted = 0 }: RoleCount): boolean {
	return Math.min(invited, submitted) >= PARTICIPATION_MINIMUM;
}

function sum(roles: readonly RoleCount[]): number {
	return roles.reduce((total, { submitted = 0 }) => total + submitted, 0);
}

/** A count that tells nobody who came last: rounded down to a multiple of five. */
export function inFives(count: number): number {
	return count - (count % PARTICIPATION_MINIMUM);
}
