/** D3: the fixed peer groups. There is no other filter, in no interface. */
import { z } from 'zod';
import { bandOf, Kind, State, type ProfileMunicipality } from '#lib/domain/municipality/municipality.ts';

const BandNumber = z.literal([1, 2, 3, 4, 5, 6]);

/** `all`, `band:1` … `band:6`, `kind:town`, `state:05`, `band:2/kind:town`. */
export const Group = z.union([
	z.literal('all'),
	z.templateLiteral(['band:', BandNumber]),
	z.templateLiteral(['kind:', Kind]),
	z.templateLiteral(['state:', State]),
	z.templateLiteral(['band:', BandNumber, '/kind:', Kind])
]);
export type Group = z.infer<typeof Group>;

/** The traits that decide about groups, from the profile as frozen at closing. */
export type Traits = Pick<ProfileMunicipality, 'population' | 'kind' | 'state'>;

/** D3: the five groups that a municipality belongs to. */
export function groupsOf({ population, kind, state }: Traits): Group[] {
	const band = bandOf(population);
	return ['all', `band:${band}`, `kind:${kind}`, `state:${state}`, `band:${band}/kind:${kind}`];
}
