/** What a made-up municipality says about itself, in keeping with how far it is. */
import type { Profile, ProfileMunicipality } from '#lib/domain/municipality/municipality.ts';
import type { RegisterEntry } from '#lib/domain/municipality/register-entry.ts';
import type { Chance } from './chance.ts';

const SMALL = 10_000;
const ADVANCED = 3;
const NETWORKS = ['agenda2030', 'climate', 'globalPartnership', 'exchange'];

/**
 * @param levels reached in the criteria
 * @param year of the round
 */
export function makeProfile(
	municipality: ProfileMunicipality,
	levels: readonly number[],
	year: number,
	chance: Chance
): Profile {
	const small = municipality.population < SMALL;
	const advanced = levels.reduce((sum, level) => sum + level, 0) / levels.length > ADVANCED;
	const networks = NETWORKS.filter(() => chance.happens(advanced ? 0.5 : 0.2));
	return {
		source: 'register',
		municipality,
		asked: {
			budgetSecurity: chance.weighted({ none: 6, current: 3, past: 3 }),
			...(chance.happens(advanced ? 0.9 : 0.25) && { strategySince: chance.whole(year - 8, year - 1) }),
			coordinationFte: small
				? chance.weighted({ none: 6, below025: 3, from025: 1 })
				: chance.weighted(advanced ? { from025: 2, from05: 4, above1: 3 } : { none: 3, below025: 3, from05: 3 }),
			accounting: chance.weighted({ accrual: 8, cameralistic: 1, extendedCameralistic: 1 }),
			sustainabilityBudget: chance.weighted(advanced ? { planned: 4, pilot: 4, whole: 1 } : { none: 7, planned: 2 }),
			...(networks.length > 0 && { networks })
		}
	};
}

/** The part of an entry that a profile carries. */
export function municipalityOf({ key, name, kind, state, population }: RegisterEntry): ProfileMunicipality {
	return { key, name, kind, state, population };
}
