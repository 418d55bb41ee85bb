/** Which roles answer which criteria, and which roles stay small. */
import { criteriaOf, type DimensionId, type Instrument } from '#lib/domain/instrument/instrument.ts';
import { COUNCIL, OTHERS } from './team-groups.ts';

/** D14: of fewer, the role alone would name the person. */
export const INVITED_MINIMUM = 5;

/** Roles of which a municipality hardly ever has five people. */
export const SMALL_ROLES: readonly string[] = ['leadership', 'treasury', 'coordination'];

/** By role the criteria that the instrument suggests for it; a role without any is left out. */
export function suggestedRoles(instrument: Instrument, scope?: DimensionId): Record<string, string[]> {
	const criteria = criteriaOf(instrument, scope);
	return Object.fromEntries(
		instrument.roles
			.map(({ id }): [string, string[]] => [
				id,
				criteria.filter(({ roles }) => roles.includes(id)).map((criterion) => criterion.id)
			])
			.filter(([, suggested]) => suggested.length > 0)
	);
}

/** D14: a role with fewer than five invited is stored as its merged group, a small council as none. */
export function storedRole(role: string, invited: number): string | null {
	if (invited >= INVITED_MINIMUM) return role;
	return role === COUNCIL ? null : OTHERS;
}
