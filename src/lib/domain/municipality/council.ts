/** What a municipality's council is called: by its kind and its Land, as the municipal codes of the Länder name it. */
import type { ProfileMunicipality } from './municipality.ts';

/** `council` where the names differ from place to place, and none is right everywhere. */
export const COUNCILS = [
	'districtCouncil',
	'cityCouncil',
	'localCouncil',
	'councilOfNorth',
	'cityAssembly',
	'localAssembly',
	'council'
] as const;
export type Council = (typeof COUNCILS)[number];

/** Stadtrat and Gemeinderat */
const COUNCIL_STATES: ReadonlySet<string> = new Set(['07', '09', '10', '14', '15', '16']);
/** Stadtverordnetenversammlung and Gemeindevertretung */
const ASSEMBLY_STATES: ReadonlySet<string> = new Set(['06', '12']);
/** Rat, in towns and municipalities alike */
const NORTHERN_STATES: ReadonlySet<string> = new Set(['03', '05']);
/** where only the councils of municipalities that are no towns share a name */
const COAST_STATES: ReadonlySet<string> = new Set(['01', '13']);
const BADEN_WUERTTEMBERG = '08';

export function councilOf({ kind, state }: Pick<ProfileMunicipality, 'kind' | 'state'>): Council {
	if (kind === 'district') return 'districtCouncil';
	if (kind === 'association') return 'council';
	const isCity = kind !== 'municipality';
	if (NORTHERN_STATES.has(state)) return 'councilOfNorth';
	if (state === BADEN_WUERTTEMBERG) return 'localCouncil';
	if (COUNCIL_STATES.has(state)) return isCity ? 'cityCouncil' : 'localCouncil';
	if (ASSEMBLY_STATES.has(state)) return isCity ? 'cityAssembly' : 'localAssembly';
	return COAST_STATES.has(state) && !isCity ? 'localAssembly' : 'council';
}
